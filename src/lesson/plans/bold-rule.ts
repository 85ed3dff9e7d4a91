import type { SourceLine } from '../../poll/question.ts';
import { readBlockHeading } from '../block-heading.ts';
import { pushHeading } from '../heading-rule.ts';
import type { Scan } from '../scan-state.ts';
import { boldLine } from './plan-shape.ts';
import { plainWords } from './plain-words.ts';
import { planName } from './section-names.ts';

/** Takes a line of a plan that is a heading by its bold letters, `**Starter (5 min)**` or `**Resources**`; in a plan without any heading, a line of its own with a time too. */
export function boldRule(scan: Scan, { text, line }: SourceLine): boolean {
  const { plan, shape } = scan.habits;
  if (!plan || scan.fences.length > 0 || scan.above.paragraph > 0) return false;
  const bold = boldLine(text);
  const words = bold ?? (shape.bare && scan.above.paragraph === 0 && !scan.above.held ? bareLine(text) : undefined);
  if (shape.titled && scan.parts.every((part) => part.type === 'text' && part.text.trim() === '') && isTitle(bold ?? text)) {
    pushHeading(scan, { level: 1, text: bold ?? text.trim(), line, raw: [{ text, line }] });
    return true;
  }
  if (words === undefined || !(isTimed(words) || (bold !== undefined && planName(words, true) !== undefined))) return false;
  pushHeading(scan, { level: bold === undefined ? 2 : shape.bold, text: words, line, raw: [{ text, line }] });
  return true;
}

// A plan without a mark for its headings has its title in the first line.
function isTitle(text: string): boolean {
  const words = plainWords(text.slice(0, 120));
  return words !== '' && words.length <= 80 && !/^[-*+|>]|[.!?:]$|:\s/.test(words) && !isTimed(words) && planName(words, true) === undefined;
}

function isTimed(words: string): boolean {
  return typeof readBlockHeading(words) === 'object';
}

function bareLine(text: string): string | undefined {
  const words = plainWords(text.slice(0, 120));
  return words.length > 80 || /^[-*+|>\d]|[.!?]$/.test(words) ? undefined : words;
}
