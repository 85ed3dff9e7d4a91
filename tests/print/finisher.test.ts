import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { openFinisher } from '../../src/print/finisher.ts';

const seen = { title: 'A sheet', language: 'en-GB', reviewed: null, headings: [] };

/** A PDF of one page, untagged: enough to be asked for. */
async function plainPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return pdf.save();
}

test('PDFs that wait when the finisher is closed are refused, each of them, and so is one that comes later', async () => {
  const finisher = openFinisher();
  const printed = await plainPdf();
  const waiting = [1, 2, 3].map(() =>
    finisher.finish(printed, seen, { oneSided: false }).catch(String),
  );
  await finisher.close();
  const ended = 'Error: Cannot put the PDF right: its thread ended';
  expect(await Promise.all(waiting)).toEqual([ended, ended, ended]);
  expect(await finisher.finish(printed, seen, { oneSided: false }).catch(String)).toBe(ended);
});
