import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { slidesOf } from '../../../src/lesson/lesson.ts';
import { writePowerPoint } from '../../../src/outputs/office/powerpoint/write-powerpoint.ts';
import { writeWord } from '../../../src/outputs/office/word/write-word.ts';
import { lessonNamed, mediaOf } from './office-parts.ts';

// LibreOffice is no part of the program: where it is found, it opens our files as another program does.
const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));
/** Its parts may be installed one by one. */
const hasWriter = soffice !== undefined && existsSync(join(realpathSync(soffice), '../swriter'));

/** How many pages LibreOffice makes of a file. */
async function pagesOf(name: string, bytes: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    await promisify(execFile)(soffice ?? '', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, name),
    ]);
    const pdf = readFileSync(join(folder, name.replace(/\w+$/, 'pdf')), 'latin1');
    return [...pdf.matchAll(/\/Type\s?\/Page\b(?!s)/g)].length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(soffice === undefined)(
  'LibreOffice opens a presentation of ours, and has a page for each slide',
  async () => {
    const lesson = lessonNamed('starter');
    const { bytes } = writePowerPoint(lesson, { media: mediaOf(lesson), film: null, day: null });
    expect(await pagesOf('slides.pptx', bytes)).toBe(slidesOf(lesson).length);
  },
);

test.skipIf(!hasWriter)('LibreOffice opens a plan of ours as a document', async () => {
  const bytes = await writeWord(lessonNamed('starter'));
  expect(await pagesOf('plan.docx', bytes)).toBeGreaterThan(1);
});
