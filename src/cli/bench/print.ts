import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { itemsOf, neededOf, type ForWhom, type PileItem } from '../../outputs/handouts/pile.ts';
import { PLAIN_LOOK } from '../../outputs/handouts/paper-look.ts';
import { openHandouts } from '../../site/handouts.ts';
import { openLessons } from '../../site/lessons.ts';
import { openPages } from '../../site/pages.ts';
import { NO_PDF_CACHE } from '../../print/pdf-cache.ts';
import { openPress } from '../../print/press.ts';
import type { PrintSource } from '../../print/print-window.ts';
import { openSite } from '../../site/site.ts';
import { sheetsFor } from '../../outputs/handouts/to-print.ts';
import { readToPrint } from '../../site/to-print.ts';
import { buildPages } from '../build-pages.ts';
import { buildSite } from '../build.ts';
import { root } from '../root.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { programFacts } from '../../server/http/program-facts.ts';

const LESSON = 'for-the-whole-world-to-see';
const CLASS: ForWhom = { pupils: { standard: 30 }, adults: 3, layout: 'standard' };
const RUNS = 3;

/** The whole pile of a lesson for thirty, put together as one tagged PDF, beside a bare Chromium that prints the same pages once each: the medians of three runs, in turn, each from the start of its browser. */
export async function measurePrint(): Promise<readonly Figure[]> {
  const pages = await buildPages();
  const media = join(root, 'media');
  const parts = {
    pages: openPages(pages),
    lessons: openLessons(join(root, 'lessons')),
    handouts: openHandouts(join(root, 'handouts')),
    program: programFacts(),
  };
  const source: PrintSource = { site: openSite({ ...parts, media, room: 'page' }), media };
  const entries = sheetsFor(await readToPrint(source.site), LESSON) ?? [];
  const items = entries.flatMap((entry) =>
    itemsOf(entry, { counts: neededOf(entry, CLASS), font: PLAIN_LOOK.font }),
  );
  const out = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  try {
    await buildSite({ home: root, pages, out });
    const ours: Printed[] = [];
    const floors: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      floors.push(floorOf(out, items));
      ours.push(await printAll(source, items));
    }
    const seconds = percentile(
      ours.map((one) => one.seconds),
      0.5,
    );
    return [
      ratioFigure('print.ratio', { value: seconds, floor: percentile(floors, 0.5) }),
      plainFigure('print.each.s', seconds / items.length, 's'),
      plainFigure('print.page.bytes', ours[0]?.bytesPerPage ?? 0, 'bytes'),
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

type Printed = { readonly seconds: number; readonly bytesPerPage: number };

async function printAll(source: PrintSource, items: readonly PileItem[]): Promise<Printed> {
  const press = openPress(source, NO_PDF_CACHE);
  try {
    const began = performance.now();
    const sheets = await press.print(items);
    await press.pile(sheets, { title: 'Everything', bothSides: false });
    const seconds = (performance.now() - began) / 1000;
    // Each sheet once: what a class has of it weighs next to nothing more.
    const { pdf, pages } = await press.pile(
      sheets.map(({ item, pdf: one }) => ({ item: { ...item, copies: 1 }, pdf: one })),
      { title: 'Everything', bothSides: false },
    );
    return { seconds, bytesPerPage: pdf.length / pages };
  } finally {
    await press.close();
  }
}

function floorOf(out: string, items: readonly PileItem[]): number {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'tests/bench/print-floor.ts'), out, ...items.map(({ address }) => address)],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error('a bare Chromium could not be measured');
  return v.parse(v.object({ seconds: v.number() }), JSON.parse(stdout)).seconds;
}
