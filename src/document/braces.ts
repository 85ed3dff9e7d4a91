/** A name in braces: a character's where a lesson has it, `{Sam}`, or a handout's field; the first group is the name. */
export const IN_BRACES = /\{(\p{L}[\p{L}\p{M}\p{N} '’-]{0,29})\}/gu;

/** Words parted where a name stands in braces, without the braces: `{Sam} waits` is `Sam` and ` waits`. */
export function withoutBraces(words: string): readonly string[] {
  return words.includes('{') ? words.split(IN_BRACES).filter((run) => run !== '') : [words];
}
