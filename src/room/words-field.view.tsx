import { parseKeyWords, KEY_WORDS } from './key-words.ts';
import { WORDS } from './phrase.ts';
import { nearest } from '../text/nearest.ts';

/** Where the words of a key are typed; what is wrong with them stands under it, and is read out. */
export function WordsField({ label, value, change, trouble }: WordsFieldProps) {
  return (
    <p class="field">
      <label for="words">{label}</label>
      <input
        id="words"
        type="text"
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        maxLength={200}
        aria-invalid={trouble !== ''}
        aria-describedby="words-help words-trouble"
      />
      <span class="field__help" id="words-help">
        With spaces between them. Capitals don’t matter.
      </span>
      <span class="field__trouble" id="words-trouble" role="alert">
        {trouble}
      </span>
    </p>
  );
}

/** The field's label and value, what changes it, and what is wrong; empty where nothing is. */
export type WordsFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly trouble: string;
};

/** What is wrong with words as they were typed, before anyone is asked; empty where they could be a key. */
export function troubleWith(typed: string): string {
  const key = parseKeyWords(typed);
  if (key.is === 'unknown') {
    const [word = ''] = key.unknown;
    const meant = nearest(word, WORDS);
    return `“${word}” isn’t on our list of words.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`;
  }
  return key.is === 'count'
    ? `A key has ${KEY_WORDS} different words. You’ve typed ${key.count}.`
    : '';
}
