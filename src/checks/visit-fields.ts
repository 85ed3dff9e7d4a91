import type { Document, Node } from '../document/nodes.ts';
import { namesOf } from '../text/own.ts';
import type { TextBlock } from './text-block.ts';

/** How one field is visited: its text blocks, and those of all that is in it. */
type Visit<Of, Value> = (value: Value, of: Of) => readonly TextBlock[];

/** True for what has a tree in it, as deep as models go: `Level` counts, since some are made of their own kind. */
type HasTree<Value, Level extends readonly 0[] = []> = Value extends Document | Node
  ? true
  : Level['length'] extends 5
    ? false
    : Value extends readonly (infer Item)[]
      ? HasTree<Item, [...Level, 0]>
      : Value extends object
        ? { [Field in keyof Value]: HasTree<Value[Field], [...Level, 0]> }[keyof Value]
        : false;

/** Why a field is not visited: there are no words for people in it, or it is made of the nodes in the field of that name. */
type Unvisited<Of, Field extends keyof Of> =
  | 'no words'
  | (`${Field & string}Nodes` extends keyof Of ? 'in nodes' : never);

/**
 * How each field of a model is visited. A field without a visit does not compile, nor does a tree
 * that is never visited: what is shown is what is checked. `Elsewhere` names the fields whose words
 * are visited in a place of their own.
 */
export type Fields<Of, Elsewhere extends string = never> = {
  readonly [Field in keyof Of]-?: true extends HasTree<Of[Field]>
    ? Visit<Of, Of[Field]>
    : Visit<Of, Of[Field]> | Unvisited<Of, Field> | Elsewhere;
};

/** The text blocks of all fields of a model. */
export function visitFields<Of extends object>(
  of: Of,
  fields: Fields<Of, string>,
): readonly TextBlock[] {
  return namesOf<keyof Of & string>(fields).flatMap((field) => {
    const visit: Visit<Of, Of[keyof Of & string]> | string = fields[field];
    return typeof visit === 'string' ? [] : visit(of[field], of);
  });
}
