import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { record } from '../src/text/schema.ts';
import { runTool } from '../src/cli/run-tool.ts';
import { impuritiesOf } from './house/impurities.ts';
import { isPure, readTree, root } from './house/read-tree.ts';
import { refusals, type Row, type Table } from './house/refusals.ts';
import { parse } from './house/syntax.ts';

/** Documents and slides: folds of a lesson, of a handout, of lists of our own. */
const outputs = [
  'outputs/board',
  'outputs/reading',
  'outputs/notes',
  'outputs/plan',
  'outputs/handouts',
  'outputs/home',
  'outputs/library',
  'outputs/supporters',
  'outputs/comebacks',
  'outputs/office',
];
const everythingPure = [
  'text',
  'subjects',
  'document',
  'slides',
  'ui',
  'help',
  'school',
  'poll',
  'cards',
  'questions',
  'film',
  'import',
  'lesson',
  'open',
  'room',
  'checks',
  'edit',
  'review',
  'approval',
  ...outputs,
];
const page: Row = { folders: everythingPure, packages: ['preact', 'nanoid', 'valibot'] };
/** What makes files and pages on a computer; it knows no requests. */
const node: Row = { folders: everythingPure, packages: ['node:*', 'valibot'] };
const server: Row = {
  folders: [...everythingPure, 'site', 'print'],
  packages: ['node:*', 'fastify', '@fastify/*', 'nanoid', 'valibot'],
};
/** Sheets, pages for home and plans lead to each other, and take parts of each other. */
const sheets: Row = {
  folders: [
    'text',
    'document',
    'slides',
    'ui',
    'lesson',
    'film',
    'help',
    'school',
    'subjects',
    'questions',
    'cards',
    'outputs/board',
    'outputs/comebacks',
    'outputs/handouts',
    'outputs/home',
    'outputs/library',
    'outputs/notes',
    'outputs/office',
    'outputs/plan',
  ],
  packages: ['valibot'],
};

/** Who may import what. To add a line here changes how the house is laid out. */
const mayImport: Table = {
  text: { folders: [], packages: ['valibot', 'flesch-kincaid', 'syllable'] },
  document: {
    folders: ['text'],
    packages: ['highlight.js', 'katex', 'markdown-it', 'sanitize-html', 'valibot'],
  },
  ui: { folders: ['text'], packages: ['@fontsource/*', 'lean-qr', 'valibot'], views: ['preact'] },
  'ui/offline-worker.view.ts': {
    folders: ['text'],
    packages: ['workbox-range-requests'],
  },
  help: { folders: ['text', 'subjects'] },
  subjects: { folders: ['text'], packages: ['valibot', 'yaml'] },
  school: { folders: ['text', 'help'], packages: ['valibot'] },
  poll: { folders: ['text', 'document'], packages: ['nanoid', 'valibot'] },
  cards: { folders: ['poll'] },
  questions: {
    folders: ['text', 'document', 'poll'],
    types: ['ui'],
    views: ['ui', 'preact'],
  },
  film: {
    folders: ['text', 'document'],
    packages: ['valibot', 'yaml', 'mediabunny'],
    views: ['ui', 'video.js'],
  },
  import: { folders: ['text', 'document'], types: ['lesson', 'film'], packages: ['yaml'] },
  lesson: {
    folders: ['text', 'document', 'import', 'slides', 'poll', 'questions', 'film', 'subjects'],
    packages: ['markdown-it', 'valibot', 'yaml'],
  },
  open: {
    folders: ['text', 'document', 'import', 'slides', 'lesson', 'subjects'],
    packages: ['fflate', 'saxes'],
  },
  room: {
    folders: ['text', 'poll', 'questions', 'subjects'],
    packages: ['nanoid', 'valibot'],
    views: ['preact'],
    types: ['lesson'],
  },
  slides: { folders: ['text', 'document', 'ui', 'help', 'poll', 'subjects'] },
  'outputs/board': {
    folders: [
      'text',
      'document',
      'ui',
      'slides',
      'lesson',
      'questions',
      'poll',
      'film',
      'help',
      'subjects',
    ],
    packages: ['valibot'],
    types: ['room'],
    views: ['reveal.js'],
  },
  'outputs/reading': {
    folders: ['text', 'document', 'poll', 'slides', 'subjects', 'outputs/board'],
    packages: ['valibot'],
    types: ['room', 'lesson'],
  },
  'outputs/office': {
    folders: [
      'text',
      'document',
      'lesson',
      'slides',
      'questions',
      'poll',
      'help',
      'subjects',
      'ui',
      'open',
      'outputs/board',
      'outputs/library',
    ],
    packages: ['docx', 'fflate'],
  },
  'outputs/comebacks': { folders: ['text', 'document', 'help', 'ui'] },
  'outputs/supporters': { folders: ['text', 'help', 'ui', 'school'] },
  'outputs/handouts': sheets,
  'outputs/home': sheets,
  'outputs/library': sheets,
  'outputs/notes': sheets,
  'outputs/plan': sheets,
  checks: {
    folders: [
      'text',
      'document',
      'lesson',
      'slides',
      'poll',
      'questions',
      'help',
      'film',
      'subjects',
      'outputs/handouts',
      'outputs/comebacks',
    ],
  },
  edit: {
    folders: [
      'text',
      'document',
      'lesson',
      'slides',
      'questions',
      'poll',
      'subjects',
      'checks',
      'ui',
      'open',
      'film',
      'outputs/board',
      'outputs/handouts',
      'outputs/home',
      'outputs/library',
      'outputs/office',
      'outputs/plan',
      'review',
      'approval',
    ],
    packages: ['valibot'],
    views: ['preact', 'nanoid', 'katex'],
  },
  review: { folders: ['text', 'help', 'subjects', 'lesson', 'school'], packages: ['valibot'] },
  approval: {
    folders: ['text', 'ui', 'help', 'subjects', 'lesson', 'school', 'review'],
    packages: ['valibot'],
  },
  pages: page,
  'pages/edit': { ...page, packages: [...(page.packages ?? []), '@codemirror/*', 'katex'] },
  'pages/join': {
    folders: ['text', 'ui', 'poll', 'questions', 'room', 'help'],
    packages: ['preact'],
  },
  'pages/film': { ...page, packages: [...(page.packages ?? []), 'fflate'] },
  'pages/supporters': { ...page, packages: [...(page.packages ?? []), 'fflate'] },
  site: node,
  'site/film-reader.ts': { ...node, packages: [...(node.packages ?? []), 'mediabunny'] },
  'site/folder': { ...node, packages: [...(node.packages ?? []), 'fflate'] },
  print: { folders: [...node.folders, 'site'], packages: ['node:*', 'nanoid', 'valibot'] },
  'print/browser.ts': { ...node, packages: [...(node.packages ?? []), 'playwright-core'] },
  'print/pdf': { ...node, packages: [...(node.packages ?? []), '@cantoo/pdf-lib'] },
  server,
  'server/store/valkey': { ...server, packages: [...(server.packages ?? []), '@redis/client'] },
  cli: {
    folders: [...server.folders, 'server'],
    packages: ['node:*', 'commander', 'valibot', 'vite'],
  },
};

/** A `tsconfig.json`, and the files that declare the globals it lets code use. */
type Project = { readonly project: string; readonly globals: readonly string[] };
const PURE: Project = {
  project: 'src/tsconfig.pure.json',
  globals: ['src/pure-globals.d.ts'],
};
const BROWSER: Project = { project: 'src/tsconfig.browser.json', globals: [] };
const SERVER: Project = { project: 'src/server/tsconfig.json', globals: [] };

const src = readTree('src');
const ours = [...src.map(inFolder('src')), ...readTree('tests').map(inFolder('tests'))];
const papers = [
  { path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') },
  ...['.github', 'lessons', 'handouts', 'src'].flatMap((top) =>
    readTree(top)
      .filter(({ path }) => /(?:README|SPEC)\.md$/.test(path) || top === '.github')
      .map(inFolder(top)),
  ),
];
const scripts = ours.filter(({ path }) => /\.(tsx?|mjs)$/.test(path));

/** Where a paper shows how a lesson names its pictures, it leads nowhere. */
function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '');
}

function inFolder(top: string) {
  return <T extends { readonly path: string }>(file: T): T => ({
    ...file,
    path: `${top}/${file.path}`,
  });
}

describe('the house', () => {
  test('has at its top level what a newcomer needs to see, and nothing else', () => {
    const mayBe = ['node_modules', 'dist', 'lib', 'packs', 'prints'];
    const seen = readdirSync(root).filter(
      (name) => !/^\.|\.tgz$/.test(name) && !mayBe.includes(name),
    );
    const wanted = [
      'LICENSE',
      'README.md',
      'package-lock.json',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
    ];
    expect(seen.toSorted()).toEqual(
      [...wanted, 'handouts', 'lessons', 'media', 'src', 'tests'].toSorted(),
    );
  });

  test('lets each folder import what the table says', () => {
    expect(src.flatMap((file) => refusals(file, mayImport))).toEqual([]);
  });

  test('names in its table only packages that are installed', () => {
    const named = Object.values(mayImport).flatMap(({ packages = [], views = [] }) => [
      ...packages,
      ...views.filter((view) => !(view in mayImport)),
    ]);
    const names = record(v.string());
    const { dependencies, devDependencies } = v.parse(
      v.object({ dependencies: names, devDependencies: names }),
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
    );
    const isInstalled = (name: string) =>
      name === 'node:*' ||
      Object.keys({ ...dependencies, ...devDependencies }).some((one) =>
        name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : one === name,
      );
    expect([...new Set(named)].filter((name) => !isInstalled(name))).toEqual([]);
  });

  test('leads from its papers only to what is there', () => {
    const dead = papers
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text }) =>
        [...withoutCode(text).matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g)].map(([, to = '']) =>
          join(dirname(path), to),
        ),
      )
      .filter((path) => !existsSync(join(root, path)));
    expect(dead).toEqual([]);
  });

  test('names in its architecture only files and folders that are there', () => {
    const architecture = papers.find(({ path }) => path.endsWith('ARCHITECTURE.md'))?.text ?? '';
    const named = [
      ...architecture.matchAll(/`(?:src\/)?([a-z][\w./-]*\.(?:tsx?|lua))`/g),
      ...architecture.matchAll(/`src\/([^`<]+)`/g),
    ].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(
      named.filter((path) => !['src', ''].some((top) => existsSync(join(root, top, path)))),
    ).toEqual([]);
  });

  test('names files and folders in lower-case words joined by hyphens, and has no index.ts and no utils', () => {
    // What an older version wrote has its own names.
    const names = ours.filter(({ path }) => !/\/(SPEC|README)\.md$|^tests\/stored-by-/.test(path));
    const word = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    expect(
      names
        .filter(({ path }) => path.split('/').some((part) => !word.test(part)))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(
      names.filter(({ path }) => /\/(index\.tsx?|utils?[./])/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('has no two scripts that differ in their ending alone, of which lint would see the types of one', () => {
    const stems = scripts.map(({ path }) => path.replace(/\.[a-z]+$/, ''));
    expect(stems.filter((stem, at) => stems.indexOf(stem) !== at)).toEqual([]);
  });

  test('exports things by their name', () => {
    const nameless = scripts.filter(({ path, text }) =>
      parse(path, text).statements.some(({ type }) => type === 'ExportDefaultDeclaration'),
    );
    expect(nameless.map(({ path }) => path)).toEqual(['tests/playwright.config.ts']);
  });

  test('says in a sentence what every export promises', () => {
    expect(
      scripts
        .filter(({ path }) => path.startsWith('src/'))
        .flatMap(({ path, text }) => silentExports(path, text)),
    ).toEqual([]);
  });
});

describe('pure files', () => {
  test('ask for neither time nor chance', () => {
    expect(
      src.filter(({ path }) => isPure(path)).flatMap(({ path, text }) => impuritiesOf(path, text)),
    ).toEqual([]);
  });

  test.for([
    'export const at = Date.now();',
    "export const at = Date['now']();",
    'export const at = new Date();',
    'export const at = Date();',
    'export const { now } = Date;',
    'export const at = Temporal.Now.instant();',
    'export const luck = Math.random();',
    'export const { random } = Math;',
    'export const id = crypto.randomUUID();',
    'export const at = globalThis.performance.now();',
  ])('are refused with `%s`', (line) => {
    expect(impuritiesOf('text/planted.ts', line)).toHaveLength(1);
  });

  test.for([
    'export const day = new Date(0);',
    'export const more = Math.max(1, 2);',
    'export type When = Date;',
    'export const a = { crypto: 1 }.crypto;',
  ])('are let through with `%s`', (line) => {
    expect(impuritiesOf('text/planted.ts', line)).toEqual([]);
  });

  test('are refused by the compiler with the browser or Node in them, and let through without', async () => {
    const refused = await compilePlanted(PURE, {
      'browser.ts': 'export const title = document.title;',
      'node.ts':
        "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');",
      'process.ts': 'export const home = process.env.HOME;',
      'timer.ts': 'setTimeout(() => {}, 1);',
      'clean.ts':
        "import { trusted } from '../../src/text/html.ts';\nexport const text = String(trusted(new URL('https://example.org').href));",
    });
    expect(refused).toEqual(['browser.ts', 'node.ts', 'process.ts', 'timer.ts']);
  });
});

describe('files of the browser', () => {
  test('are refused by the compiler with Node in them, and let through with the page', async () => {
    const refused = await compilePlanted(BROWSER, {
      'buffer.ts': "export const bytes = Buffer.from('x');",
      'node.view.ts':
        "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');",
      'process.ts': 'export const home = process.env.HOME;',
      'timer.ts': 'setTimeout(() => {}, 1).unref();',
      'clean.tsx':
        'export const title = <p title={document.title}>{import.meta.env.MODE}</p>;\nsetTimeout(() => {}, 1);',
    });
    expect(refused).toEqual(['buffer.ts', 'node.view.ts', 'process.ts', 'timer.ts']);
  });
});

describe('files of the server', () => {
  test('are refused by the compiler with a page in them, and let through with Node', async () => {
    const refused = await compilePlanted(SERVER, {
      'document.ts': 'export const title = document.title;',
      'location.ts': 'export const address = location.href;',
      'window.ts': 'export const width = window.innerWidth;',
      'clean.ts':
        "import { readFileSync } from 'node:fs';\nexport const text = readFileSync(process.argv[1] ?? '', 'utf8');",
    });
    expect(refused).toEqual(['document.ts', 'location.ts', 'window.ts']);
  });
});

describe('the table', () => {
  test.for([
    ['text/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['text/planted.ts', "const { readFileSync } = await import('node:fs');"],
    ['text/planted.ts', "import type { Lesson } from '../lesson/lesson.ts';"],
    ['text/planted.ts', "export * from '../lesson/lesson.ts';"],
    ['text/planted.ts', "export type X = import('../lesson/lesson.ts').Lesson;"],
    ['outputs/board/planted.ts', "import { step } from '../../room/room.ts';"],
    ['outputs/board/planted.ts', "import Reveal from 'reveal.js';"],
    ['outputs/board/planted.ts', "import { start } from './deck.view.ts';"],
    ['outputs/board/planted.css', "@import '../handouts/sheet.css';"],
    ['pages/join/planted.tsx', "import { helpSlide } from '../../slides/help.ts';"],
    ['pages/present/planted.tsx', "import { seat } from '../join/visit.ts';"],
    ['server/planted.ts', "import { chromium } from 'playwright-core';"],
    ['server/planted.ts', "import { startFilm } from '../film/film.view.ts';"],
    ['site/planted.ts', "import { createApp } from '../server/http/app.ts';"],
    ['print/planted.ts', "import type { Answer } from '../server/http/answer.ts';"],
    ['nowhere/planted.ts', "import { html } from '../text/html.ts';"],
  ] as const)('refuses %s the line `%s`', ([path, text]) => {
    expect(refusals({ path, text }, mayImport)).toHaveLength(1);
  });

  test.for([
    ['outputs/board/planted.ts', "import type { BoardView } from '../../room/protocol.ts';"],
    [
      'outputs/board/planted.view.ts',
      "import Reveal from 'reveal.js';\nimport 'reveal.js/reveal.css';\nimport './deck.css';",
    ],
    ['ui/planted.css', "@import '@fontsource/lexend/400.css';"],
    ['print/browser.ts', "import { chromium } from 'playwright-core';"],
    [
      'cli/planted.ts',
      "import { createApp } from '../server/http/app.ts';\nconst { build } = await import('vite');",
    ],
  ] as const)('allows %s the line `%s`', ([path, text]) => {
    expect(refusals({ path, text }, mayImport)).toEqual([]);
  });
});

/** Compiles these files, in a folder of their own, as those of a project are, and returns which of them the compiler refused. */
async function compilePlanted(
  { project, globals }: Project,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'planted-'));
  try {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: `../../${project}`,
        compilerOptions: { tsBuildInfoFile: './types.tsbuildinfo' },
        include: ['.', ...globals.map((file) => `../../${file}`)],
        exclude: [],
      }),
    );
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { output } = await runTool({
      from: 'typescript',
      bin: 'tsc',
      args: ['-p', folder, '--pretty', 'false'],
    });
    return Object.keys(files).filter((name) =>
      output.split('\n').some((line) => line.includes(`${folder.slice(root.length)}/${name}(`)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function silentExports(path: string, text: string): readonly string[] {
  const { statements, comments } = parse(path, text);
  const spoken = statements.filter(
    ({ type }) => type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration',
  );
  return spoken
    .filter(
      ({ start }) =>
        !comments.some(
          ({ type, value, end }) =>
            type === 'Block' && value.startsWith('*') && text.slice(end, start).trim() === '',
        ),
    )
    .map(
      ({ start }) => `${path}:${text.slice(0, start).split('\n').length} exports without a word`,
    );
}
