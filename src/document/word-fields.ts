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

/** The nodes of some words. */
export function nodesOf(words: Words): readonly Node[] {
  if ('children' in words) return words.children;
  return words.flatMap((one) => (one.kind === 'document' ? one.children : [one]));
}
