import { namesOf } from '../text/own.ts';
import type { Document, Node } from './nodes.ts';

/** Words with their places, as a model holds them. */
export type Words = Document | readonly Node[] | readonly Document[];

/** What words are where they are shown: a heading begins what is read together. */
export type WordRole = 'heading' | 'text';

/**
 * What words each field of a model has. A field that is not named does not compile, nor does one with words that are said to
 * be none; a string that is shown is made of the nodes in the field of its name, as `heading` is of `headingNodes`.
 */
export type WordFields<Of> = {
  readonly [Field in keyof Of]-?: Of[Field] extends Words
    ? WordRole
    : 'no words' | (`${Field & string}Nodes` extends keyof Of ? 'in nodes' : never);
};

/** Words of a model, and what they are. */
export type RoleWords = { readonly role: WordRole; readonly words: Words };

/** The words in the fields of a model that have some, in the order of `fields`. */
export function wordsIn<Of>(model: Of, fields: WordFields<Of>): readonly RoleWords[] {
  return namesOf<keyof Of & string>(fields).flatMap((field) => {
    const role: WordRole | 'no words' | 'in nodes' = fields[field];
    const words = model[field];
    return (role === 'heading' || role === 'text') && hasWords(words) ? [{ role, words }] : [];
  });
}

/** What `change` makes of the words of a model, by the field that has them. */
export function changedWords<Of>(
  model: Of,
  fields: WordFields<Of>,
  change: (nodes: readonly Node[]) => readonly Node[],
): Readonly<Record<string, Words>> {
  return Object.fromEntries(
    namesOf<keyof Of & string>(fields).flatMap((field) => {
      const words = model[field];
      return hasWords(words) ? [[field, changedOf(words, change)]] : [];
    }),
  );
}

function changedOf(words: Words, change: (nodes: readonly Node[]) => readonly Node[]): Words {
  if ('children' in words) return { ...words, children: change(words.children) };
  return isDocuments(words)
    ? words.map((one) => ({ ...one, children: change(one.children) }))
    : change(words);
}

function isDocuments(words: readonly Node[] | readonly Document[]): words is readonly Document[] {
  return words[0]?.kind === 'document';
}

function hasWords(value: unknown): value is Words {
  return (
    typeof value === 'object' && value !== null && ('children' in value || Array.isArray(value))
  );
}

/** The nodes of some words. */
export function nodesOf(words: Words): readonly Node[] {
  if ('children' in words) return words.children;
  return isDocuments(words) ? words.flatMap(({ children }) => children) : words;
}
