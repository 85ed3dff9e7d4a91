// What people write in full in a list, and short in a lesson: “is”, “has” as “'s”. Behind a blank the blank goes with it.
const SHORT: readonly (readonly [full: string, short: string])[] = [
  ['is|has', "'s"],
  ['had|would', "'d"],
  ['are', "'re"],
  ['have', "'ve"],
  ['will', "'ll"],
  ['not', "n'?t"],
];

// “won't” and “can't” change the word before the “n't”.
const CHANGED: readonly (readonly [full: string, changed: string])[] = [
  ['will', "wo(?=n'?t)"],
  ['can', "ca(?=n'?t)"],
];

const WHOLE: readonly (readonly [full: RegExp, short: string])[] = [
  [/(?<![\p{L}'])can(?:not| not)(?!\p{L})/giu, "(?:cannot|can not|can'?t)"],
  [/(?<![\p{L}'])will not(?!\p{L})/giu, "(?:will not|won'?t)"],
];

const BEHIND_BLANK: readonly (readonly [full: RegExp, short: string])[] = [
  ...SHORT.map(([full, short]) => [new RegExp(` (?:${full})(?!\\p{L})`, 'giu'), short] as const),
  ...CHANGED.map(
    ([full, changed]) =>
      [new RegExp(` ${full}(?!\\p{L}|not| not|'?\\?t)`, 'giu'), ` ${changed}`] as const,
  ),
];

const AT_CHOICE: readonly (readonly [full: RegExp, short: string])[] = [...SHORT, ...CHANGED].map(
  ([full, short]) => [new RegExp(`^(?:${full})(?!\\p{L})`, 'iu'), short],
);

// Most words of a list have no short form: this pattern rules them out quickly.
const ANY = /is|has|had|would|are|have|will|not|can/i;

/** Words of a phrase, escaped as a pattern, with their short forms; `isChoice` where they begin a choice in brackets behind a blank, as in `you (will|can)`. */
export function withShortForms(words: string, isChoice: boolean): string {
  if (!ANY.test(words)) return words;
  const whole = WHOLE.reduce((source, [full, short]) => source.replace(full, short), words);
  const behind = BEHIND_BLANK.reduce(
    (source, [full, short]) => source.replace(full, `(?:$&|${short})`),
    whole,
  );
  const choices = isChoice ? AT_CHOICE.filter(([full]) => full.test(whole)) : [];
  const [, first = '', rest = ''] = /^(\p{L}+)(.*)$/su.exec(behind) ?? [];
  return choices.length === 0
    ? behind
    : `(?:${[first, ...choices.map(([, short]) => short)].join('|')})${rest}`;
}
