import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ReadField } from '../film/fields.ts';
import type { Field } from '../film/yaml-map.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import type { NamedBlock, NamedCut } from './cuts.ts';
import type { Schema } from './schema.ts';

const COUNTS: readonly string[] = ['no', 'one', 'two', 'three', 'four', 'five'];

/** More blocks than any session has. */
const MAX_BLOCKS = 60;

/** What a session takes where a cut has several, in minutes (TEACHING 5, “Cuts”). */
const SESSION = { least: 25, most: 30 };

/**
 * The cuts a lesson offers:
 *
 *     cuts:
 *       20 minutes: [Ground rules (3 min), The film, A calm close]
 *       two sessions:
 *         - [Ground rules, The film]
 *         - [Ground rules, A calm close]
 */
export const readCuts: ReadField<readonly NamedCut[]> = (field) => {
  if (!isMap(field.value)) {
    return void field.wrong(
      'field-type',
      `Cannot read “${field.name}”: it needs a line for each, “20 minutes: [The film, A calm close]”`,
    );
  }
  return field.value.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const cut = readCut(field, { name, key: key, value: value });
    return cut === undefined ? [] : [cut];
  });
};

/** What an editor may know of them. */
export const cutsSchema: Schema = {
  type: 'object',
  patternProperties: {
    '^[1-9]\\d{0,2} ?[Mm]in(ute)?s?$': listOf(1, { type: ['string', 'number'] }),
    ...Object.fromEntries(
      [2, 3, 4, 5].map((n) => [
        `^(${COUNTS[n]}|${n}) sessions$`,
        { ...listOf(n, listOf(1, { type: ['string', 'number'] })), maxItems: n },
      ]),
    ),
  },
  additionalProperties: false,
};

function listOf(min: number, items: Schema): Schema {
  return { type: 'array', items, minItems: min };
}

type Pair = { readonly name: string; readonly key: Node; readonly value: Node | null };

function readCut(field: Field, { name, key, value }: Pair): NamedCut | undefined {
  const refuse = (message: string) =>
    void field.wrong('cut', `Cannot read the cut “${name.slice(0, 60)}”: ${message}`, key);
  const length = readLength(name);
  if (length === undefined) {
    return refuse('its name needs to say how long it is, “20 minutes” or “two sessions”');
  }
  const lists =
    isSeq(value) && value.items.length > 0
      ? value.items.map((item) => (isSeq(item) ? item.items : null))
      : [null];
  const isOne = isSeq(value) && value.items.length > 0 && value.items.every(isScalar);
  const sessions = isOne ? [value.items] : lists.filter((list) => list !== null);
  if (sessions.length !== length.sessions || (!isOne && lists.includes(null))) {
    const wanted =
      length.sessions === 1
        ? 'a list of blocks, “[The film, A calm close]”'
        : `${length.sessions} lists of blocks, one for each session`;
    return refuse(`it needs ${wanted}`);
  }
  if (sessions.some(({ length: blocks }) => blocks === 0 || blocks > MAX_BLOCKS)) {
    return refuse(`each session needs 1 to ${MAX_BLOCKS} blocks`);
  }
  const read = sessions.map((items) => items.flatMap((item) => readBlock(field, item) ?? []));
  if (read.some((blocks, at) => blocks.length < (sessions[at]?.length ?? 0))) {
    return refuse('it needs the names of blocks, in quotes if they hold “: ” or “,”');
  }
  return {
    name,
    fits: length.fits,
    ...field.placeOf(key),
    sessions: read,
  };
}

function readLength(
  name: string,
): { readonly sessions: number; readonly fits: NamedCut['fits'] } | undefined {
  const [, minutes] = /^(\d{1,3}) ?min(?:ute)?s?$/i.exec(name.trim()) ?? [];
  if (minutes !== undefined && Number(minutes) > 0) {
    return { sessions: 1, fits: { least: 1, most: Number(minutes) } };
  }
  const [, count = ''] = /^([a-z]+|\d) sessions$/i.exec(name.trim()) ?? [];
  const sessions = /^\d$/.test(count) ? Number(count) : COUNTS.indexOf(count.toLowerCase());
  return sessions >= 2 && sessions <= 5 ? { sessions, fits: SESSION } : undefined;
}

function readBlock(field: Field, item: unknown): NamedBlock | undefined {
  if (!isScalar(item)) return undefined;
  const words = String(typeof item.value === 'string' ? item.value : (item.source ?? '')).trim();
  if (words === '') return undefined;
  const heading = readBlockHeading(words);
  const named =
    typeof heading === 'object'
      ? { name: heading.title, minutes: heading.minutes }
      : { name: words, minutes: null };
  return { ...named, ...field.placeOf(item) };
}
