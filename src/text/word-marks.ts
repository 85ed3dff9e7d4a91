import { html, trusted, type Html } from './html.ts';
import { isWordKey, wordings, type Message, type WordKey } from './wording.ts';

/** What a comment says that stands before a word of the catalogue: its key goes on behind it. */
export const WORD_MARK = 'word:';

/** A word of the catalogue on a page: as in a school, between comments by which `fillPage` and the browser find it. */
export function markWord(key: WordKey): Html {
  return trusted(markedWord(key, wordings.school[key]));
}

/** The same with the word of any setting. */
export function markedWord(key: WordKey, word: string): string {
  return `<!--${WORD_MARK}${key}-->${word}<!--/word-->`;
}

/** A text with words of the catalogue in braces, for a page: `Ask your {teacher}`. */
export function markWords<const Text extends string>(message: Message<Text>): Html {
  const parts = message.split(/\{([^{}]+)\}/);
  return html`${parts.map((part, at) => {
    if (at % 2 === 0) return part;
    return isWordKey(part) ? markWord(part) : `{${part}}`;
  })}`;
}
