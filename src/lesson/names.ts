import { IN_BRACES } from '../document/braces.ts';
import { isCharacterName, tidyName } from '../document/character-name.ts';

/** What the characters of a lesson are called, by the name that stands in braces: `{Sam: 'Sam'}` as the lesson has it, `{Sam: 'Kit'}` today. */
export type Names = Readonly<Record<string, string>>;

/** Why a character cannot be called this, in a sentence for the teacher; null where it can. `names` are all of the lesson's for today, this one among them. */
export function nameProblem(field: string, names: Names): string | null {
  const name = names[field] ?? '';
  if (name === '') return `Write a name for ${field}.`;
  if ([...name].length > 20) {
    return `“${[...name].slice(0, 20).join('')}…” is too long: a name has at most 20 letters.`;
  }
  if (!isCharacterName(name)) {
    return `“${name}” has symbols in it: a name is made of letters, spaces, hyphens and apostrophes.`;
  }
  const other = Object.keys(names).find(
    (one) => one !== field && names[one]?.toLowerCase() === name.toLowerCase(),
  );
  return other === undefined
    ? null
    : `${other} is called “${name}” as well: the two need different names.`;
}

/** The names of today: the lesson's own, changed as far as `wanted` changes them; null where those cannot be, whatever was handed in. */
export function todaysNames(own: Names, wanted: unknown): Names | null {
  if (typeof wanted !== 'object' || wanted === null) return null;
  const given = Object.entries(wanted).filter(
    (entry): entry is [string, string] =>
      Object.hasOwn(own, entry[0]) && typeof entry[1] === 'string',
  );
  const names = {
    ...own,
    ...Object.fromEntries(given.map(([field, name]) => [field, tidyName(name)])),
  };
  return Object.keys(own).some((field) => nameProblem(field, names) !== null) ? null : names;
}

/** Plain words with the characters' names in them. */
export function fillWords(words: string, names: Names): string {
  return words.includes('{')
    ? words.replaceAll(IN_BRACES, (whole, field: string) => nameOf(names, field) ?? whole)
    : words;
}

/** Anything made of plain words, with the names in all of them: questions, a deck's headings. */
export function withNames<Value>(value: Value, names: Names): Value {
  // A string stays a string and all else keeps its form, which no type of the language can say.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return fill(value, names) as Value;
}

function fill(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return fillWords(value, names);
  if (Array.isArray(value)) return value.map((one) => fill(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, names)]));
}

/** What a character is called; undefined where the lesson has none of that name. */
export function nameOf(names: Names, field: string): string | undefined {
  return Object.hasOwn(names, field) ? names[field] : undefined;
}
