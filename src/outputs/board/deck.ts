import type { Carried } from '../../lesson/carried.ts';
import type { Edition } from '../../film/edition.ts';
import type { Part } from '../../film/stops.ts';
import type { SlideKindName } from '../../slides/kinds.ts';
import type { Names } from '../../lesson/names.ts';
import type { LessonAudience } from '../../lesson/lesson.ts';
import { allowsCamera, type CarePart, type Pack } from '../../subjects/pack.ts';
import type { AskedQuestion } from '../../room/protocol.ts';

/** What board and presenter need of a lesson, without notes and without right answers: `board/<slug>/` carries it, the presenter fetches it. */
export type Deck = {
  readonly slug: string;
  readonly title: string;
  readonly boardTitle: string;
  /** Who sits before the board: the gates and the words of the start go by it. */
  readonly audience: LessonAudience;
  /** What the presenter alone goes by; null on the board's page. */
  readonly staff: DeckStaff | null;
  /** True where the class hears that it may look away from a film. */
  readonly wayOut: boolean;
  /** The inside of the slide that covers the board for help and stays when the lesson is over; where the subject has no help, the lesson's title. */
  readonly help: string;
  /** What the characters are called in the HTML here; until `nameDeck` has filled them, plain words still have the braces, `{Sam}`. */
  readonly names: Names;
  readonly blocks: readonly DeckBlock[];
  /** Every shorter way through it; the whole lesson is not among them. */
  readonly cuts: readonly DeckCut[];
  readonly slides: readonly DeckSlide[];
  readonly film: DeckFilm | null;
  /** The film the lesson would rather play, whose times are known and whose file is not here; its parts by the film slides' ids. */
  readonly awaited: {
    readonly film: DeckFilm;
    readonly parts: Readonly<Record<string, Part>>;
  } | null;
  readonly questions: readonly AskedQuestion[];
  /** What of these questions and their options has formulas in it; not there where none has. */
  readonly formulas?: readonly DeckFormulas[];
  /** The style sheets that its slides need beside those of every board, by their paths from the site's root; not there where they need none. */
  readonly sheets?: readonly string[];
};

/** Words of a question, and the same with its formulas drawn, as HTML, with how many lines of words the highest takes. */
export type DeckFormulas = {
  readonly words: string;
  readonly html: string;
  readonly lines: number;
};

/** Who reviewed a lesson, by role, each with the day, as its head says; how its review is where the program knows, and what its subject's pack brings to the presenter. */
export type DeckStaff = Pick<Pack, 'approval' | 'care'> & {
  readonly reviewedBy: readonly string[];
  readonly review?: LessonReview;
};

/** How the review of a school's own lesson is, in words, and why it suspends the term's approval; null where it does not. */
export type LessonReview = { readonly words: string; readonly suspends: string | null };

/** A block as the presenter's clock needs it. */
export type DeckBlock = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly optional: boolean;
  /** Why it is never offered to be left out; empty where it may be. */
  readonly carries: readonly Carried[];
};

/** A shorter way through a lesson: the blocks of each session, with their minutes there. */
export type DeckCut = {
  readonly name: string;
  readonly sessions: readonly (readonly {
    readonly block: string;
    readonly minutes: number | null;
  }[])[];
};

/** One slide. `html` is the inside of its `<section>`; a film slide's part is in seconds of the film, `to` null at its end. */
export type DeckSlide = {
  readonly id: string;
  readonly block: string;
  readonly heading: string;
  readonly html: string;
  /** How many things on it come one by one, each with a Next of its own. */
  readonly steps: number;
  /** The same slide for other films, where it would say something else of them. */
  readonly cards?: OtherFilms;
} &
  /** `join` is no slide of the lesson: a class with tablets has it in its deck (`joining.ts`). */
  (
    | { readonly kind: Exclude<SlideKindName, 'film' | 'poll'> | 'join' }
    | { readonly kind: 'film'; readonly from: number; readonly to: number | null }
    /** `rounds` of the question belong to this slide: its first alone where it is asked before and after. */
    | { readonly kind: 'poll'; readonly question: string; readonly rounds: readonly number[] }
  );

/** The same slide for another film than the one in its `html`: one that no one has described here, and the awaited one. */
export type OtherFilms = { readonly unknown: string; readonly awaited: string | null };

/** The film the deck plays. Addresses are relative to the site's root (`media/speech-bubbles/film.mp4`). */
export type DeckFilm = {
  readonly title: string;
  readonly src: string;
  readonly captions: string | null;
  readonly descriptions: string | null;
  readonly chapters: string | null;
  /** Frames a second, and length in seconds. */
  readonly fps: number;
  readonly length: number;
  /** Where this copy is another edition than its captions are of. */
  readonly edition?: Edition;
};

/** What the presenter alone gets, from `present/<slug>/notes.json`: slide id → safe HTML; for each block, by its `landKey`, how to land safely from it; for some film slides, by their `byHandKey`, what holds of a film without known times; for slides whose notes speak of the film by its title, by their `otherFilmKey`, what holds of another. */
export type Notes = Readonly<Record<string, string>>;

/** Where a block's "Land safely" stands among the notes; no slide's id has a colon in it. */
export function landKey(block: string): string {
  return `land:${block}`;
}

/** Where the program’s own notes on a film slide stand for a film that does not stop by itself. */
export function byHandKey(slide: string): string {
  return `${slide}:by-hand`;
}

/** Where the notes on a slide stand for a film that is not the lesson’s own. */
export function otherFilmKey(slide: string): string {
  return `${slide}:other-film`;
}

/** True where the presenter of a deck has that part. */
export function deckCares({ staff }: Pick<Deck, 'staff'>, part: CarePart): boolean {
  return staff === null || staff.care.includes(part);
}

/** True where a class is taught a deck only with the safeguarding lead's approval. */
export function deckNeedsApproval({ staff }: Pick<Deck, 'staff'>): boolean {
  return staff === null || staff.approval === 'each term';
}

/** True where the presenter may read cards by a camera. */
export function deckAllowsCamera({ staff }: Pick<Deck, 'staff'>): boolean {
  return staff !== null && allowsCamera(staff);
}
