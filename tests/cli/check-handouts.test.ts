import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkNamedHandouts } from '../../src/cli/check/check-handouts.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-check-'));
const handouts = join(folder, 'handouts');
mkdirSync(handouts);
cpSync(new URL('../../handouts/stories.md', import.meta.url), join(handouts, 'stories.md'));
for (const name of ['README.md', 'notes.txt']) {
  writeFileSync(join(handouts, name), 'Not a handout.\n');
}
writeFileSync(
  join(handouts, 'our-comebacks.txt'),
  'Written by: us, 2027-01-20\nChecked by: the lead, 2027-01-21\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD =
  '---\ntitle: Pictures\nabout: Two pictures\naudience: staff\nfor: the school\ncopies: one\npile: pack\nversion: 1\nreviewed: 2026-11-25\n---\n\n';

const filesOf = async (name: string) => {
  const { checked, missing } = await checkNamedHandouts([name], folder);
  return { files: checked.map(({ file }) => file.file), missing };
};

// Where no shell does it, on Windows, patterns arrive as they were typed.
test.for([
  ['handouts/*', ['handouts/our-comebacks.txt', 'handouts/stories.md']],
  ['handouts/*.txt', ['handouts/our-comebacks.txt']],
  ['handouts/s*.md', ['handouts/stories.md']],
] as const)(
  'the pattern %s matches handouts and what young people wrote, and no other file',
  async ([name, files]) => {
    expect(await filesOf(name)).toEqual({ files, missing: [] });
  },
);

test.for(['handouts/x*.md', 'elsewhere/handouts', 'elsewhere/handouts/*'])(
  '%s, which matches nothing, is reported',
  async (name) => {
    expect(await filesOf(name)).toEqual({
      files: [],
      missing: [`Cannot check ${name}: there is no such handout.`],
    });
  },
);

test('a file whose name no sheet can have is found in its folder, and says so', async () => {
  // As the first handout of a lesson's own is called.
  const names = ['My Slips.md', 'own-1.md'];
  for (const name of names) writeFileSync(join(handouts, name), `${HEAD}Words.\n`);
  const { checked } = await checkNamedHandouts(['handouts'], folder);
  const refused = checked.filter(({ file }) =>
    file.problems.some(({ code }) => code === 'handout-name'),
  );
  expect(refused.map(({ file }) => file.file)).toEqual(names.map((name) => `handouts/${name}`));
  for (const name of names) rmSync(join(handouts, name));
});

test('a picture that lies nowhere in media is an error at its place, and one that lies there is none', async () => {
  writeFileSync(
    join(handouts, 'pictures.md'),
    `${HEAD}![One message on a screen.](pictures/message.svg)\n\nA line, and ![a queue](pictures/no-such-queue.svg)\n`,
  );
  const { checked } = await checkNamedHandouts(['handouts/pictures.md'], folder);
  expect(checked.flatMap(({ file }) => file.problems)).toEqual([
    {
      code: 'missing-picture',
      severity: 'error',
      line: 14,
      column: 24,
      message:
        'Cannot print the picture “pictures/no-such-queue.svg”: there is no media/pictures/no-such-queue.svg',
    },
  ]);
  rmSync(join(handouts, 'pictures.md'));
});

test('a picture that is none, and one too heavy to print, are found as in a lesson', async () => {
  const media = join(folder, 'media');
  mkdirSync(join(media, 'a'), { recursive: true });
  writeFileSync(join(media, 'a/page.png'), '<!doctype html>');
  writeFileSync(
    join(media, 'a/heavy.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg"></svg>${' '.repeat(6_000_000)}`,
  );
  writeFileSync(
    join(handouts, 'heavy.md'),
    `${HEAD}![A phone](a/page.png)\n\n![A phone with one new message](a/heavy.svg)\n`,
  );
  const { checked } = await checkNamedHandouts(['handouts/heavy.md'], folder, media);
  expect(
    checked
      .flatMap(({ file }) => file.problems)
      .map(({ code, line, message }) => `${line} ${code}: ${message}`),
  ).toEqual([
    '12 unreadable-picture: Cannot print the picture “a/page.png”: media/a/page.png is not a picture that can be read, it needs to be saved again as PNG, JPEG or SVG',
    '14 large-picture: The picture “a/heavy.svg” has 6 MB: old printers take minutes over it. Save it 1920 pixels wide',
  ]);
  rmSync(join(handouts, 'heavy.md'));
});
