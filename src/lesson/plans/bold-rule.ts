import type { SourceLine } from '../../document/source-line.ts';
import { readBlockHeading } from '../../document/block-heading.ts';
import { pushHeading } from '../heading-rule.ts';
import type { Scan } from '../scan-state.ts';
import { isOutlineName } from '../../import/plan/outline-names.ts';
import { boldLine } from '../../import/plan/plan-shape.ts';
import { plainWords } from '../../document/plain-words.ts';
import { planName } from '../../import/plan/section-names.ts';

/** Takes a line of a plan that is a heading by its bold letters, `**Starter (5 min)**` or `**Resources**`; in a plan without any heading, a line of its own with a time too. */
export function boldRule(scan: Scan, { text, line }: SourceLine): boolean {
  const { plan, shape } = scan.habits;
  if (!plan || scan.fences.length > 0 || scan.above.paragraph > 0) return false;
  const bold = boldLine(text);
  const words =
    bold ??
    (shape.bare && scan.above.paragraph === 0 && !scan.above.held ? bareLine(text) : undefined);
  if (
    shape.titled &&
    scan.parts.every((part) => part.type === 'text' && part.text.trim() === '') &&
    isTitle(bold ?? text)
  ) {
    pushHeading(scan, { level: 1, text: bold ?? text.trim(), line, raw: [{ text, line }] });
    return true;
  }
  if (words === undefined) return false;
  const isHeading =
    isTimed(words) ||
    (bold !== undefined &&
      (planName(words, true) !== undefined || leadsToTimes(scan, words) || endsSection(scan)));
  if (!isHeading) return false;
  pushHeading(scan, {
    level: bold === undefined ? 2 : shape.bold,
    text: words,
    line,
    raw: [{ text, line }],
  });
  return true;
}

// `**Activity flow:**` above a list whose items have times.
function leadsToTimes({ lines, at }: Scan, words: string): boolean {
  if (!isOutlineName(words)) return false;
  const next = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '')?.text ?? '';
  return /^\s*(?:[-*+•|]|\d{1,2}[.)])/.test(next) && /\d ?(?:min|['’′h])|\d[:.]\d\d/i.test(next);
}

/** More lines than a section in bold letters has. */
const FAR = 200;

// What stands below `**Preparation**` for adults alone ends at the next line in bold.
function endsSection({ parts }: Scan): boolean {
  const above = parts.slice(-FAR).findLast(({ type }) => type === 'heading');
  if (above?.type !== 'heading' || boldLine(above.raw[0]?.text ?? '') === undefined) return false;
  const name = planName(above.text, true);
  return name !== undefined && !name.onBoard && name.field !== 'resources';
}

// A plan without a mark for its headings has its title in the first line.
function isTitle(text: string): boolean {
  const words = plainWords(text.slice(0, 120));
  return (
    words !== '' &&
    words.length <= 80 &&
    !/^[-*+|>]|[.!?:]$|:\s/.test(words) &&
    !isTimed(words) &&
    planName(words, true) === undefined
  );
}

function isTimed(words: string): boolean {
  return typeof readBlockHeading(words) === 'object';
}

function bareLine(text: string): string | undefined {
  const words = plainWords(text.slice(0, 120));
  return words.length > 80 || /^[-*+|>\d]|[.!?]$/.test(words) ? undefined : words;
}
