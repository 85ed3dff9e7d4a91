import * as v from 'valibot';
import { deckSchema, notesSchema } from '../../../outputs/board/deck-schema.ts';
import type { Deck, Notes } from '../../../outputs/board/deck.ts';
import { filmPagesSchema, type FilmPages } from '../../../outputs/board/film-pages.ts';
import { stampOf } from '../../../outputs/board/follow-lesson.view.ts';
import { todaysDeck } from '../../../outputs/board/todays-deck.view.ts';
import type { Names } from '../../../lesson/names.ts';
import {
  forgetToday as forget,
  nameMarkup,
  saveVersion,
  versionHere,
} from '../../../lesson/today.view.ts';
import { recommendedVersion, versionsOf } from '../../../lesson/versions.ts';
import type { Question } from '../../../poll/question.ts';
import { question } from '../../../poll/question-schema.ts';
import { readAs, type Schema } from '../../../text/schema.ts';
import { startRemembered } from '../../../lesson/start-here.view.ts';
import { fetchFile } from '../../../text/site-file.view.ts';

/** From this page to the site's root. */
export const SITE = '../../';

/** The lesson as it is taught today, the whole of it, and the stamp of this version of it. */
export async function readDeck(): Promise<{
  readonly deck: Deck;
  readonly whole: Deck;
  readonly stamp: string;
}> {
  const response = await readFile('./deck.json');
  const whole = await read(deckSchema, response);
  settleVersion(whole);
  return { deck: deckToday(whole), whole, stamp: stampOf(response) };
}

// Board, notes and paper go by the version that is remembered, so the usual one is remembered where none was chosen.
function settleVersion(whole: Deck): void {
  const here = { slug: whole.slug, site: sitePath() };
  if (versionHere(here) !== null) return;
  const usual = recommendedVersion(versionsOf(whole), startRemembered(here.site).minutes);
  if (usual && usual.cut !== null) saveVersion(here, usual);
}

/** A whole deck as it is taught today: as the board has it. */
export function deckToday(whole: Deck): Deck {
  return todaysDeck(whole, sitePath());
}

/** The teacher's notes, with the lesson's own names; asked for only once a second screen shows the board. */
export async function readNotes(): Promise<Notes> {
  return read(notesSchema, await readFile('./notes.json'));
}

/** Notes with these names. */
export function nameNotes(notes: Notes, names: Names): Notes {
  return Object.fromEntries(
    Object.entries(notes).map(([slide, markup]) => [slide, nameMarkup(markup, names)]),
  );
}

/** What the presenter alone reads about the lesson's films. */
export async function readFilmPages(): Promise<FilmPages> {
  return read(filmPagesSchema, await readFile('./film.json'));
}

/** The questions with their right answers, for a room that runs in this page. */
export async function readQuestions(): Promise<readonly Question[]> {
  return read(v.array(question), await readFile('./questions.json'));
}

/** The lesson is over: what was chosen for today is forgotten. */
export function forgetToday({ slug }: Deck): void {
  forget({ slug, site: sitePath() });
}

/** The path of the site this page is on. */
export function sitePath(): string {
  return new URL(SITE, location.href).pathname;
}

async function read<Value>(schema: Schema<Value>, response: Response): Promise<Value> {
  const value = readAs(schema, await response.json());
  if (value === null) throw new Error(`Cannot read ${response.url}: it is of another version`);
  return value;
}

async function readFile(address: string): Promise<Response> {
  const response = await fetchFile(address);
  if (!response.ok) throw new Error(`Cannot read ${address}: the answer was ${response.status}`);
  return response;
}
