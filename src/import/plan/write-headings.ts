import { isNotesTitle, readNotesLine } from '../../document/notes-line.ts';
import { plainWords } from '../../document/plain-words.ts';
import type { SourceLine } from '../../document/source-line.ts';
import type { Foreign } from '../importer.ts';
import type { Prose, Rewriter } from '../walk.ts';
import { isOutlineName } from './outline-names.ts';
import { boldLine, isTimedPart, TIGHT, type PlanShape } from './plan-shape.ts';
import { planName } from './section-names.ts';

/** Writes the headings of a plan as ours are: by their order where levels are left out, and a line in bold letters, `**Starter (5 min)**` or `**Resources**`; in a plan without any heading, a line of its own with a time too. */
export function planHeadings({ lines }: Foreign, shape: PlanShape): Rewriter {
  let hasWords = false;
  // The heading above: its words where it stands in bold letters, and the line it stands on.
  let last: { readonly bold: string | undefined; readonly at: number } | undefined;
  const prose = (line: Prose): readonly string[] => {
    const { text, at } = line;
    const isFirst = !hasWords;
    hasWords ||= text.trim() !== '';
    const marked = headingOf(text, shape);
    if (marked !== undefined) {
      if (/^#{1,3} /.test(marked)) last = { bold: undefined, at };
      return [marked];
    }
    if (text.trim() === '' || line.around.fences > 0 || line.around.above.paragraph > 0) {
      return [text];
    }
    if (/^ {0,3}(?:-{2,}v?|=+)\s*$|^ {0,3}:::/.test(text) || readNotesLine(text) !== undefined) {
      return [text];
    }
    const span = shape.spans.get(line.line);
    if (span !== undefined) {
      last = { bold: undefined, at };
      return [`## ${span}`];
    }
    const bold = boldLine(text);
    if (shape.titled && isFirst && isTitle(bold ?? text)) {
      last = { bold, at };
      return [`# ${bold ?? text.trim()}`];
    }
    const words = bold ?? (shape.bare && !line.around.above.held ? bareLine(text) : undefined);
    if (words === undefined) return [text];
    const isHeading =
      isTimedPart(words) ||
      (bold !== undefined &&
        (planName(words, true) !== undefined ||
          leadsToTimes(lines, at, words) ||
          (last?.bold !== undefined && at - last.at < FAR && isForAdults(last.bold))));
    if (!isHeading) return [text];
    last = { bold, at };
    return [`${'#'.repeat(bold === undefined ? 2 : shape.bold)} ${words}`];
  };
  return { prose };
}

/** More lines than a section in bold letters has. */
const FAR = 200;

// What stands below `**Preparation**` for adults alone ends at the next line in bold.
function isForAdults(heading: string): boolean {
  const name = planName(heading, true);
  return name !== undefined && !name.onBoard && name.field !== 'resources';
}

// `## Duration: 60 minutes` is a label, and no part of the lesson.
const LENGTH =
  /^[*_]{0,3}(?:(?:lesson|session|total|estimated|approximate|projected) ){0,2}(?:duration|time|length|timing)(?: (?:needed|required|allowed))? ?[*_]{0,3}:[*_]{0,3} ?\S/i;

// A line that is a heading by its marks, as it is written in our lessons; undefined for any other.
function headingOf(text: string, { tight, levels }: PlanShape): string | undefined {
  if (!text.includes('#')) return undefined;
  const [, marks, rest = ''] = (tight ? TIGHT : /^ {0,3}(#{1,6})(?:[ \t](.*))?$/).exec(text) ?? [];
  if (marks === undefined) return undefined;
  const words = rest
    .trim()
    .replace(/(?:^|[ \t])#+$/, '')
    .trimEnd();
  if (!isNotesTitle(words) && readNotesLine(words) === undefined && LENGTH.test(words)) {
    return plainWords(words);
  }
  const level = levels[marks.length] ?? marks.length;
  if (level > 3 || (level === marks.length && !tight)) return text;
  return `${'#'.repeat(level)} ${rest.trimStart()}`;
}

// `**Activity flow:**` above a list whose items have times.
function leadsToTimes(lines: readonly SourceLine[], at: number, words: string): boolean {
  if (!isOutlineName(words)) return false;
  const next = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '')?.text ?? '';
  return /^\s*(?:[-*+•|]|\d{1,2}[.)])/.test(next) && /\d ?(?:min|['’′h])|\d[:.]\d\d/i.test(next);
}

// A plan without a mark for its headings has its title in the first line.
function isTitle(text: string): boolean {
  const words = plainWords(text.slice(0, 120));
  return (
    words !== '' &&
    words.length <= 80 &&
    !/^[-*+|>]|[.!?:]$|:\s/.test(words.replace(/^(?:lesson|week|session) \d{1,2}: /i, '')) &&
    !isTimedPart(words) &&
    planName(words, true) === undefined
  );
}

function bareLine(text: string): string | undefined {
  const words = plainWords(text.slice(0, 120));
  return words.length > 80 || /^[-*+|>\d]|[.!?]$/.test(words) ? undefined : words;
}
