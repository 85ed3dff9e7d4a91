import { draw } from '../../document/to-html.ts';
import { toText } from '../../document/to-text.ts';
import { allOf } from '../../document/visit.ts';
import { stepsIn } from '../../document/steps.ts';
import { isEmpty } from '../../document/nodes.ts';
import type { Manifest } from '../../film/manifest.ts';
import { timeParts, type NamedPart, type Part } from '../../film/stops.ts';
import { carriedBy } from '../../lesson/carries.ts';
import { allCuts } from '../../lesson/cuts.ts';
import { drawAsked, drawingAmong } from '../../lesson/draw-questions.ts';
import { fitLesson, notesFor } from '../../lesson/fit-film.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import {
  audienceOf,
  helpTopicOf,
  slidesOf,
  type Block,
  type Lesson,
  type Slide,
} from '../../lesson/lesson.ts';
import { askedOf, type AskedQuestion } from '../../poll/question.ts';
import type { Drawing } from '../../text/drawing.ts';
import { roundsAt } from '../../poll/rounds.ts';
import {
  byHandKey,
  landKey,
  otherFilmKey,
  type Deck,
  type DeckBlock,
  type DeckCut,
  type DeckFilm,
  type DeckSlide,
  type DeckStaff,
  type LessonReview,
  type Notes,
} from './deck.ts';
import { askHtml } from './poll-panel.ts';
import { filmHeading } from '../../slides/film.ts';
import { helpSlide } from '../../slides/help.ts';
import { drawSlide, shownBody } from '../../slides/kinds.ts';
import type { Around } from '../../slides/slide-kind.ts';
import { cares } from '../../subjects/pack.ts';
import { html, type Html } from '../../text/html.ts';

/** A film that is there to be played: its folder under `media/`, and what its manifest says. `isElsewhere` where its file is chosen when it is taught. */
export type PresentFilm = {
  readonly slug: string;
  readonly manifest: Manifest;
  readonly isElsewhere?: boolean;
};

/** The same deck with how the lesson's review is, for its presenter. */
export function withReview(deck: Deck, review: LessonReview | null): Deck {
  return review === null || deck.staff === null
    ? deck
    : { ...deck, staff: { ...deck.staff, review } };
}

/** The films a lesson is drawn with, and where its last slide of help leads at home, `help.example.org`; empty for nowhere. */
type DrawnWith = {
  readonly film: PresentFilm | null;
  readonly awaited: PresentFilm | null;
  readonly homeSite: string;
};

/** What board and presenter need of a lesson, fitted to the film that plays, or to the awaited one. A film that does not time every stop that is left counts as absent: it would run past one. */
export function deckOf(
  asWritten: Lesson,
  film: PresentFilm | null,
  awaited: PresentFilm | null = null,
): Deck {
  return deckWith(asWritten, { film, awaited, homeSite: '' });
}

/** The same deck, whose last slide leads to the school’s site for home where it is the help slide. */
export function deckWith(asWritten: Lesson, { film, awaited, homeSite }: DrawnWith): Deck {
  const lesson = fitLesson(asWritten, (film ?? awaited)?.manifest);
  const questions = lesson.questions.map(askedOf);
  const drawn = drawAsked(lesson);
  const formulas = drawn.map((one) => ({ ...one, html: `${one.html}` }));
  const named = slidesOf(lesson).filter((slide) => slide.kind === 'film');
  const parts = film && timeParts(named, film.manifest, lesson.filmTimes).parts;
  const timed = parts && film;
  const { names, nation, stage, setting, contentNote, roles } = lesson;
  const playsToEnd = lesson.filmTimes.to === null;
  const { subject } = lesson;
  // What a slide is drawn from beside itself: where any of it differs, all are drawn again.
  const topic = helpTopicOf(lesson);
  const plan = { subject, nation, stage, topic, setting, contentNote, names, roles, playsToEnd };
  const around: Around = {
    ...plan,
    // An option with the look of its explanation would say that it is right.
    ask: askAmong(questions, drawingAmong(drawn, lesson)),
    film: timed && timed.manifest,
  };
  const all = JSON.stringify([plan, questions, formulas]);
  const other = awaited && awaitedFilm(awaited, { named, lesson });
  // A slide as it is with a film: what no one has described has no title, no messages and no question of its own.
  const last = slidesOf(lesson).at(-1);
  const atHome = leadsHome(lesson) ? homeSite : '';
  const drawnWith = (slide: Slide, shown: Manifest | null) => {
    const own = { ...around, film: shown, ...(slide === last && { atHome }) };
    return slideAgain(slide, [all, shown, own.atHome], () =>
      drawNamed(drawSlide(slide, own), names),
    );
  };
  const plain = placesOf(asWritten, lesson);
  const ofOther = other && awaited && placesOf(fitLesson(asWritten, awaited.manifest), lesson);
  const drawnOf = (slide: Slide): Drawn => {
    if (slide.kind !== 'film' && slide.kind !== 'stop') {
      return { html: drawnWith(slide, timed && timed.manifest) };
    }
    const unknown = drawnWith(plain(slide), null);
    // Fitted to a film that is awaited, no slide has its words before it is here.
    const html = timed ? drawnWith(slide, timed.manifest) : unknown;
    const ofAwaited = ofOther && drawnWith(ofOther(slide), awaited.manifest);
    return unknown === html && (ofAwaited ?? html) === html
      ? { html }
      : { html, cards: { unknown, awaited: ofAwaited } };
  };
  const partOf = (slide: NamedPart) =>
    parts?.[named.findIndex((one) => one === slide)] ?? { from: 0, to: null };
  return {
    slug: lesson.slug,
    title: lesson.title,
    boardTitle: lesson.boardTitle,
    audience: audienceOf(lesson),
    staff: staffOf(lesson),
    wayOut: cares(lesson.subject, 'way out'),
    help: helpCover(lesson, around),
    names: lesson.names,
    blocks: lesson.blocks.map((block) => deckBlock(block, lesson)),
    cuts: deckCuts(lesson),
    slides: lesson.blocks.flatMap((block) =>
      block.slides.map((slide) => deckSlide(slide, { block, drawn: drawnOf(slide), partOf })),
    ),
    film: timed && deckFilm(timed),
    awaited: other,
    questions,
    ...(formulas.length > 0 && { formulas }),
  };
}

/** Draws something of a slide, or takes it as it was drawn last where all that it hangs on beside the slide is the same. */
type DrawAgain = (slide: Slide, beside: readonly unknown[], drawNow: () => string) => string;

const slideAgain = drawAgain();
const notesAgain = drawAgain();

// Of a lesson that is being changed, slides that stay as they are are the same objects (`lesson/read-memory.ts`).
function drawAgain(): DrawAgain {
  const drawn = new WeakMap<
    Slide,
    { readonly beside: readonly unknown[]; readonly html: string }
  >();
  return (slide, beside, drawNow) => {
    const last = drawn.get(slide);
    if (last?.beside.every((one, at) => one === beside[at])) return last.html;
    const html = drawNow();
    drawn.set(slide, { beside, html });
    return html;
  };
}

// The pages for home have words about pictures: younger pupils are not led there by a slide.
function leadsHome({ stage }: Lesson): boolean {
  return stage === 'KS3' || stage === 'KS4' || stage === 'KS5';
}

// The same slide of the lesson as it is without this film or with another, counted among the stops that are shown.
function placesOf(other: Lesson, shown: Lesson): (slide: Slide) => Slide {
  const all = new Map(slidesOf(other).map((slide) => [slide.id, slide]));
  const count = slidesOf(shown).filter(({ kind }) => kind === 'stop').length;
  return (slide) => {
    const same = all.get(slide.id) ?? slide;
    return same.kind === 'stop' && slide.kind === 'stop'
      ? { ...same, n: slide.n, of: count }
      : same;
  };
}

function staffOf({ subject: { pack }, reviewedBy }: Lesson): DeckStaff {
  return { approval: pack.approval, care: pack.care, reviewedBy };
}

// The lesson's own help slide, where it has one.
function helpCover(lesson: Lesson, around: Around): string {
  const own = slidesOf(lesson).find(({ kind }) => kind === 'help');
  const plain = cares(lesson.subject, 'help slide')
    ? helpSlide({ heading: '', foot: '', stage: null, topic: helpTopicOf(lesson) })
    : html`<h2>${lesson.boardTitle}</h2>`;
  return drawNamed(own === undefined ? plain : drawSlide(own, around), lesson.names);
}

function deckBlock(block: Block, lesson: Lesson): DeckBlock {
  const { id, title, minutes, optional } = block;
  return { id, title, minutes, optional, carries: carriedBy(block, lesson) };
}

function deckCuts(lesson: Lesson): readonly DeckCut[] {
  const shorter = allCuts(lesson).slice(1);
  return shorter.map(({ name, sessions }) => ({
    name,
    sessions: sessions.map(({ blocks }) =>
      blocks.map(({ block, minutes }) => ({ block, minutes })),
    ),
  }));
}

/** The teacher's notes by slide, for the presenter alone; slides without notes are not in it, but a film that goes on says what it will do. With a film they are about that film, and beside them is what holds of another one. */
export function notesOf(asWritten: Lesson, film: PresentFilm | null = null): Notes {
  const lesson = fitLesson(asWritten, film?.manifest);
  const names = JSON.stringify(lesson.names);
  const notes = slidesOf(lesson).flatMap((slide) => notesAt(slide, lesson, names));
  const landings = lesson.blocks.map(({ id }, at) => [landKey(id), landingOf(lesson, at)] as const);
  return Object.fromEntries(
    [...notes, ...othersOf(asWritten, lesson), ...landings].filter(([, html]) => html !== ''),
  );
}

// Where a teacher chooses another film, what is said of this one is not shown.
function othersOf(asWritten: Lesson, lesson: Lesson): readonly (readonly [string, string])[] {
  const plain = placesOf(asWritten, lesson);
  return slidesOf(lesson).flatMap((slide) => {
    const { notes } = plain(slide);
    const other = notesFor(notes, null);
    return other === slide.notes
      ? []
      : [[otherFilmKey(slide.id), drawNamed(draw(other), lesson.names)] as const];
  });
}

// The format has no place for notes on a later part of the film, and a teacher should never find an empty page.
function notesAt(
  slide: Slide,
  { names, filmTimes }: Lesson,
  namesWritten: string,
): readonly (readonly [string, string])[] {
  if (!isEmpty(slide.notes) || slide.kind !== 'film' || slide.from === null) {
    const own = () => drawNamed(html`${cardLinks(slide)}${draw(slide.notes)}`, names);
    return [[slide.id, notesAgain(slide, [namesWritten], own)]];
  }
  return [
    [slide.id, filmGoesOn(endOf(slide, filmTimes.to !== null))],
    [
      byHandKey(slide.id),
      filmGoesOn('It does not stop by itself: pause it where the question fits, then press Next.'),
    ],
  ];
}

// A board leads nowhere by itself: what a card on it names is opened from here, in a window of its own.
function cardLinks(slide: Slide): readonly Html[] {
  return allOf(shownBody(slide), 'linkCard')
    .flatMap((card) => allOf(card, 'link'))
    .map(
      ({ href, children }) =>
        html`<p class="link-note"><a href="${href ?? ''}" target="_blank" rel="noreferrer">Open “${toText(children)}” in a new tab</a>. It needs the internet.</p>`,
    );
}

// A block without an ending of its own takes that of the one before it, where the story stands; before all of them, the first.
function landingOf({ blocks, names }: Lesson, at: number): string {
  const lands = ({ landSafely }: Block) => !isEmpty(landSafely);
  const block = blocks.slice(0, at + 1).findLast(lands) ?? blocks.find(lands);
  return block === undefined ? '' : drawNamed(draw(block.landSafely), names);
}

function endOf({ to }: Named, endsEarly: boolean): string {
  if (to !== null) return 'It stops by itself at the next question.';
  return endsEarly
    ? 'It stops by itself where this part ends.'
    : 'It plays to its end; then go on with Next.';
}

function filmGoesOn(end: string): string {
  return `<p>Press play when talk has settled. ${end}</p><p>If the talk is good and time is short, let the talk finish first.</p>`;
}

/** The deck as the board's page carries it: its slides' HTML is in the page already. */
export function deckData(deck: Deck): Deck {
  return { ...deck, staff: null, help: '', slides: deck.slides.map(onBoard) };
}

function onBoard(slide: DeckSlide): DeckSlide {
  return { ...slide, html: '' };
}

type Drawn = Pick<DeckSlide, 'html' | 'cards'>;
type Making = {
  readonly block: Block;
  readonly drawn: Drawn;
  readonly partOf: (slide: NamedPart) => Part;
};

function deckSlide(slide: Slide, { block, drawn, partOf }: Making): DeckSlide {
  const shown = { id: slide.id, block: block.id, ...drawn, steps: stepsIn(shownBody(slide)) };
  if (slide.kind === 'film') {
    return { ...shown, heading: filmHeading(slide.from), kind: 'film', ...partOf(slide) };
  }
  if (slide.kind === 'poll') {
    return {
      ...shown,
      heading: slide.heading,
      kind: 'poll',
      question: slide.question,
      rounds: roundsAt(slide.moment),
    };
  }
  return { ...shown, heading: slide.heading, kind: slide.kind };
}

function askAmong(questions: readonly AskedQuestion[], drawing: Drawing): Around['ask'] {
  return (id) => {
    const asked = questions.find((question) => question.id === id);
    return asked ? askHtml(asked, {}, drawing) : null;
  };
}

type Named = Extract<Slide, { readonly kind: 'film' }>;

function awaitedFilm(
  film: PresentFilm,
  { named, lesson }: { readonly named: readonly Named[]; readonly lesson: Lesson },
): Deck['awaited'] {
  const { parts } = timeParts(named, film.manifest, lesson.filmTimes);
  return (
    parts && {
      film: deckFilm(film),
      parts: Object.fromEntries(named.flatMap(({ id }, i) => (parts[i] ? [[id, parts[i]]] : []))),
    }
  );
}

function deckFilm({ slug, manifest: { title, fps, length, edition } }: PresentFilm): DeckFilm {
  const at = (file: string) => `media/${slug}/${file}`;
  return {
    title,
    src: at('film.mp4'),
    captions: at('captions.en.vtt'),
    descriptions: at('descriptions.vtt'),
    chapters: at('chapters.vtt'),
    fps,
    length,
    ...(edition && { edition }),
  };
}
