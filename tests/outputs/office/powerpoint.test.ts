// subject: safeguarding
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isParent, type Node } from '../../../src/document/nodes.ts';
import { isInline } from '../../../src/document/visit.ts';
import { slidesOf, type Lesson, type Slide } from '../../../src/lesson/lesson.ts';
import { fillWords } from '../../../src/lesson/names.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { openFile } from '../../../src/open/open-file.ts';
import type { Opened } from '../../../src/open/opened.ts';
import { picturesToDraw, withDrawn } from '../../../src/outputs/office/drawn-pictures.ts';
import { missingWords } from '../../../src/outputs/office/not-in-powerpoint.ts';
import { writePowerPoint } from '../../../src/outputs/office/powerpoint/write-powerpoint.ts';
import type { FilmToShow } from '../../../src/outputs/office/powerpoint/slide-pages.ts';
import { filmHeading } from '../../../src/slides/film.ts';
import { anyLesson } from '../../lesson/arbitrary-lesson.ts';
import { PLACED_JPEG, PNG } from '../../open/small-pictures.ts';
import { runs } from '../../thorough.ts';
import { lessonNamed, mediaOf, packageTroubles, partsOf, slugs } from './office-parts.ts';

const NO_PICTURES: ReadonlyMap<string, Uint8Array> = new Map();

function write(
  lesson: Lesson,
  { media = NO_PICTURES, film = null }: { media?: ReadonlyMap<string, Uint8Array>; film?: FilmToShow | null } = {},
) {
  return writePowerPoint(lesson, { media, film, day: '2026-11-28' });
}

function readText(text: string): Lesson {
  return readLesson('any', text).lesson;
}

function openedAgain(bytes: Uint8Array): Opened {
  const opened = openFile({ name: 'x.pptx', bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

/** The XML of the slides, one behind the other. */
function slideParts(bytes: Uint8Array): readonly string[] {
  return [...partsOf(bytes)].flatMap(([name, text]) =>
    /^ppt\/slides\/[^_]/.test(name) ? [text] : [],
  );
}

// Letters and figures alone, without any blanks.
function bare(words: string): string {
  return words.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a slide as its author wrote them, pictures by what they show; formulas are left to a test of their own, and of cards the mixed ones count. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (node.kind === 'sortedCards' || node.kind === 'maths') return '';
      if (node.kind === 'groupNames') return `Sort into ${wordsOf(node.children)}`;
      if (node.kind === 'picture') return ` ${wordsOf(node.words)} `;
      if (node.kind === 'field') return `{${node.name}}`;
      if (node.kind === 'sourceMark') return node.number ?? '';
      if (node.kind === 'card') return `${node.number} ${wordsOf(node.children)}`;
      if (node.kind === 'turn') return turnWords(node.children);
      if (isParent(node)) return isInline(node) ? wordsOf(node.children) : ` ${wordsOf(node.children)} `;
      return 'text' in node ? node.text : ' ';
    })
    .join('');
}

// Each message of a turn has the name before it.
function turnWords(children: readonly Node[]): string {
  const who = children.find(({ kind }) => kind === 'who');
  const name = who === undefined ? '' : wordsOf([who]);
  return children
    .filter((child) => child !== who && bare(wordsOf([child])) !== '')
    .map((child) => `${name} ${wordsOf([child])}`)
    .join(' ');
}

function titleOf(slide: Slide, { questions }: Lesson): string {
  if (slide.kind === 'film') return filmHeading(slide.from);
  if (slide.kind === 'poll') {
    return questions.find(({ id }) => id === slide.question)?.prompt ?? slide.heading;
  }
  return slide.heading;
}

/** What was opened again of each slide: what the class sees, and what the teacher does. */
function seenAgain(opened: Opened): readonly { readonly board: string; readonly notes: string }[] {
  const seen: { board: string; notes: string }[] = [];
  const plain = (written: string) =>
    bare(
      written
        .replaceAll(/^\s*(?:\d{1,9}\.|-)\s/gm, '')
        .replaceAll(/!\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
        .replaceAll(/\]\(https?:[^)]*\)/g, ']')
        .replaceAll(/(?<!\\)\$[^$]*\$/g, '')
        .replaceAll(/<\/?(?:br|sup|sub|strong|em)>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    );
  for (const { goes, written } of opened.parts) {
    if (goes === 'board') seen.push({ board: plain(written), notes: '' });
    else seen[seen.length - 1] = { board: seen.at(-1)?.board ?? '', notes: plain(written) };
  }
  return seen;
}

/** Checks that what is opened again is what was written, slide by slide. */
function expectSame(lesson: Lesson, bytes: Uint8Array): void {
  const again = seenAgain(openedAgain(bytes));
  const named = (words: string) => bare(fillWords(words, lesson.names));
  const slides = slidesOf(lesson).filter((slide, at) => {
    const isBlank = named(titleOf(slide, lesson)) === '' && named(wordsOf(slide.body.children)) === '';
    // A slide on which nothing is to be seen is left out where it is opened.
    return !isBlank || at === 0 || slide.kind !== 'text' || named(wordsOf(slide.notes.children)) !== '';
  });
  if (again.length !== slides.length) expect(again).toHaveLength(slides.length);
  for (const [at, slide] of slides.entries()) {
    const { board, notes } = again[at] ?? { board: '', notes: '' };
    expect(board.startsWith(named(titleOf(slide, lesson)))).toBe(true);
    const body = named(wordsOf(slide.body.children));
    if (slide.kind === 'text') expect(board).toBe(named(titleOf(slide, lesson)) + body);
    else if (slide.kind !== 'poll') expect(board).toContain(body);
    expect(notes).toContain(named(wordsOf(slide.notes.children)));
  }
}

describe.each(slugs)('the presentation of %s', (slug) => {
  const lesson = lessonNamed(slug);
  const media = mediaOf(lesson);
  const { bytes } = write(lesson, { media });

  test('is a whole package: each part is XML, has its type, and leads to what is there', () => {
    expect(packageTroubles(bytes)).toEqual([]);
  });

  test('opened again has the same titles, words and notes in the same order', () => {
    expectSame(lesson, bytes);
  });

  test('opened again has each picture with its words, in order', () => {
    const drawn = new Map(picturesToDraw(bytes).map(({ name }) => [name, PNG]));
    const { text } = openedAgain(withDrawn(bytes, drawn));
    const shown = [...text.matchAll(/!\[((?:\\.|[^\]\\])*)\]\(x\//g)].map(([, alt = '']) => bare(alt));
    const wanted = slidesOf(lesson).flatMap(({ kind, body }) =>
      kind === 'poll' || kind === 'help' ? [] : picturesIn(body.children),
    );
    expect(shown).toEqual(wanted.map((words) => bare(fillWords(words, lesson.names))));
  });

  test('has every shape on its slide', () => {
    for (const part of slideParts(bytes)) {
      for (const [, x, y, width, height] of part.matchAll(
        /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(12_192_000);
        expect(Number(y) + Number(height)).toBeLessThanOrEqual(6_858_000);
      }
    }
  });
});

function picturesIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'picture') return [wordsOf(node.words)];
    return isParent(node) ? picturesIn(node.children) : [];
  });
}

describe('a presentation', () => {
  test('of any lesson is a whole package that opens again with the same words', () => {
    fc.assert(
      fc.property(anyLesson, (text) => {
        const lesson = readText(text);
        const { bytes } = write(lesson);
        expect(packageTroubles(bytes)).toEqual([]);
        if (slidesOf(lesson).length > 0) expectSame(lesson, bytes);
      }),
      runs(300),
    );
  });
});
