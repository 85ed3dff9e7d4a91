import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { hasDeviceName } from '../text/device-name.ts';
import type { Field } from './yaml-map.ts';

/** Reads one field, or tells what is wrong with it and gives `undefined`. */
export type ReadField<T> = (field: Field) => T | undefined;

/** A line of words; numbers are taken as they are written. */
export const readWords: ReadField<string> = (field) => {
  const words = wordsOf(field.value);
  if (words === undefined) {
    field.wrong('field-type', `Cannot read “${field.name}”: it needs words on one line`);
  }
  return words;
};

/** A whole number from 1 up to `max`. */
export function readCount(max: number): ReadField<number> {
  return (field) => {
    const value = isScalar(field.value) ? field.value.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) {
      return value;
    }
    return void field.wrong(
      'field-type',
      `Cannot read “${field.name}”: ${quote(field.value)}it needs a whole number from 1 to ${max}`,
    );
  };
}

/** One of a few words. */
export function readOneOf<T extends string>(words: readonly T[]): ReadField<T> {
  return (field) => {
    const written = wordsOf(field.value)?.toLowerCase();
    const found = words.find((word) => word.toLowerCase() === written);
    if (found === undefined) {
      field.wrong(
        'field-type',
        `Cannot read “${field.name}”: ${quote(field.value)}it needs to be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
      );
    }
    return found;
  };
}

/** Yes or no; `true` and `false`, as other tools write them, too. */
export const readYesNo: ReadField<boolean> = (field) => {
  const word = readOneOf(YES_NO)(field);
  return word === undefined ? undefined : word === 'yes' || word === 'true';
};

const YES_NO = ['yes', 'no', 'true', 'false'] as const;

/** A date, `2026-11-24`. */
export const readDate: ReadField<string> = (field) => {
  const words = wordsOf(field.value) ?? '';
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(words) ?? [];
  if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31) {
    return words;
  }
  return void field.wrong(
    'field-type',
    `Cannot read “${field.name}”: ${quote(field.value)}it needs a date written 2026-11-24`,
  );
};

/** A list of lines; a single line is a list of one. */
export const readList: ReadField<readonly string[]> = (field) => {
  const one = wordsOf(field.value);
  if (one !== undefined) return one === '' ? [] : [one];
  if (!isSeq(field.value)) {
    return void field.wrong(
      'field-type',
      `Cannot read “${field.name}”: it needs a list, each line starting with “- ”`,
    );
  }
  return field.value.items.flatMap((item, at) => {
    const words = wordsOf(item);
    if (words === undefined) {
      field.wrong(
        'field-type',
        `Cannot read line ${at + 1} of “${field.name}”: it needs words on one line, with quotes round them if they hold “: ”`,
        item,
      );
    }
    return words === undefined || words === '' ? [] : [words];
  });
};

/** Words with their meanings, `pressure: pushing someone until …`. */
export const readVocabulary: ReadField<
  readonly { readonly word: string; readonly meaning: string }[]
> = (field) => {
  if (!isMap(field.value)) {
    return void field.wrong(
      'field-type',
      `Cannot read “${field.name}”: it needs a line for each word, “pressure: pushing someone until …”`,
    );
  }
  return field.value.items.flatMap(({ key, value }) => {
    const word = wordsOf(key);
    const meaning = wordsOf(value);
    if (word !== undefined && meaning !== undefined && meaning !== '') return [{ word, meaning }];
    field.wrong(
      'field-type',
      `Cannot read “${word ?? 'this word'}” in “${field.name}”: it needs its meaning on one line, with quotes round it if it holds “: ”`,
      key,
    );
    return [];
  });
};

/** Names of folders, lower-case words joined by hyphens. */
export const readNames: ReadField<readonly string[]> = (field) =>
  readList(field)?.filter((name) => {
    const isName = isSlug.test(name) && !hasDeviceName(name);
    if (!isName) {
      field.wrong(
        'film-name',
        `Cannot look for the film “${name.slice(0, 60)}”: its folder’s name needs to be lower-case words joined by hyphens`,
      );
    }
    return isName;
  });

/** Names of lessons' files without their ending, lower-case words joined by hyphens; `example` is such a name. */
export function readFileNames(example: string): ReadField<readonly string[]> {
  return (field) => {
    const names = readList(field);
    if (names === undefined) return undefined;
    const [wrong] = names.filter((name) => !isSlug.test(name));
    if (names.length === 0 || wrong !== undefined) {
      const says = wrong === undefined ? '' : `it says “${wrong.slice(0, 60)}”, `;
      field.wrong(
        'field-type',
        `Cannot read “${field.name}”: ${says}it needs the name of a lesson’s file without “.md”, such as ${example}`,
      );
    }
    return names.filter((name) => isSlug.test(name));
  };
}

const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// A number, a date or a `true` is taken as it is written.
function wordsOf(node: Node | null | undefined): string | undefined {
  if (!isScalar(node)) return undefined;
  if (node.value === null) return '';
  const words = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return (isOneLine.test(words) ? words : words.replaceAll(/\s+/g, ' ')).trim();
}

const isOneLine = /^\S*(?: \S+)*$/;

function quote(node: Node | null): string {
  const words = isAlias(node) ? `*${node.source}` : wordsOf(node);
  return words === undefined || words === '' ? '' : `it says “${words.slice(0, 60)}”, `;
}
