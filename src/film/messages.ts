import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { bareRecord } from '../text/own.ts';
import { isRole, ROLES, type Role } from '../document/roles.ts';
import type { Field } from './yaml-map.ts';

/** Who says a message: what they do in the story, or, of anyone else, what they are called; null for a sentence of the story between messages. */
export type Speaker = { readonly role: Role } | { readonly name: string } | null;

/** A message of a film as the class reads it again at a stop. */
export type FilmMessage = { readonly by: Speaker; readonly words: string };

/** Stop name → the messages its question is about. */
export type Messages = Readonly<Record<string, readonly FilmMessage[]>>;

/** More than a question can be about. */
const AT_MOST = 20;
/** How long a message may be, in characters. */
export const LONGEST_MESSAGE = 200;

/**
 * The messages that stand beside the question of each stop, by what the people do in the story:
 *
 *     messages:
 *       the-pressure:
 *         - asks: send me a pic?
 *         - is asked: I’d rather not
 *         - The next day
 */
export function readMessages(field: Field): Messages {
  const messages = bareRecord<readonly FilmMessage[]>();
  const wrong = (why: string, at?: Node | null) =>
    field.wrong('film-messages', `Cannot read the film’s messages: ${why}`, at);
  if (!isMap(field.value)) {
    wrong('they need the name of a stop, such as “the-pressure:”, and a list below it');
    return messages;
  }
  for (const { key, value } of field.value.items) {
    const stop = isScalar(key) ? String(key.value) : '';
    if (!isSeq(value)) {
      wrong(`those of “${stop.slice(0, 60)}” need a list, each line starting with “- ”`, key);
    } else if (value.items.length > AT_MOST) {
      wrong(
        `“${stop.slice(0, 60)}” has ${value.items.length}, it needs at most ${AT_MOST}, the last ones before the stop`,
        key,
      );
    } else {
      messages[stop] = value.items.flatMap((item) => {
        const message = readMessage(item);
        if (typeof message !== 'string') return [message];
        wrong(message, item);
        return [];
      });
    }
  }
  return messages;
}

// A message, or what is wrong with it.
function readMessage(item: Node): FilmMessage | string {
  const [pair, more] = isMap(item) ? item.items : [];
  const words = wordsOf(pair === undefined ? item : pair.value);
  const by = pair === undefined ? null : wordsOf(pair.key);
  if (words === '' || by === '' || more !== undefined) {
    return `a line needs who says it and the words, “- asks: send me a pic?”; who is ${ROLES.join(', ')}, or any other name`;
  }
  if (words.length > LONGEST_MESSAGE) {
    return `“${words.slice(0, 40)}…” has ${words.length} letters, it needs at most ${LONGEST_MESSAGE}`;
  }
  if (by === null) return { by: null, words };
  return { by: isRole(by) ? { role: by } : { name: by.slice(0, 30) }, words };
}

// Numbers and a “yes” are messages as they are written.
function wordsOf(node: unknown): string {
  if (!isScalar(node)) return '';
  const { value, source } = node;
  const words = typeof value === 'string' ? value : (source ?? '');
  return words.replaceAll(/\s+/g, ' ').trim();
}
