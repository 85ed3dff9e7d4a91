import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import {
  askedFor,
  askedWords,
  insertions,
  insertWords,
  type AskedWord,
  type InsertWord,
} from '../../edit/insertions.ts';

/** What was typed, from the first of its characters to the last. */
type Typed = { readonly from: number; readonly to: number };

/** The list that “/” opens at the start of a line: all that can be put into a lesson. `insert` takes the place of what was typed; `askFor` opens what asks for the rest. */
export function slashMenu(
  insert: (word: InsertWord, typed: Typed) => void,
  askFor: (word: AskedWord, typed: Typed) => void,
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

  const firstOnSlide = insertWords.length - insertWords.findIndex(isOnSlide);
  const asked = askedWords.map((word, at): Completion => {
    const { name, about } = askedFor[word];
    return {
      label: `/${word}`,
      displayLabel: name,
      detail: about,
      boost: firstOnSlide + 1 - (at + 1) / (askedWords.length + 1),
      apply: (...[, , from, to]) => askFor(word, { from, to }),
    };
  });
  const options: readonly Completion[] = [...words, ...asked];

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

// What is asked for comes before all others that are put on a slide.
function isOnSlide(word: InsertWord): boolean {
  return insertions[word].group === 'On a slide';
}
