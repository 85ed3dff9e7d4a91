import type { Deck, Notes } from '../../deck/deck.ts';
import { stampOf } from '../../deck/follow-lesson.view.ts';
import { nameDeck, nameNotes } from '../../deck/name-deck.ts';
import type { Names } from '../../lesson/names.ts';
import { forgetNames, namesToday } from '../../lesson/today.view.ts';
import type { Question } from '../../poll/question.ts';
import { fetchFile } from '../../text/site-file.view.ts';

/** From this page to the site's root. */
export const SITE = '../../';

/** The lesson as the board shows it, its characters called as they are today, and the stamp of this version of it. */
export async function readDeck(): Promise<{ readonly deck: Deck; readonly stamp: string }> {
  const response = await readFile('./deck.json');
  return { deck: namedToday((await response.json()) as Deck), stamp: stampOf(response) };
}

/** A deck with its characters called as they are today. */
export function namedToday(deck: Deck): Deck {
  return nameDeck(deck, namesToday({ slug: deck.slug, site: sitePath() }, deck.names));
}

/** The teacher's notes with these names; asked for only once a second screen shows the board. */
export async function readNotes(names: Names): Promise<Notes> {
  return nameNotes(await readJson<Notes>('./notes.json'), names);
}

/** The questions with their right answers, for a room that runs in this page. */
export function readQuestions(): Promise<readonly Question[]> {
  return readJson<readonly Question[]>('./questions.json');
}

/** The lesson is over: its names of today are forgotten. */
export function forgetToday({ slug }: Deck): void {
  forgetNames({ slug, site: sitePath() });
}

/** The path of the site this page is on. */
export function sitePath(): string {
  return new URL(SITE, location.href).pathname;
}

async function readJson<Value>(address: string): Promise<Value> {
  return (await (await readFile(address)).json()) as Value;
}

async function readFile(address: string): Promise<Response> {
  const response = await fetchFile(address);
  if (!response.ok) throw new Error(`Cannot read ${address}: the answer was ${response.status}`);
  return response;
}
