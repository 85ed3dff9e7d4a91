import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importFile } from '../../src/cli/import.ts';
import type { Problem } from '../../src/document/problem.ts';
import { docx, lines, paragraph, picture, pptx, run, shape } from '../open/make-office.ts';
import { check } from './run-check.ts';
import { PLACED_JPEG, PNG } from '../open/small-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = docx(
  paragraph('Refraction', 'Titel') +
    paragraph('Starter (10 min)', 'H1') +
    paragraph('Hand out the jars.') +
    paragraph('Main', 'H1') +
    paragraph(picture('p', 'A jar')),
  { parts: { 'word/media/jar.jpg': PLACED_JPEG }, related: { p: ['image', 'media/jar.jpg'] } },
);

const SLIDES = pptx([
  { shapes: shape('ctrTitle', lines(['Volcanoes'])), notes: lines(['Greet them.']) },
  { shapes: shape('title', lines(['Lava'])) + shape('body', lines(['Molten rock'])) },
]);

async function imported(...args: readonly string[]) {
  const output = { out: '', err: '' };
  const { log, error } = console;
  const before = process.env['INIT_CWD'];
  process.env['INIT_CWD'] = folder;
  console.log = (words: string) => void (output.out += `${words}\n`);
  console.error = (words: string) => void (output.err += `${words}\n`);
  try {
    return { code: await importFile(args), ...output };
  } finally {
    Object.assign(console, { log, error });
    if (before === undefined) delete process.env['INIT_CWD'];
    else process.env['INIT_CWD'] = before;
  }
}

const put = (name: string, content: Uint8Array | string) =>
  writeFileSync(join(folder, name), content);

describe('npm run import', () => {
  test('writes a lesson and its pictures, and says of each part what became of it, one line each', async () => {
    put('My plan.docx', PLAN);
    const { code, out, err } = await imported('My plan.docx', '--into', 'a', '--plain');
    expect([code, err]).toEqual([0, '']);
    const text = readFileSync(join(folder, 'a/my-plan.md'), 'utf8');
    expect(text).toContain('## Starter (10 min)\n\nNotes:\nHand out the jars.');
    expect(text).toContain('![A jar](my-plan/jar.jpg)');
    expect(readFileSync(join(folder, 'a/media/my-plan/jar.jpg')).includes('51.5 N')).toBe(false);
    expect(out).toMatch(
      /^a\/my-plan\.md:\d+:1 info minutes-found: under “Starter \(10 min\)”: Starter: 10 minutes$/m,
    );
    expect(out).toMatch(
      /^a\/my-plan\.md:\d+:1 info to-notes: .*“Hand out the jars\.” is in your notes/m,
    );
    expect(out).toMatch(/^My plan\.docx \(Word\) is now a\/my-plan\.md: .*npm run check/m);
  });

  test('says the same for people and for programs', async () => {
    put('Two.docx', PLAN);
    const pretty = await imported('Two.docx', '--into', 'b', '--pretty');
    expect(pretty.out).toContain('In your notes, not on the board');
    put('Three.docx', PLAN);
    const { out } = await imported('Three.docx', '--into=b', '--json');
    const { files } = JSON.parse(out) as { readonly files: readonly Record<string, unknown>[] };
    expect(files).toMatchObject([
      {
        file: 'b/three.md',
        from: 'Three.docx',
        source: 'docx',
        slides: 3,
        media: ['media/three/jar.jpg'],
        problems: expect.arrayContaining([expect.objectContaining({ code: 'minutes-guessed' })]),
      },
    ]);
  });

  test('never writes over what is there, and then writes nothing', async () => {
    put('Four.docx', PLAN);
    mkdirSync(join(folder, 'c/media/four'), { recursive: true });
    const taken = await imported('Four.docx', '--into', 'c');
    expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('it is there already') });
    expect(existsSync(join(folder, 'c/four.md'))).toBe(false);
    put('Five.docx', PLAN);
    writeFileSync(join(folder, 'c/five.md'), 'mine');
    expect(await imported('Five.docx', '--into', 'c')).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(join(folder, 'c/five.md'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'c/media/five'))).toBe(false);
  });

  test('brings the pictures beside a Markdown file, and nothing from outside its folder', async () => {
    mkdirSync(join(folder, 'deck/img'), { recursive: true });
    writeFileSync(join(folder, 'deck/img/a.png'), PNG);
    writeFileSync(join(folder, 'secret.png'), PNG);
    symlinkSync(join(folder, 'secret.png'), join(folder, 'deck/link.png'));
    put(
      'deck/deck.md',
      '# Soil\n\n## A\n\n![A](img/a.png)\n\n![B](../secret.png)\n\n![C](link.png)\n',
    );
    const { code, out } = await imported('deck/deck.md', '--into', 'd', '--plain');
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'd/deck.md'), 'utf8')).toContain('![A](deck/a.png)');
    expect(out.match(/look: .*is not beside the file/g)).toHaveLength(2);
  });

  test('says what to do where a file cannot be opened, is not there or is not named', async () => {
    put('old.doc', '\xd0\xcf');
    put('x.pdf', '%PDF-1.7');
    expect(await imported('x.pdf')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Cannot import x\.pdf: it is a PDF/),
    });
    expect(await imported('none.docx')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such file'),
    });
    expect(await imported()).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run import -- FILE'),
    });
    expect(await imported('a', '--loud')).toMatchObject({
      code: 1,
      err: expect.stringContaining('“--loud”'),
    });
    expect(await imported('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--into'),
    });
  });

  test('writes lessons in which npm run check finds no error', async () => {
    put('Seven.docx', PLAN);
    put('Eight.pptx', SLIDES);
    for (const name of ['Seven.docx', 'Eight.pptx']) {
      expect(await imported(name, '--into', 'f')).toMatchObject({ code: 0 });
    }
    const { out, code } = await check(['f', '--json'], { from: folder });
    const { files } = JSON.parse(out) as {
      readonly files: readonly { readonly slides: number; readonly problems: readonly Problem[] }[];
    };
    expect(files.map(({ slides }) => slides)).toEqual([2, 3]);
    expect(
      files.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(code).toBe(0);
  });

  test('writes no word that could steer a terminal', async () => {
    put('Six.docx', docx(paragraph(run('Hand out \u202ethe jars.'))));
    const { out } = await imported('Six.docx', '--into', 'e', '--pretty');
    expect(out).not.toContain('\u202e');
  });
});
