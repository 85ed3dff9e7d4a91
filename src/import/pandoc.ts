import type { SourceLine } from '../document/source-line.ts';
import { outsideCode } from '../document/code-blocks.ts';
import { closingLine } from '../document/formulas.ts';
import type { Problem } from '../document/problem.ts';
import { INSTEAD, leftOut, warningOf, type Foreign, type Importer } from './importer.ts';
import { partAtAnyRule, rewriteWith } from './parting.ts';
import type { Prose, Rewriter } from './walk.ts';

/**
 * pandoc and Quarto, as their heads say or a title block does.
 *
 *     % Soil
 *     % A teacher
 *     ## What is in it
 *     . . .
 */
export const pandoc: Importer = {
  name: 'pandoc',
  recognises: (text) => levelsOf(text) !== null,
  rewrite: (text) => {
    const headings = levelsOf(text) ?? [];
    const read = rewriteWith(text, (problems) => rewriterOf(text, problems), { headings });
    const title = titleOf(text);
    if (title === '') return read;
    const line = text.lines[0]?.line ?? 1;
    const [parting, ...below] = read.lines;
    const heading = [`# ${title}`, ''].map((words) => ({ text: words, line }));
    return { ...read, lines: [...(parting === undefined ? [] : [parting]), ...heading, ...below] };
  },
};

// The levels of heading that part slides; null in a text of another tool.
function levelsOf({ fields, lines }: Foreign): readonly number[] | null {
  const isQuarto = SLIDES.test(wordsOf(fields, 'format'));
  const first = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const isDeck =
    isQuarto ||
    LEVELS.some((name) => fields.has(name)) ||
    SLIDES.test(wordsOf(fields, 'output')) ||
    /^% \S/.test(first);
  if (!isDeck) return null;
  const written = LEVELS.map((name) => Number(wordsOf(fields, name))).find((level) => level > 0);
  const maxLevel = written ?? (isQuarto ? 2 : firstFilled(lines));
  return [1, 2, 3].filter((level) => level <= maxLevel);
}

// The slide that pandoc and Quarto make of a head's title.
function titleOf({ fields, lines }: Foreign): string {
  const title = wordsOf(fields, 'title').replaceAll(/\s+/g, ' ').trim();
  const first = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  return first.replace(/^#+\s*/, '').trim() === title ? '' : title;
}

type Fields = Foreign['fields'];

const LEVELS: readonly string[] = ['slide-level', 'slideLevel', 'slide_level'];

const SLIDES = /reveal|beamer|slidy|slideous|\bs5\b|dzslides|pptx|powerpoint|ioslides|presentation/;

function wordsOf(fields: Fields, name: string): string {
  const value = fields.get(name)?.value;
  return value === undefined || value === null ? '' : String(value).slice(0, 1000);
}

// Pandoc parts slides at the highest heading that has words of its own below it.
function firstFilled(lines: readonly SourceLine[]): number {
  const written = outsideCode(lines).filter(({ text }) => text.trim() !== '');
  const filled = written.flatMap(({ text }, at) => {
    const [, marks] = /^(#{1,6})[ \t]/.exec(text) ?? [];
    const below = written[at + 1]?.text;
    return marks === undefined || below === undefined || /^#{1,6}[ \t]/.test(below)
      ? []
      : [marks.length];
  });
  return filled.reduce((min, level) => Math.min(min, level), 6);
}

/** A title block stands within so many lines. */
const TOP = 12;

// What `tex.ts` reads.
const IS_FORMULA = /^ {0,3}\\(?:begin|end)\{(?:equation|align|gather)\*?\}\s*$/;

// Markdown goes on right below a tag that stands alone.
const LONE_TAG = /^<(?:br|\/?(?:div|center|section|small))\b[^<>]*>\s*$/i;

function rewriterOf({ lines }: Foreign, problems: Problem[]): Rewriter {
  // A title block is the first there is: its title, and who wrote it, which is the teacher's.
  let head: 'title' | 'names' | null = 'title';
  let formulaEnd = -1;
  const prose = (line: Prose): readonly string[] => {
    const { text, at } = line;
    if (text.startsWith('$$') && at > formulaEnd) {
      formulaEnd = closingLine((below) => lines[below]?.text ?? null, at);
    }
    // Nothing in a formula is a command of a deck.
    if (at <= formulaEnd || IS_FORMULA.test(text)) return [text];
    const [, words] = at < TOP && head !== null ? (/^% (\S.*)$/.exec(text) ?? []) : [];
    if (words === undefined) {
      if (text.trim() !== '') head = null;
      return rewritten(line, problems);
    }
    const wasTitle = head === 'title';
    head = 'names';
    if (wasTitle) return [`# ${words}`];
    const [above, below] = [lines[at - 1]?.text ?? '', lines[at + 1]?.text ?? ''];
    return [
      ...(isTitleLine(above) && isTitleLine(lines[at - 2]?.text ?? '') ? [] : ['::: notes']),
      words,
      ...(isTitleLine(below) ? [] : [':::']),
    ];
  };
  return { prose };
}

function isTitleLine(text: string): boolean {
  return /^% \S/.test(text);
}

function rewritten(line: Prose, problems: Problem[]): readonly string[] {
  const { text } = line;
  if (/^\s*\.[ \u00a0]\.[ \u00a0]\.\s*$/.test(text)) {
    const message = `“. . .” is left out: ${INSTEAD.steps}`;
    problems.push(warningOf(line, { code: 'left-out', message }));
    return [''];
  }
  if (/^\\(?:pause|newpage|centerline|framesubtitle|begin|end|vspace|bigskip)\b/.test(text)) {
    problems.push(leftOut(line.line, text.trim(), INSTEAD.parts));
    return [''];
  }
  return LONE_TAG.test(text) ? [text, ''] : partAtAnyRule(line);
}
