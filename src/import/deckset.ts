import { codeOpening, outsideSpans } from '../document/code-blocks.ts';
import { readNotesLine } from '../document/notes-line.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { directives } from './marp.ts';
import { INSTEAD, warningOf, type Foreign, type Importer } from './importer.ts';
import { partAtAnyRule, rewriteWith } from './parting.ts';
import type { Prose, Rewriter } from './walk.ts';
import { TIGHT } from './plan/plan-shape.ts';
import { isOfSlidev } from './slidev/fields.ts';

/**
 * Deckset, which parts slides at rules.
 *
 *     [.build-lists: true]
 *     #Soil
 *     ![inline](soil.svg)
 */
export const deckset: Importer = {
  name: 'Deckset',
  recognises: (text) => headOf(text) !== null || (!isOfSlidev(text) && isDeckset(text.lines)),
  rewrite: (text) =>
    rewriteWith(
      text,
      () => ({
        prose: (line) => {
          const [, marks, words] = TIGHT.exec(line.text) ?? [];
          return marks === undefined ? partAtAnyRule(line) : [`${marks} ${words ?? ''}`];
        },
      }),
      { headings: headOf(text)?.dividers ?? [], notesEndAtRules: true },
    ),
};

function headOf({ above, lines }: Foreign) {
  return above.length === 0 ? null : decksetHead([...above, ...lines]);
}

// By what it tells a slide, or by a heading that fills one.
function isDeckset(lines: readonly SourceLine[]): boolean {
  return lines.some(
    ({ text }) =>
      text.includes('[') && /^(?:\[\.[a-z][a-z-]+:.*\]\s*$|#{1,6} ?\[fit\])/i.test(text),
  );
}

const FIELD = /^([a-z][a-z-]{2,30}):[ \t]*(\S.*)?$/i;
const SURE =
  /^(?:autoscale|slidenumbers|slidecount|slide-(?:dividers|transition)|build-lists|presenter-notes|footer(?:-style)?|theme:.*, *\d+$)(?::|$)/;

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

/**
 * Deckset's marks, in any deck.
 *
 *     [.build-lists: true]
 *     # [fit] Soil
 *     ![inline](soil.svg)
 *     ^ A note
 */
export const decksetMarks: Importer = {
  name: 'Deckset’s marks',
  recognises: ({ lines }) => lines.some(({ text }) => MAY_BE.test(text) && MARK.test(text)),
  rewrite: (text) => rewriteWith(text, (problems) => rewriterOf(text.lines, problems)),
};

const MAY_BE = /[[^]/;
const MARK =
  /!\[\[|!\[(?:inline|fit|original|left|right|filtered|fill|hide|autoplay|loop|mute|:?scale|corner|alpha|\d)|!\[[^\][]{0,300}\]\([^()"“”„]{0,300} |\[fit\]|^ {0,3}\^|^\s*\[\./i;

function rewriterOf(lines: readonly SourceLine[], problems: Problem[]): Rewriter {
  // True up to the next blank line, where a paragraph is the teacher's, and while its fence is open.
  let isAside = false;
  let isOpen = false;
  const prose = (line: Prose): readonly string[] => {
    const { text, at, around } = line;
    const note = isOpen || !around.notes ? noteOn(text) : undefined;
    isAside = (isOpen || !around.notes) && !endsAside(text) && (isAside || note !== undefined);
    if (!isAside || !isText(text)) {
      const end = isOpen ? [':::'] : [];
      isOpen = false;
      return [...end, ...withoutMarks(line, problems)];
    }
    // Each is a paragraph of its own.
    const first = isOpen ? (note === undefined ? [] : ['']) : ['::: notes'];
    isOpen = isText(lines[at + 1]?.text ?? '');
    return [...first, note ?? text, ...(isOpen ? [] : [':::'])];
  };
  return { prose };
}

// A paragraph that begins with “^” is a note, with a blank behind it or not; “^1^” is what pandoc sets higher.
function noteOn(text: string): string | undefined {
  return text.includes('^')
    ? /^ {0,3}\^(?!\^|\[|[^\s^]{1,30}\^)[ \t]*(.*)$/s.exec(text)?.[1]
    : undefined;
}

// Notes of another kind go on by themselves.
function endsAside(text: string): boolean {
  return (
    text.trim() === '' ||
    readNotesLine(text) !== undefined ||
    /^\s*[*_]{0,3}(?:end(?:ing)? calmly|land(?:ing)? safely)\b/i.test(text)
  );
}

// What may go on with the paragraph above.
function isText(text: string): boolean {
  return (
    text.trim() !== '' &&
    codeOpening(text) === undefined &&
    !/^ {0,3}(?:#{1,6}(?:\s|$)|:::|-{2,}v?\s*$)/.test(text) &&
    !endsAside(text)
  );
}

// Settings of a slide on a line of their own, and the placement words of pictures, which say nothing of what a picture shows.
function withoutMarks(line: Prose, problems: Problem[]): readonly string[] {
  const { text } = line;
  const [, words] = /^\s*\[(\.[a-z][a-z-]*:[^[\]]{0,200})\]\s*$/i.exec(text) ?? [];
  if (words === undefined) return [text.includes('[') ? outsideSpans(text, withoutPlaces) : text];
  const instead = words.startsWith('.build-lists') ? INSTEAD.steps : INSTEAD.look;
  const message = `“${words.slice(0, 60)}” is left out: ${instead}`;
  problems.push(warningOf(line, { code: 'left-out', message }));
  return [''];
}

// Nor do remark's settings, `![:scale 40%](a.svg)`.
function withoutPlaces(text: string): string {
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
