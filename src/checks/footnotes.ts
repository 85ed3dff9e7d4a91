import type { TextBlock } from './text-block.ts';

/** What the footnotes of a lesson say, by name: a line `[^poca]: …` anywhere in it, or in `sources:` at its head. */
export function readFootnotes(textBlocks: readonly TextBlock[]): ReadonlyMap<string, string> {
  const matches = textBlocks.flatMap(({ text }) => [
    ...text.matchAll(/\[\^([\w-]+)\]:\s*((?:(?!\[\^[\w-]+\]:)[^])*)/g),
  ]);
  return new Map(matches.map(([, name = '', words = '']) => [name, words.trim()]));
}

/** The names of the footnotes that some words point to, `[^poca]`. */
export function footnotesIn(words: string): readonly string[] {
  return [...words.matchAll(/\[\^([\w-]+)\](?!:)/g)].map(([, name = '']) => name);
}

/** A text block's text without what its footnotes say, letter for letter, so that places stay. */
export function withoutFootnotes(text: string): string {
  const from = text.search(/\[\^[\w-]+\]:/);
  return from < 0 ? text : text.slice(0, from) + ' '.repeat(text.length - from);
}
