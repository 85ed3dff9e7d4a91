import type { Deck, Notes } from '../../deck/deck.ts';
import type { Question } from '../../poll/question.ts';

/** From this page to the site's root. */
export const SITE = '../../';

/** The lesson as the board shows it. */
export function readDeck(): Promise<Deck> {
  return readJson<Deck>('./deck.json');
}

/** The teacher's notes; asked for only once a second screen shows the board. */
export function readNotes(): Promise<Notes> {
  return readJson<Notes>('./notes.json');
}

/** The questions with their right answers, for a room that runs in this page. */
export function readQuestions(): Promise<readonly Question[]> {
  return readJson<readonly Question[]>('./questions.json');
}

async function readJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`Cannot read ${address}: the answer was ${response.status}`);
  return (await response.json()) as Value;
}
