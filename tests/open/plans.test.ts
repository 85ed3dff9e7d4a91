import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { checkPlan, type PartChoice } from '../../src/open/check-plan.ts';
import { openFile } from '../../src/open/open-file.ts';
import type { Opened, OpenedPart } from '../../src/open/opened.ts';
import { shownWords } from '../../src/open/shown-words.ts';

const folder = new URL('plans/', import.meta.url);
const plans = readdirSync(folder).toSorted();

function open(name: string): Opened {
  const opened = openFile({ name, bytes: readFileSync(new URL(name, folder)) });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

// What the class reads of a lesson, by its words alone.
function deckOf(text: string): { readonly board: string } {
  const { lesson } = readLesson('plan', text);
  const slides = slidesOf(lesson);
  const board = slides.flatMap(({ heading, body, asked }) => [
    heading,
    toWords(body.children),
    ...(asked?.options ?? []).map((option) => toWords(option.nodes)),
  ]);
  return { board: bare(board.join(' ')) };
}

function bare(words: string): string {
  return ` ${(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

// A heading's minutes are its part's, and what a plan calls itself is in the notes.
function withoutTime(line: string): string {
  return line
    .replace(/\s*[(|] ?\d+ min[a-z]*\)?$/, '')
    .replace(/^Lesson plan: | lesson plan$/i, '');
}

// Lines long enough to be known again.
function linesOf(written: string): readonly string[] {
  return shownWords(written)
    .split('\n')
    .map((line) => withoutTime(line))
    .map((line) => bare(line.replace(/^\s*(?:•|\d+[.)]|[a-z][.)])\s/, '')))
    .filter((line) => line.split(' ').length > 4);
}

function expectNotShown(part: Pick<OpenedPart, 'written'>, board: string): void {
  for (const line of linesOf(part.written)) expect(board).not.toContain(line);
}

describe.each(plans)('of %s', (name) => {
  it('each sentence of the report is true of the deck that is made', () => {
    const { text, findings, parts } = open(name);
    const { board } = deckOf(text);
    const untrue: unknown[] = [];
    for (const { goes, written } of parts) {
      const isOn = linesOf(written).map((line) => board.includes(line));
      const isTrue =
        goes === 'teacher'
          ? !isOn.includes(true)
          : goes === 'some'
            ? isOn.includes(false)
            : goes !== 'board' || written.includes('```') || !isOn.includes(false);
      if (!isTrue) untrue.push({ goes, written });
    }
    for (const { words } of findings) {
      const quoted = /^“(.*?)(?: …)?” is in your notes/s.exec(words)?.[1] ?? '';
      const line = bare(quoted.split(/\d\.|•/)[0] ?? '');
      if (line.split(' ').length > 3 && board.includes(line)) untrue.push(words);
    }
    expect(untrue).toEqual([]);
  });

  it('no line of a part that its author turns to “Teacher only” is on the board', () => {
    const { plan } = open(name);
    if (plan === null) return;
    const suggested = checkPlan(plan, new Map());
    for (const { id, choices } of suggested.parts) {
      if (!choices.includes('teacher')) continue;
      const made = checkPlan(plan, new Map<number, PartChoice>([[id, 'teacher']]));
      const part = made.parts.find((one) => one.id === id);
      if (part === undefined) continue;
      expect([part.written, part.goes]).toEqual([part.written, 'teacher']);
      expectNotShown(part, deckOf(made.text).board);
    }
  });

  it('nothing that gives an answer away is on the board', () => {
    const { board } = deckOf(open(name).text);
    expect(board).not.toMatch(
      / (?:correct answer|answers?|answer key|mark scheme|teacher says|teacher input|script|teacher only|misconceptions|differentiation|take feedback) (?!5 )/,
    );
  });
});

const headOf = (name: string) => readLesson('plan', open(name).text).lesson;

it('a length below “Lesson Information” is the lesson’s, and of no part', () => {
  const { minutes, blocks } = headOf('pshe.md');
  expect(minutes).toBe(50);
  expect(blocks.map((block) => block.minutes)).toEqual([null, 20, 20, 10]);
});

it('the rows of a table of times are the parts, below a line with the year and the length', () => {
  const { blocks } = headOf('times-table.md');
  expect(blocks.map((block) => block.minutes).filter((one) => one !== null)).toEqual([5, 30, 10]);
});

it('labels with a stroke between them give the stage and the length', () => {
  expect(headOf('primary.txt')).toMatchObject({ stage: 'KS2', minutes: 60 });
});

it('an answer stays with the part that it is of', () => {
  const { blocks } = headOf('french.md');
  const slides = blocks.flatMap((block) => block.slides);
  const match = slides.find(({ heading }) => heading.startsWith('Match'));
  expect(toWords(match?.notes.children ?? [])).toContain('la gare: station');
});

it('a lesson that an assistant has put into a block of code is the lesson in it', () => {
  const lesson =
    '---\ntitle: Rivers\nstage: KS3\n---\n# Rivers\n\n## Look (5 min)\n\n### A delta\n\nLook.';
  const text = `Certainly!\n\n\`\`\`markdown\n${lesson}\n\`\`\`\n\nLet me know.`;
  const opened = openFile({ name: 'reply.md', bytes: new TextEncoder().encode(text) });
  const made = opened.kind === 'opened' ? opened.text : '';
  expect(readLesson('reply', made).lesson).toMatchObject({ title: 'Rivers', stage: 'KS3' });
  expect(deckOf(made).board).toContain(' a delta ');
});
