import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ReadField } from '../film/fields.ts';
import type { Field } from '../film/yaml-map.ts';
import { IN_BRACES } from '../document/braces.ts';
import { NAME_PATTERN, tidyName } from '../document/character-name.ts';
import { nameProblem, type Names } from './names.ts';
import type { Schema } from './schema.ts';

/** More characters than a story for a class has. */
const MAX_CHARACTERS = 12;

const ONE_FIELD = new RegExp(`^${IN_BRACES.source}$`, 'u');

/** The characters whose names may change for a day: `names: [Sam, Alex]`, or what stands in braces with what they are called, `Friend: Kim`. */
export const readCharacters: ReadField<Names> = (field) => {
  const found = pairsOf(field);
  const refuse = (words: string) =>
    void field.wrong('field-type', `Cannot read “${field.name}”: ${words}`);
  if (found === null) return refuse('it needs the characters’ names, “[Sam, Alex]”');
  if (found.length > MAX_CHARACTERS) {
    return refuse(`it has ${found.length} names, it needs at most ${MAX_CHARACTERS}`);
  }
  const names: Record<string, string> = {};
  for (const { braced, called, at } of found) {
    const wrong = problemOf({ braced, called }, names);
    if (wrong === null) names[braced] = called;
    else field.wrong('character-name', `Cannot use this name: ${wrong.replace(/\.$/, '')}`, at);
  }
  return names;
};

function problemOf({ braced, called }: Called, names: Names): string | null {
  if (Object.hasOwn(names, braced)) {
    return `“${braced}” is here twice: each character is named once`;
  }
  if (!ONE_FIELD.test(`{${braced}}`)) {
    return `“${braced.slice(0, 40)}” cannot be in braces: it needs to be one or two words`;
  }
  return nameProblem(braced, { ...names, [braced]: called });
}

/** What an editor may know of them. */
export const charactersSchema: Schema = {
  anyOf: [
    { type: 'array', maxItems: MAX_CHARACTERS, items: { type: 'string', pattern: NAME_PATTERN } },
    { type: 'object', additionalProperties: { type: 'string', pattern: NAME_PATTERN } },
  ],
};

type Called = { readonly braced: string; readonly called: string };

function pairsOf({ value }: Field): readonly (Called & { readonly at: Node })[] | null {
  const pairs = isSeq(value)
    ? value.items.map((item) => [item, item] as const)
    : isMap(value)
      ? value.items.map(({ key, value: name }) => [key, name] as const)
      : null;
  const read = pairs?.map(([at, name]) => ({
    braced: wordsOf(at),
    called: wordsOf(name),
    at: at,
  }));
  const named = read?.flatMap(({ braced, called, at }) =>
    braced === null || called === null || at === null ? [] : [{ braced, called, at }],
  );
  return named?.length === pairs?.length ? (named ?? null) : null;
}

function wordsOf(node: unknown): string | null {
  return isScalar(node) && typeof node.value === 'string' ? tidyName(node.value) : null;
}
