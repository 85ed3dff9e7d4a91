import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { elementsOf } from './structure.ts';

/** What browsers call parts of a page beyond the names of PDF 1.7, and what each is in them. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  FENote: 'Note',
  Aside: 'Sect',
  Title: 'P',
};

/** Says what the roles are that PDF 1.7 does not know, so that a reader loses no words in them. */
export function mapRoles(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const used = new Set([...elementsOf(pdf)].map(({ role }) => role));
  const mapped = Object.entries(ROLES).filter(([role]) => used.has(role));
  if (root === undefined || mapped.length === 0) return;
  root.set(PDFName.of('RoleMap'), pdf.context.obj(Object.fromEntries(mapped)));
}
