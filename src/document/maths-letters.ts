import type { MathsNode } from './maths-nodes.ts';

// Where each alphabet begins in Unicode: capitals, small letters, figures. Browsers know letters of these kinds by their characters alone.
const ALPHABETS: Readonly<Record<string, readonly [number, number, number | null]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  'bold-italic': [0x1d468, 0x1d482, 0x1d7ce],
  script: [0x1d49c, 0x1d4b6, null],
  fraktur: [0x1d504, 0x1d51e, null],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

// Those that were there before the alphabets.
const OLDER: Readonly<Record<string, string>> = {
  'script B': 'ℬ',
  'script E': 'ℰ',
  'script F': 'ℱ',
  'script H': 'ℋ',
  'script I': 'ℐ',
  'script L': 'ℒ',
  'script M': 'ℳ',
  'script R': 'ℛ',
  'script e': 'ℯ',
  'script g': 'ℊ',
  'script o': 'ℴ',
  'fraktur C': 'ℭ',
  'fraktur H': 'ℌ',
  'fraktur I': 'ℑ',
  'fraktur R': 'ℜ',
  'fraktur Z': 'ℨ',
  'double-struck C': 'ℂ',
  'double-struck H': 'ℍ',
  'double-struck N': 'ℕ',
  'double-struck P': 'ℙ',
  'double-struck Q': 'ℚ',
  'double-struck R': 'ℝ',
  'double-struck Z': 'ℤ',
};

/** Puts words into letters of a kind, `bold` or `double-struck`; null where there are none of that kind. */
export function alphabetOf(variant: string): ((node: MathsNode) => MathsNode) | null {
  const starts = ALPHABETS[variant];
  if (starts === undefined) return null;
  return (node) =>
    'text' in node
      ? { text: node.text.replaceAll(/[A-Za-z\d]/g, (one) => letter(one, variant, starts)) }
      : node;
}

function letter(
  one: string,
  variant: string,
  [capitals, small, figures]: readonly [number, number, number | null],
): string {
  const older = OLDER[`${variant} ${one}`];
  if (older !== undefined) return older;
  const code = one.charCodeAt(0);
  if (one >= 'a') return String.fromCodePoint(small + code - 97);
  if (one >= 'A') return String.fromCodePoint(capitals + code - 65);
  return figures === null ? one : String.fromCodePoint(figures + code - 48);
}
