import { bareRecord } from '../text/own.ts';
import { ROLES } from '../document/roles.ts';
import { CONFIRMATIONS } from './confirmations.ts';
import type { Manifest } from './manifest.ts';
import type { FilmMessage } from './messages.ts';

/** A film.yaml of what is known of a film, which `readManifest` reads as the same: `length` and `stops` are of this copy, so it needs no anchors. */
export function writeManifest(manifest: Omit<Manifest, 'edition'>): string {
  const { title, rights, contentNote, endsWithHelp, hasSpokenWords, fps, length } = manifest;
  const { stops, messages = {}, questions = {}, people = {}, endCalmly } = manifest;
  const { confirmed, file } = manifest;
  const lines = [
    ...['# Written by “Your film”. It may be written by hand as well.', `title: ${quoted(title)}`],
    `rights: ${quoted(rights)}`,
    `content note: ${quoted(contentNote)}`,
    ...(endsWithHelp === undefined ? [] : [`ends with help: ${yesOrNo(endsWithHelp)}`]),
    ...(hasSpokenWords === undefined ? [] : [`spoken words: ${yesOrNo(hasSpokenWords)}`]),
    `fps: ${fps}`,
    `length: "${filmTime(length)}"`,
    ...mapOf('stops', stops, (at) => [` "${filmTime(at)}"`]),
    ...mapOf('questions', manifest.questions && questions, (words) => [` ${quoted(words)}`]),
    ...mapOf('messages', manifest.messages && messages, (all) =>
      all.length === 0 ? [' []'] : ['', ...all.map((one) => `    - ${written(one)}`)],
    ),
    ...mapOf('people', manifest.people && inOrder(people, ROLES), (name) => [` ${quoted(name)}`]),
    ...(endCalmly === undefined ? [] : listOf('end calmly', endCalmly)),
    ...mapOf('confirmed', confirmed && inOrder(confirmed, CONFIRMATIONS), ({ role, day }) => [
      ` ${role}, ${day}`,
    ]),
    ...(file === undefined ? [] : [`file: ${quoted(file)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Seconds to the thousandth as film.yaml has them, `1:12.4`. */
export function filmTime(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const minutes = Math.floor(thousandths / 60_000);
  const rest = (thousandths % 60_000) / 1000;
  const [whole = '0', part = '0'] = String(rest).split('.');
  return `${minutes}:${whole.padStart(2, '0')}.${part}`;
}

function mapOf<Value>(
  name: string,
  map: Readonly<Record<string, Value>> | undefined,
  linesOf: (value: Value) => readonly string[],
): readonly string[] {
  if (map === undefined) return [];
  const entries = Object.entries(map);
  if (entries.length === 0) return [`${name}: {}`];
  return [
    `${name}:`,
    ...entries.flatMap(([key, value]) => {
      const [first = '', ...more] = linesOf(value);
      return [`  ${key}:${first}`, ...more];
    }),
  ];
}

function listOf(name: string, all: readonly string[]): readonly string[] {
  return all.length === 0
    ? [`${name}: []`]
    : [`${name}:`, ...all.map((one) => `  - ${quoted(one)}`)];
}

function written({ by, words }: FilmMessage): string {
  if (by === null) return quoted(words);
  return `${'role' in by ? by.role : quoted(by.name)}: ${quoted(words)}`;
}

// JSON's strings are YAML's, but for two characters that YAML takes for the end of a line.
function quoted(words: string): string {
  return JSON.stringify(words).replaceAll(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

function inOrder<Name extends string, Value>(
  some: Readonly<Partial<Record<Name, Value>>>,
  order: readonly Name[],
): Readonly<Record<string, Value>> {
  const ordered = bareRecord<Value>();
  for (const name of order) {
    const value = some[name];
    if (value !== undefined) ordered[name] = value;
  }
  return ordered;
}
