import * as v from 'valibot';
import { asked } from '../../poll/question-schema.ts';
import { number, record, whole, type Fields, type Schema } from '../../text/schema.ts';
import { careParts } from '../../subjects/pack.ts';
import type {
  Deck,
  DeckBlock,
  DeckCut,
  DeckFilm,
  DeckFormulas,
  DeckSlide,
  DeckStaff,
  Notes,
} from './deck.ts';

const part = { from: number, to: v.nullable(number) };
const minutes = v.nullable(number);

const block = v.object({
  id: v.string(),
  title: v.string(),
  minutes,
  optional: v.boolean(),
  carries: v.array(v.picklist(['help', 'ending', 'responsibility'])),
} satisfies Fields<DeckBlock>);

const cut = v.object({
  name: v.string(),
  sessions: v.array(v.array(v.object({ block: v.string(), minutes }))),
} satisfies Fields<DeckCut>);

const slide = {
  id: v.string(),
  block: v.string(),
  heading: v.string(),
  html: v.string(),
  steps: whole,
  cards: v.exactOptional(v.object({ unknown: v.string(), awaited: v.nullable(v.string()) })),
};
type Plain = Exclude<DeckSlide['kind'], 'film' | 'poll'>;
// Slides of all other kinds are shown as they come, so that a page need not hold what draws each.
const plainKind = v.custom<Plain>(
  (kind) => typeof kind === 'string' && kind !== 'film' && kind !== 'poll',
);
const slides: Schema<DeckSlide> = v.union([
  v.object({ ...slide, kind: plainKind }),
  v.object({
    ...slide,
    kind: v.literal('film'),
    ...part,
  }),
  v.object({
    ...slide,
    kind: v.literal('poll'),
    question: v.string(),
    rounds: v.array(whole),
  }),
]);

const film = v.object({
  title: v.string(),
  src: v.string(),
  captions: v.nullable(v.string()),
  descriptions: v.nullable(v.string()),
  chapters: v.nullable(v.string()),
  fps: number,
  length: number,
  edition: v.exactOptional(v.object({ offset: number, stretch: number })),
} satisfies Fields<DeckFilm>);

const staff = v.object({
  approval: v.picklist(['each term', 'none']),
  care: v.array(v.picklist(careParts)),
  reviewedBy: v.array(v.string()),
  review: v.exactOptional(v.object({ words: v.string(), suspends: v.nullable(v.string()) })),
} satisfies Fields<DeckStaff>);

const formulas = v.object({
  words: v.string(),
  html: v.string(),
  lines: number,
} satisfies Fields<DeckFormulas>);

/** `present/<slug>/deck.json`. */
export const deckSchema = v.object({
  slug: v.string(),
  title: v.string(),
  boardTitle: v.string(),
  audience: v.picklist(['pupils', 'adults']),
  staff: v.nullable(staff),
  wayOut: v.boolean(),
  help: v.string(),
  names: record(v.string()),
  blocks: v.array(block),
  cuts: v.array(cut),
  slides: v.array(slides),
  film: v.nullable(film),
  awaited: v.nullable(v.object({ film, parts: record(v.object(part)) })),
  questions: v.array(asked),
  formulas: v.exactOptional(v.array(formulas)),
  sheets: v.exactOptional(v.array(v.string())),
} satisfies Fields<Deck>);

/** `present/<slug>/notes.json`. */
export const notesSchema: Schema<Notes> = record(v.string());
