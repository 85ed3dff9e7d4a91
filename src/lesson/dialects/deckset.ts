import type { SourceLine } from '../../document/source-line.ts';
import type { Problem } from '../../document/problem.ts';
import type { Habits } from '../habits.ts';
import { AS_WRITTEN } from '../../import/plan/plan-shape.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';
import { directives } from './marp.ts';

/** True for a deck of Deckset, by what it tells a slide, or by a heading that fills one. */
export function isDeckset(lines: readonly SourceLine[]): boolean {
  return lines.some(
    ({ text }) =>
      text.includes('[') && /^(?:\[\.[a-z][a-z-]+:.*\]\s*$|#{1,6} ?\[fit\])/i.test(text),
  );
}

const FIELD = /^([a-z][a-z-]{2,30}):[ \t]*(\S.*)?$/i;
const SURE =
  /^(?:autoscale|slidenumbers|slidecount|slide-(?:dividers|transition)|build-lists|presenter-notes|footer(?:-style)?|theme:.*, *\d+$)(?::|$)/;

/** How Deckset parts slides: at rules, and at headings of those levels. */
export function decksetHabits(headings: readonly number[]): Partial<Habits> {
  return {
    tool: 'deckset',
    headings,
    anyRule: true,
    notesHold: true,
    plan: false,
    shape: { ...AS_WRITTEN, tight: true },
  };
}

/**
 * Deckset's settings at the head of a file, fields without a `---` around them: how many lines they
 * are, and the levels of heading that part slides; null where a file begins otherwise.
 */
export function decksetHead(lines: readonly SourceLine[]): {
  readonly length: number;
  readonly dividers: readonly number[];
  readonly problems: readonly Problem[];
} | null {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const end = lines.findIndex(({ text }, at) => at > start && !FIELD.test(text.trim()));
  const head = lines
    .slice(Math.max(0, start), end < 0 ? lines.length : end)
    .map(({ text, line }) => ({ text: text.trim(), line }));
  const isHead =
    head.length > 0 &&
    head.every(({ text }) => FIELD.test(text)) &&
    /^(?:\s*$|#|!\[|---)/.test(lines[end]?.text ?? '');
  if (!isHead || !head.some(({ text }) => SURE.test(text))) return null;
  const problems = head.flatMap(({ text, line }): readonly Problem[] => {
    const name = FIELD.exec(text)?.[1] ?? '';
    if (/^slide-dividers$/i.test(name)) return [];
    const instead =
      directives[name.toLowerCase()] ??
      directives[name === 'slidenumbers' ? 'paginate' : 'theme'] ??
      '';
    return [
      {
        code: 'unknown-field',
        severity: 'warning',
        line,
        column: 1,
        message: `“${name}” is left out: ${instead}`,
      },
    ];
  });
  const dividers = head.flatMap(({ text }) =>
    /^slide-dividers:/i.test(text)
      ? [...text.matchAll(/#{1,6}/g)].map(([marks]) => marks.length)
      : [],
  );
  return { length: start + head.length, dividers, problems };
}

/** Takes a setting of Deckset on a line of its own, `[.build-lists: true]`. */
export function decksetRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, words] = /^\s*\[(\.[a-z][a-z-]*:[^[\]]{0,200})\]\s*$/i.exec(text) ?? [];
  if (words === undefined) return false;
  const isLater = words.startsWith('.build-lists');
  const instead = isLater
    ? 'all of the slide shows at once; put what comes later between “::: reveal” and “:::”'
    : 'every slide has the same look; nothing needs doing';
  warn(
    scan,
    { text, line },
    { code: 'left-out', message: `“${words.slice(0, 60)}” is left out: ${instead}` },
  );
  return pushText(scan, { text: '', line });
}

/** A heading without what Deckset writes before it, `[fit] Words`. */
export function withoutFit(heading: string): string {
  return heading.replace(/^\[fit\]\s*/i, '');
}

/**
 * A line without the placement words of its pictures, `![inline](a.svg)`: they say nothing of what
 * a picture shows. Nor do remark's settings, `![:scale 40%](a.svg)`.
 */
export function decksetPictures(_: Scan, { text }: SourceLine): string {
  // A heading that fills the slide needs no blank before its words.
  if (text.includes('[fit]')) return text.replace(/^( {0,3}#{1,6})[ \t]*\[fit\][ \t]*/i, '$1 ');
  if (!text.includes('![')) return text;
  // Obsidian's way, with a width behind it.
  if (text.includes('![[')) {
    return text.replaceAll(/!\[\[([^[\]|]{1,300})(?:\|[^[\]]{0,100})?\]\]/g, '![](<$1>)');
  }
  const words = text
    .replaceAll(PLACED, '![]')
    .replaceAll(/(!\[[^\][]{0,300}\]\([^()\s]{1,300}) =\d{0,4}%?x\d{0,4}%?(?=\))/g, '$1');
  return words.includes(' ') ? words.replaceAll(BLANKS, '$1<$2>') : words;
}

// Deckset lets an address hold blanks.
const BLANKS =
  /(!\[[^\][]{0,300}\]\()([^()<>"'\s][^()<>"']{0,300} [^()<>"']{0,300}\.(?:png|jpe?g|gif|svg|webp))(?=\))/gi;

const PLACED =
  /!\[(?:(?:inline|fit|original|left|right|filtered|fill|hide|autoplay|loop|mute|:?scale|corner-radius\(\d+\)|alpha\([\d.]+\)|\d{1,3}%)[ ,]*){1,6}\](?=\()/g;
