import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { exportLesson } from '../../src/cli/export.ts';
import { openFile } from '../../src/open/open-file.ts';
import { seemsToHaveBrowser } from '../../src/print/browser.ts';
import { firstOf } from '../thorough.ts';
import { packageTroubles, partsOf } from '../outputs/office/office-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LESSON = `---
title: Our coast
subject: geography
films: [waves]
---

# Our coast

## Start (5 min)

### The sea

- Cold
- Salt

![A wave](our-coast/wave.svg)

Notes:
Ask Sam first.
`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>';

mkdirSync(join(folder, 'media/our-coast'), { recursive: true });
writeFileSync(join(folder, 'our-coast.md'), LESSON);
writeFileSync(join(folder, 'media/our-coast/wave.svg'), SVG);
writeFileSync(join(folder, 'empty.md'), '---\ntitle: Empty\n---\n');

/** Runs the command in the folder, with its own lessons there. */
async function exported(...args: readonly string[]) {
  const [out, err] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of [out, err]) spy.mockImplementation(() => undefined);
  vi.stubEnv('LESSONS_DIR', folder);
  vi.stubEnv('INIT_CWD', folder);
  try {
    const code = await exportLesson(args);
    const linesOf = (spy: typeof out) => spy.mock.calls.map(([line]) => String(line)).join('\n');
    return { code, out: linesOf(out), err: linesOf(err) };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

/** What the first of them wrote. */
let presentation = new Uint8Array();

describe('npm run export', () => {
  test('writes a presentation with its pictures, and says how large it is and what is not in it', async () => {
    const { code, out, err } = await exported('our-coast', '--as', 'powerpoint');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/our-coast\.pptx is written: \d+ kB\./);
    expect(out).toContain('- Changes you make in PowerPoint do not come back');
    const bytes = new Uint8Array(readFileSync(join(folder, 'our-coast.pptx')));
    expect(packageTroubles(bytes)).toEqual([]);
    const opened = openFile({ name: 'our-coast.pptx', bytes });
    expect(opened).toMatchObject({
      kind: 'opened',
      text: expect.stringContaining('- Cold\n- Salt'),
    });
    expect(partsOf(bytes).has('ppt/media/image1.svg')).toBe(true);
    presentation = bytes;
  });

  test.runIf(seemsToHaveBrowser())('draws a drawing in it for programs that show none', () => {
    const opened = openFile({ name: 'our-coast.pptx', bytes: presentation });
    if (opened.kind !== 'opened') throw new Error(opened.message);
    const [picture] = opened.media;
    const view = new DataView((picture?.bytes ?? new Uint8Array(24)).buffer.slice(0));
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1600, 1200]);
  });

  test.runIf(seemsToHaveBrowser())(
    'leaves a drawing that no browser can draw as it is, and says so',
    async () => {
      writeFileSync(
        join(folder, 'broken.md'),
        LESSON.replace('our-coast/wave', 'our-coast/broken').replaceAll('Our coast', 'Broken'),
      );
      writeFileSync(join(folder, 'media/our-coast/broken.svg'), SVG.replace('</svg>', '<rect'));
      const { code, out } = await exported('broken', '--as', 'powerpoint');
      expect(code).toBe(0);
      expect(out).toContain(
        '1 of its pictures cannot be drawn: its file may be damaged, and it may not show.',
      );
      const bytes = new Uint8Array(readFileSync(join(folder, 'broken.pptx')));
      expect(packageTroubles(bytes)).toEqual([]);
    },
  );

  test('writes the plan as a document, to the file that is named', async () => {
    const { code, out } = await exported('our-coast.md', '--as', 'word', '--out', 'made/plan.docx');
    expect([code, out]).toEqual([0, expect.stringMatching(/plan\.docx is written: \d+ kB\.$/)]);
    const bytes = new Uint8Array(readFileSync(join(folder, 'made/plan.docx')));
    expect(openFile({ name: 'plan.docx', bytes })).toMatchObject({
      text: expect.stringContaining('## Start (5 min)'),
    });
  });

  test.runIf(seemsToHaveBrowser())(
    'prints its slides, as many on a page as it is asked',
    async () => {
      for (const [count, pages] of firstOf([
        ['1', 2],
        ['3', 1],
      ] as const)) {
        const { code } = await exported('our-coast', '--as', 'pdf', '--a-page', count);
        expect(code).toBe(0);
        const pdf = await PDFDocument.load(readFileSync(join(folder, 'our-coast.pdf')));
        expect(pdf.getPageCount()).toBe(pages);
        expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
      }
    },
  );

  test.runIf(seemsToHaveBrowser())(
    'draws its slides as pictures of full HD, all or one, without its notes',
    async () => {
      expect(await exported('our-coast', '--as', 'png')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^2 pictures are in .*our-coast-slides\.$/),
      });
      const names = ['our-coast-1.png', 'our-coast-2.png'];
      expect(readdirSync(join(folder, 'our-coast-slides'))).toEqual(names);
      const all = names.map((name) => readFileSync(join(folder, 'our-coast-slides', name)));
      expect(all.map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual([
        [1920, 1080],
        [1920, 1080],
      ]);
      // The same slide alone, and without a note, is the same picture.
      writeFileSync(join(folder, 'our-coast.md'), LESSON.replace('Ask Sam first.', ''));
      try {
        await exported('our-coast', '--as', 'png', '--slide', '2');
      } finally {
        writeFileSync(join(folder, 'our-coast.md'), LESSON);
      }
      const second = readFileSync(join(folder, 'our-coast-2.png'));
      expect(second.equals(all[1] ?? second.subarray(1))).toBe(true);
    },
  );

  test('says in a sentence what it cannot do, and writes nothing', async () => {
    for (const [args, sentence] of [
      [['our-coast'], 'Cannot export as “”: it needs “--as” with powerpoint, word, pdf or png.'],
      [['our-coast', '--as', 'keynote'], 'Cannot export as “keynote”'],
      [['--as', 'word'], 'Cannot export nothing: it needs the name of one lesson.'],
      [['a', 'b', '--as', 'word'], 'Cannot export several lessons at once'],
      [['our-coast', '--as', 'word', '--loud'], 'Cannot read this: Unknown option'],
      [
        ['our-coast', '--as', 'powerpoint', '--film', 'javascript:alert(1)'],
        'Cannot lead to “javascript:alert(1)”: it needs an address that begins with https://.',
      ],
      [
        ['our-coast', '--as', 'word', '--film', 'https://film.example/'],
        'Cannot lead to the film from a file of word: “--film” needs “--as powerpoint”.',
      ],
      [['our-coast', '--as', 'pdf', '--slide', '1'], 'Cannot take slide “1”: “--slide” needs'],
      [['our-coast', '--as', 'png', '--slide', '0'], 'Cannot take slide “0”: “--slide” needs'],
      [
        ['our-coast', '--as', 'png', '--slide', '9'],
        'Cannot take slide 9 of “our-coast”: it has 2.',
      ],
      [['our-coast', '--as', 'word', '--a-page', '2'], 'Cannot put “2” slides on a page'],
      [['our-coast', '--as', 'pdf', '--a-page', '9'], 'Cannot put “9” slides on a page'],
      [['empty', '--as', 'powerpoint'], 'Cannot export “empty” as powerpoint: it has no slides.'],
      [['empty', '--as', 'pdf'], 'Cannot export “empty” as pdf: it has no slides.'],
      [['nowhere', '--as', 'word'], 'There is no lesson “nowhere”. There are: '],
      [
        ['our-coast', '--as', 'word', '--out', 'our-coast.md/x.docx'],
        'our-coast.md is not a folder and cannot become one. Choose another file with --out.',
      ],
    ] as const) {
      expect(await exported(...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining(sentence),
      });
    }
    for (const name of ['our-coast.docx', 'empty.pptx', 'empty.pdf']) {
      expect(existsSync(join(folder, name))).toBe(false);
    }
  });
});
