import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { insertions, insertWords, PICTURE, type InsertWord } from '../../edit/insertions.ts';

/** What was typed, from the first of its characters to the last. */
type Typed = { readonly from: number; readonly to: number };

/** The list that “/” opens at the start of a line: all that can be put into a lesson. `insert` takes the place of what was typed; `picture` asks for one there. */
export function slashMenu(
  insert: (word: InsertWord, typed: Typed) => void,
  picture: (typed: Typed) => void,
): Extension {
  // In the order of the menu, and not of the alphabet.
  const words = insertWords.map((word, at): Completion => {
    const { name, about } = insertions[word];
    return {
      label: `/${word}`,
      displayLabel: name,
      detail: about,
      boost: insertWords.length - at,
      apply: (...[, , from, to]) => insert(word, { from, to }),
    };
  });

  const options: readonly Completion[] = [
    ...words,
    {
      label: '/picture',
      displayLabel: PICTURE.name,
      detail: PICTURE.about,
      boost: insertWords.length - insertWords.findIndex(isOnSlide) + 0.5,
      apply: (...[, , from, to]) => picture({ from, to }),
    },
  ];

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

// A picture comes before all others that are put on a slide.
function isOnSlide(word: InsertWord): boolean {
  return insertions[word].group === 'On a slide';
}
