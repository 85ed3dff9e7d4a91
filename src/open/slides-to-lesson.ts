import { readBlockHeading } from '../document/block-heading.ts';
import { FOR_CLASS } from '../document/audience-marks.ts';
import type { Block } from './blocks.ts';
import { headLines } from './lesson-head.ts';
import { isOffBoard } from './lesson-lines.ts';
import type { Finding, OpenedPart } from './opened.ts';
import { titleWords, type ReadSlide, type ReadSlides } from './pptx/read-pptx.ts';
import { writeBlocks, writeInline } from './write-blocks.ts';

/** A presentation as a lesson: its text, and what became of each slide. */
export type SlidesMade = {
  readonly text: string;
  readonly parts: readonly OpenedPart[];
  readonly findings: readonly Finding[];
};

/** Writes slides as a lesson of ours: what the class saw is on the board, in its order, and what the presenter saw is in the notes. */
export function slidesToLesson({ slides, findings }: ReadSlides, name: string): SlidesMade {
  const title = slides.map(titleWords).find((words) => words !== '') ?? name;
  const head = headLines([], {
    ...NO_FIELDS,
    title,
    boardTitle: title,
  });
  const lines = [...head];
  const parts: OpenedPart[] = [];
  const lineOf = new Map<Block, number>();
  slides.forEach((slide, at) => {
    lines.push('');
    if (isOffBoard(titleWords(slide))) lines.push(FOR_CLASS);
    const line = lines.length + 1;
    lines.push(headingOf(slide, at === 0));
    const shown = addBlocks(slide.body, lines, lineOf);
    const words = titleWords(slide);
    const place = `slide ${slide.number}`;
    parts.push({
      id: parts.length,
      written: [words, ...shown].filter((one) => one !== '').join('\n'),
      place,
      goes: 'board',
      reason: 'it was on a slide',
      line,
    });
    if (slide.notes.length === 0) return;
    const notes: string[] = [];
    const begin = lines.length + 3;
    const own = new Map<Block, number>();
    addBlocks(slide.notes, notes, own);
    const isFenced = notes.some((text) => /^ {0,3}(?:#{1,3}\s|-{2,}\s*$|=+\s*$|:::)/.test(text));
    lines.push('', isFenced ? '::: notes' : 'Notes:');
    const above = lines.length;
    lines.push(...notes.slice(1), ...(isFenced ? [':::'] : []));
    for (const [block, index] of own) lineOf.set(block, above + index - 1);
    parts.push({
      id: parts.length,
      written: notes.join('\n').trim(),
      place,
      goes: 'teacher',
      reason: 'it was in the speaker notes, or beside the slide',
      line: begin,
    });
  });
  return {
    text: `${lines.join('\n')}\n`,
    parts,
    findings: [
      ...slides.flatMap((slide) => minutesOf(slide, parts)),
      ...parts.map(({ place, goes, line, written }): Finding => {
        const [first = ''] = written.split('\n');
        const what = first === '' ? 'The slide' : `“${first.slice(0, 60)}”`;
        return {
          kind: 'unchanged',
          words: `${what} is ${goes === 'board' ? 'on the board' : 'in your notes'}`,
          place,
          line,
        };
      }),
      ...findings.map(({ block, ...finding }) => ({
        ...finding,
        line: block === null ? null : (lineOf.get(block) ?? null),
      })),
    ],
  };
}

const NO_FIELDS = {
  subjectName: '',
  stage: null,
  minutes: null,
  objectives: [],
  vocabulary: [],
  resources: [],
  references: [],
  sources: [],
} as const;

// The first slide with a title of its own is the lesson's title slide; a slide without a title begins with a rule.
function headingOf(slide: ReadSlide, isFirst: boolean): string {
  const words = writeInline(
    slide.title.map((one) => (one.kind === 'words' ? { ...one, bold: false } : one)),
  )
    .replaceAll('\n', ' ')
    .trim();
  if (words === '') return '---';
  return `${isFirst && slide.isTitle ? '#' : '###'} ${words}`;
}

function addBlocks(
  blocks: readonly Block[],
  lines: string[],
  lineOf: Map<Block, number>,
): readonly string[] {
  const above = lines.length + 1;
  const written = writeBlocks(blocks, (block, line) => lineOf.set(block, above + line));
  if (written.length > 0) lines.push('', ...written);
  return written;
}

function minutesOf(slide: ReadSlide, parts: readonly OpenedPart[]): readonly Finding[] {
  const block = readBlockHeading(titleWords(slide));
  if (typeof block !== 'object') return [];
  const place = `slide ${slide.number}`;
  const line = parts.find((part) => part.place === place)?.line ?? null;
  return [
    { kind: 'minutes-found', words: `${block.title}: ${block.minutes} minutes`, place, line },
  ];
}
