import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { build, buildSite, tryPdfs } from '../../src/cli/build.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { readBuildOptions } from '../../src/cli/build/options.ts';
import type { DeskData } from '../../src/pages/print/desk/choice.ts';
import { findBrowser } from '../../src/print/browser.ts';
import { pictureSizes } from '../../src/outputs/supporters/post-picture.ts';
import { posts } from '../../src/outputs/supporters/posts.ts';
import { writeSchool } from '../server/school.ts';
import { chosenOf } from '../thorough.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

// It starts, ends at once, and is no browser, whatever else is on this machine.
test('on a machine without a browser the site is whole: it says so, its pictures are drawings, and no page offers a PDF', async () => {
  vi.stubEnv('BROWSER_PATH', '/bin/true');
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const parts = { home, pages: join(home, 'pages'), out: join(home, 'dist') };
  try {
    // No picture of such a page was ever made and kept.
    writeSchool(home, {
      'pages/supporters/index.html': `<meta charset="utf-8" /><!-- ${home} --><main><!--slot:main--></main>`,
    });
    await buildSite({ ...parts, withPictures: true });
    const why =
      'The browser /bin/true does not start: install Chromium, Chrome or Edge, or name another in BROWSER_PATH.';
    expect(log.mock.calls).toEqual([
      [`The posts’ pictures are SVG files, of which the supporters’ page makes PNGs. ${why}`],
    ]);
    expect(await tryPdfs(parts)).toBe(
      `No PDFs lie ready made: ${why} Each sheet can be printed from its page.`,
    );
    const names = posts.flatMap(({ id }) => pictureSizes.map((size) => `${id}-${size.id}.svg`));
    expect(readdirSync(join(parts.out, 'supporters/pictures')).toSorted()).toEqual(
      names.toSorted(),
    );
    const offered = [
      ...readFileSync(join(parts.out, 'supporters/index.html'), 'utf8').matchAll(
        /href="\.\/(pictures\/[^"]+)"/g,
      ),
    ];
    expect(offered.map(([, path = '']) => path).toSorted()).toEqual(
      names.map((name) => `pictures/${name}`).toSorted(),
    );
    expect(existsSync(join(parts.out, 'print/pdf'))).toBe(false);
    expect(readFileSync(join(parts.out, 'print/index.html'), 'utf8')).toContain('"pdfs":[]');
  } finally {
    rmSync(home, { recursive: true });
  }
});

const browser = await findBrowser();

// In every run each sheet is printed by tests/print, and the command is asked above where there is no browser.
test.for(chosenOf(browser === null ? [] : ['a browser'], () => false))(
  'with %s every sheet lies ready made in each of its styles, and the page “Print” knows of all of them',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
    const parts = { home, pages: await buildPages(), out: join(home, 'dist') };
    try {
      writeSchool(home, {
        'lessons/one.md':
          '---\ntitle: One\nstage: KS3\nminutes: 5\n---\n\n# One\n\n## Talk (5 min)\n### A friend\nSomebody who listens\n',
        'handouts/steps.md': handout('staff', 'media/steps.svg'),
        'media/steps.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
      });
      vi.spyOn(console, 'error').mockImplementation(() => {});
      await buildSite(parts);
      expect(await tryPdfs(parts)).toMatch(
        /^\d+ PDFs \(\d+\.\d MB\) lie ready made in dist\/print\/pdf, after/,
      );
      const desk = readFileSync(join(parts.out, 'print/index.html'), 'utf8');
      const { lessons, school, pdfs } = JSON.parse(
        /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(desk)?.[1] ?? '',
      ) as DeskData;
      const sheets = [...school, ...lessons.flatMap((lesson) => lesson.sheets)];
      expect(lessons.map(({ card }) => card.slug)).toContain('one');
      expect(pdfs).toHaveLength(sheets.reduce((sum, { styles }) => sum + styles.length, 0));
      expect(
        pdfs.filter(
          (path) => readFileSync(join(parts.out, path)).subarray(0, 5).toString() !== '%PDF-',
        ),
      ).toEqual([]);
    } finally {
      rmSync(home, { recursive: true });
    }
  },
);

const handout = (audience: string, picture: string) =>
  `---\ntitle: A sheet\nabout: A sheet\naudience: ${audience}\nfor: the school\ncopies: one\npile: desk\nversion: 1\nreviewed: 2026-11-26\n---\n\n# A sheet\n\n![A sheet](${picture})\n`;

test('a site for everybody has the pictures that its pages show, none of notes, of staff’s sheets or of adults’ lessons, and lists for offline what is there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const out = join(home, 'dist');
  const media = (name: string) =>
    [`media/${name}`, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'] as const;
  const pictures = [
    'a class & its teacher.svg',
    'notes.svg',
    'question-notes.svg',
    'staff.svg',
    'lead.svg',
    'parents.svg',
    'adults.svg',
  ];
  try {
    writeSchool(home, {
      'lessons/shown.md':
        '---\ntitle: Shown\nstage: KS3\n---\n\n# Shown\n\n## Talk (5 min)\n### One\n![A class](<media/a class & its teacher.svg>)\n\nNotes:\n![For you](media/notes.svg)\n\n::: choice law knowledge\nWho?\n- [ ] Nobody\n- [x] Somebody\n\nNotes:\n![For you](media/question-notes.svg)\n:::\n',
      'lessons/staff.md':
        '---\ntitle: For staff\nstage: adults\n---\n\n# For staff\n\n## Talk (5 min)\n### One\n![Adults](media/adults.svg)\n',
      'handouts/steps.md': handout('staff', 'media/staff.svg'),
      'handouts/briefing.md': handout('lead', 'media/lead.svg'),
      'handouts/parents-talk.md': handout('parents', 'media/parents.svg'),
      'pages/at-home/index.html': '<meta charset="utf-8" /><main><!--slot:main--></main>',
      ...Object.fromEntries(pictures.map(media)),
    });
    const confirmed = { shout: { on: '2026-11-30', by: 'safeguarding lead' } } as const;
    const checks = { confirmed, hidden: [], nation: 'Wales' } as const;
    await buildSite({ home, pages: join(home, 'pages'), out, forEveryone: true, checks });
    // What a page reads there later says the same as the page.
    const school: unknown = JSON.parse(readFileSync(join(out, 'school.json'), 'utf8'));
    expect(school).toMatchObject({ name: '', nation: 'Wales', confirmed });
    const shown = readdirSync(join(out, 'media')).toSorted();
    expect(shown).toEqual(['a class & its teacher.svg', 'parents.svg']);
    // A browser that finds one of these missing keeps none.
    const [, offline = '{}'] = /= (.*);/.exec(readFileSync(join(out, 'offline.js'), 'utf8')) ?? [];
    const { files } = JSON.parse(offline) as { readonly files: readonly string[] };
    expect(files).toContain('comebacks/');
    const missing = files.filter((file) => !existsSync(join(out, file)));
    expect(missing).toEqual([]);
    await buildSite({ home, pages: join(home, 'pages'), out });
    expect(readdirSync(join(out, 'media'))).toEqual(expect.arrayContaining(pictures));
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('“npm run build” reads its words, and builds nothing of what it cannot read', async () => {
  expect(readBuildOptions([])).toEqual({
    forEveryone: false,
    withPdfs: true,
    address: null,
    confirmedBy: null,
    leaveTo: null,
    help: false,
  });
  expect(readBuildOptions(['--no-pdfs'])).toEqual({
    forEveryone: false,
    withPdfs: false,
    address: null,
    confirmedBy: null,
    leaveTo: null,
    help: false,
  });
  expect(readBuildOptions(['--public'])).toEqual({
    forEveryone: true,
    withPdfs: false,
    address: null,
    confirmedBy: null,
    leaveTo: null,
    help: false,
  });
  expect(readBuildOptions(['--public', '--address', 'https://help.example.org/us'])).toMatchObject({
    address: 'https://help.example.org/us/',
  });
  expect(readBuildOptions(['--public', '--address', 'help.example.org'])).toEqual({
    wrong:
      'Cannot read the address “help.example.org”: it needs to be like https://help.example.org/',
  });
  const who = ['--confirmed-by', 'safeguarding lead'];
  expect(readBuildOptions(['--public', ...who])).toMatchObject({
    confirmedBy: 'safeguarding lead',
  });
  expect(readBuildOptions(who)).toEqual({
    wrong: 'Who checked is said of a site that everyone may read: it needs --public',
  });
  expect(readBuildOptions(['--public', '--confirmed-by', 'me'])).toEqual({
    wrong:
      'Cannot take “me” for who checked: it needs to be a role, --confirmed-by "safeguarding lead" or "deputy safeguarding lead" or "another member of staff"',
  });
  expect(readBuildOptions(['--address', 'https://help.example.org/'])).toEqual({
    wrong: 'An address is for a site that everyone may read: it needs --public',
  });
  expect(readBuildOptions(['--leave-to', 'https://www.example.org/weather'])).toMatchObject({
    leaveTo: 'https://www.example.org/weather',
  });
  for (const wrong of [
    'www.example.org',
    'http://www.example.org/',
    'https://me:word@www.example.org/',
    'https://www.example.org/?from=comebacks',
    'javascript:alert(1)',
  ]) {
    expect(readBuildOptions(['--leave-to', wrong])).toEqual({
      wrong: `Cannot leave to “${wrong}”: it needs to be like https://www.example.org/`,
    });
  }
  const here = ['--public', '--address', 'https://help.example.org/us/'];
  expect(readBuildOptions([...here, '--leave-to', 'https://help.example.org/'])).toEqual({
    wrong: 'Cannot leave to https://help.example.org/: it needs to be a page of another site',
  });
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await build(['--nopdfs'])).toBe(1);
  expect(errors.mock.calls).toEqual([
    ["Cannot read this: Unknown option '--nopdfs'. See npm run build -- --help"],
  ]);
  expect(readBuildOptions(['./dist'])).toEqual({
    wrong: "Cannot read this: Unexpected argument './dist'. See npm run build -- --help",
  });
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await build(['--help'])).toBe(0);
  expect(log.mock.calls.flat().join('')).toMatch(/--no-pdfs\s+leaves the PDFs out\n\s+--public/);
});
