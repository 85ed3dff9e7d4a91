import type { StaffNotes } from '../../src/lesson/lesson.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { reportRemoveWords } from '../../src/help/report-remove.ts';
import { nationFacts, nationWords } from '../../src/help/nation-facts.ts';
import { notesOf } from '../../src/outputs/board/make-deck.ts';
import { openLessons, type LessonFile } from '../../src/site/lessons.ts';
import { htmlFindings } from '../html-findings.ts';
import { addressesIn, builtSite, deadEnds, fileAt, type BuiltSite } from './built-site.ts';

let site: BuiltSite;
let lessons: readonly LessonFile[];
beforeAll(async () => {
  site = await builtSite(true);
  lessons = await openLessons(join(root, 'lessons')).all();
  // Only against one that hangs.
}, 240_000);
afterAll(() => site.remove());

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The words of a page or of its data, without marks. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/\\u003c/g, '<')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/\\"/g, '"')
    .replaceAll(/\s+/g, ' ');
}

/** Sentences that are long enough to be no one else's. */
function sentencesOf(html: string): readonly string[] {
  return wordsOf(html)
    .split(/(?<=[.?!”])\s/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 45);
}

function staffTexts({ hardQuestions, toReview, ...sections }: StaffNotes): readonly string[] {
  const answers = hardQuestions.map(({ answer }) => answer);
  const points = toReview.map((one) => one.points);
  return [...Object.values(sections), ...answers, ...points].map((text) => toHtml(text));
}

test('a site for everybody has no word of a teacher’s notes, of what is for staff alone, or of what is to be said in an emergency', () => {
  const all = [...site.files]
    .filter((path) => /\.(html|json|js)$/.test(path))
    .map((path) => wordsOf(site.text(path)));
  const links = lessons.flatMap(({ lesson }) =>
    [...Object.values(notesOf(lesson)), ...staffTexts(lesson.staff)].flatMap(sentencesOf),
  );
  // What is said aloud to a class, and stands on a slide or a sheet of theirs as well; and what anyone reads of their nation and of Report Remove.
  const shown = new Set([
    ...nationFacts.flatMap((fact) => sentencesOf(nationWords(fact))),
    ...Object.values(reportRemoveWords).flatMap((words) => sentencesOf(words.more)),
    ...lessons.flatMap(({ lesson }) =>
      lesson.blocks.flatMap(({ slides }) =>
        slides.flatMap(({ body }) => sentencesOf(toHtml(body))),
      ),
    ),
  ]);
  const secret = [...new Set(links)].filter((sentence) => !shown.has(sentence));
  expect(secret.length).toBeGreaterThan(300);
  expect(secret.filter((sentence) => all.some((words) => words.includes(sentence)))).toEqual([]);
});

test('it has no presenter, board, plan, answers, pack or film but ours, and no list that names them', () => {
  const staffs =
    /^(?:present|board|lesson|school|join|room-check)\/|^(?:lessons|print)\.json$|sheets\.json$|^print\/index\.html$|^media\/(?!speech-bubbles\/).*\.(?:mp4|webm|vtt)$/;
  expect([...site.files].filter((path) => staffs.test(path))).toEqual([]);
  const sheets = [
    'answers',
    'notes',
    'tally',
    'notice',
    'delivery-note',
    'recording-form',
    'staff-flow',
    'staff-steps',
    'briefing',
    'governors',
  ];
  expect(
    [...site.files].filter((path) => sheets.some((sheet) => path.includes(`/${sheet}/`))),
  ).toEqual([]);
  expect(
    [...site.files].filter((path) => /(?:starter|rehearsal|staff-briefing)/.test(path)),
  ).toEqual([]);
  for (const [path, page] of site.pages) {
    expect([path, page]).toEqual([
      path,
      expect.not.stringMatching(/"right":|<!--staff|data-follows/),
    ]);
  }
  const scripts = [...site.files]
    .filter((path) => path.endsWith('.js'))
    .map((path) => site.text(path));
  for (const words of [
    'Prepare for my school',
    'What are you teaching?',
    'What do you want on paper?',
    'If someone tells you',
  ]) {
    expect([words, scripts.some((script) => script.includes(words))]).toEqual([words, false]);
  }
});

test('it has what pupils see and take home, and every page is reached from the first by links alone', () => {
  for (const path of [
    'comebacks/',
    'help/',
    'parents/',
    'supporters/',
    'privacy/',
    'read/private-stays-private/',
    'parents/private-stays-private/',
    'print/private-stays-private/for-parents/',
  ]) {
    expect(site.files).toContain(`${path}index.html`);
  }
  // A host answers with the second where there is nothing, and a browser without a network with the third.
  const reached = new Set(['index.html', '404.html', 'no-network/index.html']);
  for (const path of reached) {
    for (const address of addressesIn(site.pages.get(path) ?? '')) {
      reached.add(fileAt(path, address));
    }
  }
  expect([...site.pages.keys()].filter((path) => !reached.has(path))).toEqual([]);
});

test('its first page keeps the rules of HTML', async () => {
  expect(await htmlFindings(site.pages.get('index.html') ?? '', 'index.html')).toEqual([]);
});

test('no address on it leads nowhere', () => {
  expect(deadEnds(site)).toEqual([]);
});

/** What schema.org has of a LearningResource, as far as ours go. */
const resources = new Ajv().compile({
  type: 'object',
  additionalProperties: false,
  required: ['@context', '@graph'],
  properties: {
    '@context': { const: 'https://schema.org' },
    '@graph': {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          '@type',
          'name',
          'license',
          'educationalLevel',
          'typicalAgeRange',
          'timeRequired',
          'about',
        ],
        properties: {
          '@type': { const: 'LearningResource' },
          name: { type: 'string', minLength: 3 },
          description: { type: 'string', minLength: 10 },
          learningResourceType: { const: 'Lesson' },
          inLanguage: { const: 'en-GB' },
          isAccessibleForFree: { const: true },
          license: {
            type: 'object',
            properties: { '@type': { const: 'CreativeWork' }, name: { const: 'MIT License' } },
          },
          educationalLevel: { enum: ['KS1', 'KS2', 'KS3', 'KS4', 'KS5'] },
          typicalAgeRange: { type: 'string', pattern: '^\\d+-\\d+$' },
          timeRequired: { type: 'string', pattern: '^PT\\d+M$' },
          about: { type: 'string', minLength: 2 },
        },
      },
    },
  },
});

/** The data for searches in a page. */
function resourcesIn(page: string): unknown {
  const [, data = 'null'] =
    /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  return JSON.parse(data);
}

test('the first page and each lesson’s page say to searches what each lesson is: ages, subject, minutes, licence', () => {
  const wrong = [...site.pages].flatMap(([path, page]) => {
    if (path !== 'index.html' && !path.startsWith('read/')) return [];
    return resources(resourcesIn(page)) ? [] : [path, resources.errors];
  });
  expect(wrong).toEqual([]);
  const others = [...site.pages].filter(
    ([path]) => path !== 'index.html' && !path.startsWith('read/'),
  );
  expect(others.filter(([, page]) => page.includes('ld+json'))).toEqual([]);
  expect(site.text('read/private-stays-private/index.html')).toContain('"typicalAgeRange":"9-11"');
});

test('our own film is there to be shared, with its captions, its words and its licence', () => {
  const page = site.pages.get('supporters/index.html') ?? '';
  for (const file of ['film.mp4', 'captions.en.vtt', 'descriptions.vtt']) {
    expect(site.files).toContain(`media/speech-bubbles/${file}`);
    expect(page).toContain(`href="../media/speech-bubbles/${file}"`);
  }
  expect(page).toContain('MIT License');
  expect(page).toContain('Free to show, copy and change.');
});

test('a site for everybody still says all that is kept and promised, and has the accessibility statement, but nothing for IT alone', () => {
  // Words of a setting stand between comments.
  const page = (site.pages.get('privacy/index.html') ?? '').replaceAll(/<!--[^]*?-->/g, '');
  for (const words of [
    'id="who-answers-for-it"',
    'id="accessibility"',
    'Nothing ties two answers of one pupil together',
    'How it was tested',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toMatch(/id="(?:for-it|for-it-running|data-protection)"|TCP/);
});

test('the pages for home may be found by a search, each with what it is, and no other page', () => {
  const found = [...site.pages].filter(([, text]) => !text.includes('content="noindex"'));
  const [ofLessons, others] = [true, false].map((isOfLesson) =>
    found.map(([path]) => path).filter((path) => /^parents\/.+\/index/.test(path) === isOfLesson),
  );
  expect(others?.toSorted()).toEqual([
    'comebacks/index.html',
    'help/adults/index.html',
    'help/index.html',
    'index.html',
    'parents/index.html',
    'supporters/index.html',
  ]);
  // Those that a class is taught, and nothing for staff or half written.
  const taught = [...site.files].filter((path) => /^read\/.+\/index/.test(path));
  expect(ofLessons?.toSorted()).toEqual(
    taught.map((path) => path.replace(/^read/, 'parents')).toSorted(),
  );
  for (const [, text] of found) expect(text).toContain('<meta name="description" content="');
});

/** A page with the styles and scripts that it loads by itself, and those that they load in turn; nothing that waits for a press. */
function filesOf(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path) || !site.files.has(path)) return seen;
  seen.add(path);
  const named = path.endsWith('.html')
    ? /(?:src|href)="([^"]+\.(?:js|css))"/g
    : /\b(?:from|import)\s*["']([^"']+\.js)["']/g;
  for (const [, name = ''] of site.text(path).matchAll(named)) {
    filesOf(posix.join(posix.dirname(path), name), seen);
  }
  return seen;
}

test('each page for home is at most 45 kB, without fonts, film and pictures', () => {
  const [ofLesson = ''] = [...site.files].filter((path) => /^parents\/.+\/index/.test(path));
  const pages = ['', 'comebacks/', 'help/', 'help/adults/', 'parents/', 'supporters/', 'privacy/'];
  for (const path of [...pages.map((one) => `${one}index.html`), ofLesson]) {
    const files = [...filesOf(path)];
    expect(files.length, path).toBeGreaterThan(path === 'comebacks/index.html' ? 0 : 5);
    const bytes = files.reduce((sum, file) => sum + gzipSync(site.text(file)).length, 0);
    expect([path, bytes, bytes <= 45_000]).toEqual([path, bytes, true]);
  }
});
