import { isScalar, isSeq } from 'yaml';
import type { Field } from '../../film/yaml-map.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { OUR_HABITS, type Habits } from '../habits.ts';
import { planShape } from '../../import/plan/plan-shape.ts';
import { isDeckField } from './deck-fields.ts';
import { decksetHabits, isDeckset } from './deckset.ts';
import { isGitPitch } from './gitpitch.ts';
import { isHandParted } from './hand-parted.ts';
import { pandocHeadings } from './pandoc.ts';
import { isPresenterm } from './presenterm.ts';
import { isMoonReader, isRemark } from './remark.ts';
import { SLIDEV_FIELDS } from './slidev-fields.ts';

type Fields = ReadonlyMap<string, Field>;

// Fields that only our lessons have: then headings part slides, whatever else is written.
const OURS: readonly string[] = [
  'on the board',
  'stage',
  'minutes',
  'film',
  'films',
  'objectives',
  'vocabulary',
];

/** How a lesson parts its slides, by its head and what is written below it. */
export function readHabits(fields: Fields, lines: readonly SourceLine[]): Habits {
  const names = [...fields.keys()];
  const separators = ['separator', 'verticalSeparator']
    .map((name) => wordsOf(fields, name))
    .filter((words) => words !== '');
  const parted = separators.map(separatorOf);
  const breaks = parted.flatMap(({ line }) => (line === '' ? [] : [line]));
  const habits: Habits = {
    ...OUR_HABITS,
    breaks: parted.length === 0 ? null : breaks,
    blankLines: Math.max(0, ...parted.map(({ blankLines }) => blankLines)),
    notes: plain(wordsOf(fields, 'notesSeparator')),
    slideFields: names.some((name) => SLIDEV_FIELDS.has(name)),
  };
  if (names.some((name) => OURS.includes(name))) return habits;
  const tool = toolOf(fields, lines);
  if (tool !== null) return { ...habits, ...tool };
  const divider = dividerOf(fields, lines);
  if (divider !== null) return { ...habits, headings: divider, anyRule: names.includes('marp') };
  const isDeck =
    names.some(isDeckField) ||
    lines.some(({ text }) =>
      /<!--\s*(?:\.(?:slide|element)\b|[_$]?(?:class|paginate|backgroundColor|backgroundImage)\s*:)|^layout: /.test(
        text,
      ),
    );
  const isParted = parted.length > 0 || lines.some(({ text }) => /^ {0,3}-{3,}[ \t]*$/.test(text));
  // Marp never parts slides at headings of its own accord.
  const foreign = { ...habits, notesHold: isParted, plan: true };
  return names.includes('marp') || (isDeck && isParted) || isHandParted(lines)
    ? { ...foreign, headings: [], plan: false, anyRule: names.includes('marp') }
    : { ...foreign, shape: planShape(lines) };
}

function toolOf(fields: Fields, lines: readonly SourceLine[]): Partial<Habits> | null {
  if (isPresenterm(lines)) {
    return { tool: 'presenterm', headings: [], breaks: ['<!--end_slide-->'] };
  }
  if (isGitPitch(lines)) return { tool: 'gitpitch', headings: [], notesHold: true };
  const isSlidev = [...fields.keys()].some((name) => SLIDEV_FIELDS.has(name));
  if (isMoonReader(fields) || (!isSlidev && isRemark(lines))) {
    return { tool: 'remark', headings: [] };
  }
  const headings = pandocHeadings(fields, lines);
  if (headings !== null) return { tool: 'pandoc', headings, anyRule: true };
  return !isSlidev && isDeckset(lines) ? decksetHabits([]) : null;
}

// `headingDivider: 2` is for levels 1 and 2, `[2]` for level 2 alone.
function dividerOf(fields: Fields, lines: readonly SourceLine[]): readonly number[] | null {
  const value = fields.get('headingDivider')?.value;
  if (isSeq(value)) {
    return value.items.flatMap((item) =>
      isScalar(item) && typeof item.value === 'number' ? [item.value] : [],
    );
  }
  const line =
    lines.find(({ text }) => /^\s*(?:<!--\s*)?\$?headingDivider:/.test(text))?.text ?? '';
  const written = isScalar(value) ? value.value : /headingDivider:\s*(\d)/.exec(line)?.[1];
  const maxLevel = Number(written ?? 0);
  return maxLevel > 0 ? [1, 2, 3, 4, 5, 6].filter((level) => level <= maxLevel) : null;
}

function wordsOf(fields: Fields, name: string): string {
  const value = fields.get(name)?.value;
  return isScalar(value) && typeof value.value === 'string' ? value.value : '';
}

// A pattern is not run: a lesson from a stranger may hold one that never ends. What is left of it, once its line ends are gone, is a line.
function separatorOf(pattern: string): { readonly line: string; readonly blankLines: number } {
  const line = plain(pattern);
  const ends =
    pattern
      .replaceAll(/(?:\\r|\r)\??/g, '')
      .replaceAll('\\n', '\n')
      .split('\n').length - 1;
  return line === ''
    ? { line, blankLines: Math.max(1, ends - 1) }
    : { line: line.replace(/^<!--\s*(.*?)\s*-->$/, '<!--$1-->'), blankLines: 0 };
}

function plain(pattern: string): string {
  return pattern
    .replaceAll(/(?:\\r|\r)\??|\\n|\n/g, '')
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\\s[*+?]?|[?]$/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .trim();
}
