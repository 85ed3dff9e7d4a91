import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { insertions, insertWords, type InsertWord } from '../../edit/insertions.ts';

/** The list that “/” opens at the start of a line: all that can be put into a lesson. `insert` takes the place of what was typed, from the first of its characters to the last. */
export function slashMenu(
  insert: (word: InsertWord, typed: { readonly from: number; readonly to: number }) => void,
): Extension {
  // In the order of the menu, and not of the alphabet.
  const options = insertWords.map((word, at): Completion => {
    const { name, about } = insertions[word];
    return {
      label: `/${word}`,
      displayLabel: name,
      detail: about,
      boost: insertWords.length - at,
      apply: (...[, , from, to]) => insert(word, { from, to }),
    };
  });

  function source(context: CompletionContext): CompletionResult | null {
    const typed = context.matchBefore(/^\/[a-z]*/);
    return typed === null ? null : { from: typed.from, options, validFor: /^\/[a-z]*$/ };
  }

  // No one types “/” at the start of a line and Enter after it for anything else.
  return autocompletion({
    override: [source],
    icons: false,
    maxRenderedOptions: 30,
    interactionDelay: 0,
  });
}
