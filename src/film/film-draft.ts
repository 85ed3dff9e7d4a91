import * as v from 'valibot';
import { ROLES, type Role } from '../document/roles.ts';
import { isCharacterName, tidyName } from '../document/character-name.ts';
import { bareRecord } from '../text/own.ts';
import { number, whole } from '../text/schema.ts';
import { CONFIRMATIONS, CONFIRMING_ROLES } from './confirmations.ts';
import { MAX_ENDING, MAX_QUESTION, type Manifest } from './manifest.ts';
import { LONGEST_MESSAGE, type FilmMessage, type Speaker } from './messages.ts';
import { momentWords } from './moments.ts';
import { moveSpan, type Edition } from './edition.ts';
import type { Cue } from './vtt.ts';

const message = v.object({
  by: v.nullable(v.union([v.object({ role: v.picklist(ROLES) }), v.object({ name: v.string() })])),
  words: v.string(),
});

/** A stop while it is being set: `stop` is its name in film.yaml, empty until its moment is chosen. */
const draftStop = v.object({
  id: whole,
  /** Seconds. */
  at: number,
  stop: v.string(),
  question: v.string(),
  messages: v.array(message),
});

/** How what is typed of a film is read again; another version is another program’s. */
export const filmDraft = v.object({
  v: v.literal(1),
  title: v.string(),
  rights: v.string(),
  contentNote: v.string(),
  endsWithHelp: v.nullable(v.boolean()),
  hasSpokenWords: v.nullable(v.boolean()),
  fps: number,
  /** Seconds; 0 until the file has said it. */
  length: number,
  stops: v.array(draftStop),
  people: v.record(v.string(), v.string()),
  endCalmly: v.string(),
  captions: v.nullable(v.array(v.object({ start: number, end: number, text: v.string() }))),
  confirmed: v.record(
    v.string(),
    v.object({ role: v.picklist(CONFIRMING_ROLES), day: v.string() }),
  ),
  role: v.nullable(v.picklist(CONFIRMING_ROLES)),
});

/** All that is typed of a film on “Your film”, whole or not. */
export type FilmDraft = v.InferOutput<typeof filmDraft>;

/** A stop while it is being set. */
export type DraftStop = FilmDraft['stops'][number];

/** A film of which nothing is known yet. */
export const NO_DRAFT: FilmDraft = {
  v: 1,
  title: '',
  rights: '',
  contentNote: '',
  endsWithHelp: null,
  hasSpokenWords: null,
  fps: 25,
  length: 0,
  stops: [],
  people: {},
  endCalmly: '',
  captions: null,
  confirmed: {},
  role: null,
};

/** What is known of a film, to go on with; `cues` are its captions as they are written. */
export function draftOf(manifest: Manifest, cues: readonly Cue[] | null): FilmDraft {
  const stops = Object.entries(manifest.stops).map(([stop, at], id) => ({
    id,
    at,
    stop,
    question: manifest.questions?.[stop] ?? '',
    messages: (manifest.messages?.[stop] ?? []).map(({ by, words }) => ({ by, words })),
  }));
  const [first] = Object.values(manifest.confirmed ?? {});
  return {
    ...NO_DRAFT,
    title: manifest.title,
    rights: manifest.rights,
    contentNote: manifest.contentNote,
    endsWithHelp: manifest.endsWithHelp ?? null,
    hasSpokenWords: manifest.hasSpokenWords ?? null,
    fps: manifest.fps,
    length: manifest.length,
    stops: inOrder(stops),
    people: { ...manifest.people },
    endCalmly: (manifest.endCalmly ?? []).join('\n'),
    captions: cues && moved(cues, manifest.edition),
    confirmed: { ...manifest.confirmed },
    role: first?.role ?? null,
  };
}

function moved(cues: readonly Cue[], edition: Edition | undefined): Cue[] {
  return cues.map((cue) => (edition === undefined ? cue : moveSpan(edition, cue)));
}

/** What is written of it. Words that are longer than a field takes are cut, and what has no name yet is left out. */
export function manifestOf(draft: FilmDraft): Omit<Manifest, 'edition'> {
  const { endsWithHelp, hasSpokenWords, fps, length } = draft;
  const named = draft.stops.filter(({ stop }) => stop !== '');
  const asked = named.filter(({ question }) => oneLine(question) !== '');
  const worded = named.filter(({ messages }) => messages.length > 0);
  const people = peopleOf(draft);
  const ending = endingOf(draft);
  const confirmed = CONFIRMATIONS.flatMap((what) => {
    const by = draft.confirmed[what];
    return by === undefined ? [] : [[what, by] as const];
  });
  return {
    title: oneLine(draft.title).slice(0, 120),
    rights: oneLine(draft.rights).slice(0, 300),
    contentNote: oneLine(draft.contentNote).slice(0, 300),
    ...(endsWithHelp !== null && { endsWithHelp }),
    ...(hasSpokenWords !== null && { hasSpokenWords }),
    fps,
    length,
    stops: byStop(named, ({ at }) => at),
    ...(asked.length > 0 && {
      questions: byStop(asked, ({ question }) => oneLine(question).slice(0, MAX_QUESTION)),
    }),
    ...(worded.length > 0 && { messages: byStop(worded, ({ messages }) => messages) }),
    ...(Object.keys(people).length > 0 && { people }),
    ...(ending.length > 0 && { endCalmly: ending }),
    ...(confirmed.length > 0 && { confirmed: Object.fromEntries(confirmed) }),
  };
}

function byStop<Value>(
  stops: readonly DraftStop[],
  valueOf: (stop: DraftStop) => Value,
): Readonly<Record<string, Value>> {
  const map = bareRecord<Value>();
  for (const one of stops) map[one.stop] = valueOf(one);
  return map;
}

function peopleOf({ people }: FilmDraft): Readonly<Partial<Record<Role, string>>> {
  const named = ROLES.flatMap((role) => {
    const name = tidyName(people[role] ?? '');
    return isCharacterName(name) ? [[role, name] as const] : [];
  });
  const isFirst = ([role, name]: (typeof named)[number]) =>
    named.find(([, one]) => one.toLowerCase() === name.toLowerCase())?.[0] === role;
  return Object.fromEntries(named.filter(isFirst));
}

function endingOf({ endCalmly }: FilmDraft): readonly string[] {
  return endCalmly
    .split('\n')
    .map((line) => oneLine(line).slice(0, MAX_ENDING.characters).trim())
    .filter((line) => line !== '')
    .slice(0, MAX_ENDING.sentences);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

/** The draft with a stop here, without a moment and a question yet; the same where there is one already at this time. */
export function withStopAt(draft: FilmDraft, at: number): FilmDraft {
  const time = Math.round(at * 1000) / 1000;
  if (draft.stops.some((one) => Math.abs(one.at - time) < 0.5)) return draft;
  const id = 1 + Math.max(-1, ...draft.stops.map((one) => one.id));
  const stop = { id, at: time, stop: '', question: '', messages: [] };
  return { ...draft, stops: inOrder([...draft.stops, stop]) };
}

/** The draft with one stop changed. */
export function withStop(
  draft: FilmDraft,
  id: number,
  change: Partial<Omit<DraftStop, 'id'>>,
): FilmDraft {
  const last = Math.max(0, draft.length - 0.1);
  const stops = draft.stops.map((one) =>
    one.id === id
      ? { ...one, ...change, at: Math.min(last, Math.max(0.1, change.at ?? one.at)) }
      : one,
  );
  return { ...draft, stops: inOrder(stops) };
}

/** The draft without one stop. */
export function withoutStop(draft: FilmDraft, id: number): FilmDraft {
  return { ...draft, stops: draft.stops.filter((one) => one.id !== id) };
}

function inOrder(stops: readonly DraftStop[]): DraftStop[] {
  return stops.toSorted((a, b) => a.at - b.at);
}

/** The lines of a stop as they are typed, `asks: send me a pic?`, a line without a name for the story between. */
export function linesOfMessages(messages: readonly FilmMessage[]): string {
  return messages.map(({ by, words }) => `${speakerWords(by)}${words}`).join('\n');
}

function speakerWords(by: Speaker): string {
  return by === null ? '' : `${'role' in by ? by.role : by.name}: `;
}

/** What the film calls someone who speaks in it, or what they do in the story; null between. */
export function speakerName({ people }: FilmDraft, by: Speaker): string | null {
  if (by === null) return null;
  return 'role' in by ? tidyName(people[by.role] ?? '') || by.role : by.name;
}

/** The same read again; at most 20, each at most 200 characters. */
export function messagesInLines(lines: string): DraftStop['messages'] {
  return lines
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .slice(0, 20)
    .map((line) => {
      const [, name = '', spoken = ''] = /^([^:]{1,30}): (.+)$/.exec(line) ?? [];
      const role = ROLES.find((one) => one === name.toLowerCase());
      const words = (name === '' ? line : spoken).slice(0, LONGEST_MESSAGE);
      if (name === '') return { by: null, words };
      return { by: role === undefined ? { name: name.trim() } : { role }, words };
    });
}

/** True where the film stops before its story can have begun: in the first eighth of it. */
export function stopsEarly({ stops, length }: FilmDraft): boolean {
  const [first] = stops;
  return first !== undefined && first.at < length / 8;
}

/** Something that is still to be done before a film can be used, and where on the page. */
export type ToDo = { readonly words: string; readonly field: ToDoField };

/** The parts of the page that something can be missing in. */
export type ToDoField = 'file' | 'title' | 'stops' | 'note' | 'spoken' | 'ending' | 'confirm';

/** What is still to do, the first first; empty where the film can be used. */
export function stillToDo(draft: FilmDraft): readonly ToDo[] {
  const nameless = draft.stops.find(({ stop }) => stop === '');
  const unasked = draft.stops.find(({ question }) => oneLine(question) === '');
  const twice = draft.stops.find(
    ({ id, stop }) => stop !== '' && draft.stops.some((one) => one.id !== id && one.stop === stop),
  );
  const all: readonly (ToDo | false)[] = [
    draft.length <= 0 && { words: 'choose the film', field: 'file' },
    oneLine(draft.title) === '' && { words: 'give it a title', field: 'title' },
    draft.stops.length === 0 && { words: 'make a stop where the class talks', field: 'stops' },
    nameless !== undefined && { words: 'say which moment each stop is', field: 'stops' },
    nameless === undefined &&
      twice !== undefined && {
        words: `give “${momentWords(twice.stop)}” to one stop only`,
        field: 'stops',
      },
    unasked !== undefined && { words: 'write a question for each stop', field: 'stops' },
    oneLine(draft.contentNote) === '' && { words: 'write the content note', field: 'note' },
    draft.hasSpokenWords === null && { words: 'say if anyone speaks', field: 'spoken' },
    draft.endsWithHelp === null && { words: 'say how it ends', field: 'ending' },
    CONFIRMATIONS.some((what) => draft.confirmed[what] === undefined) && {
      words: 'confirm that a class may see it',
      field: 'confirm',
    },
  ];
  return all.filter((one) => one !== false);
}
