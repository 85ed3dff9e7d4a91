import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetsFor } from '../../../src/server/to-print.ts';
import { pageCountFindings } from './page-counts.ts';
import { pdfFindings } from './pdf-findings.ts';
import { openPrintHere, type PrintHere } from './print-here.ts';

const slugs = readdirSync(join(import.meta.dirname, '../../../lessons')).flatMap((name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);

let here: PrintHere;
beforeAll(async () => {
  here = await openPrintHere();
}, 120_000);
afterAll(() => here.close());

// The cards of one age are the same sheet for every lesson.
const printed = new Set<string>();

/** What is wrong with the sheets of a lesson, or of the school for null. */
async function findingsIn(slug: string | null): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of sheetsFor(here.all, slug) ?? []) {
    for (const style of entry.styles) {
      const once = `${entry.address} ${style}`;
      if (printed.has(once)) continue;
      printed.add(once);
      const made = await here.print(entry, style);
      const all = [...(await pdfFindings(made.pdf, made)), ...made.looked, ...pageCountFindings(entry, style, made.pages)];
      found.push(...all.map((finding) => `${made.name}: ${finding}`));
    }
  }
  return found;
}

describe('every sheet, as a PDF and as paper', () => {
  test('there are as many lessons as files', () => {
    expect(here.all.lessons.map(({ card }) => card.slug).toSorted()).toEqual(slugs.toSorted());
  });
  test.for(slugs)('of %s', { timeout: 300_000 }, async (slug) => expect(await findingsIn(slug)).toEqual([]));
  test('of the school, the safeguarding lead’s pack among them', { timeout: 300_000 }, async () => expect(await findingsIn(null)).toEqual([]));
});
