import type { Document, Node, NodeOf } from '../../document/nodes.ts';
import { draw, type View } from '../../document/to-html.ts';
import { cutSheet, cutSizes } from './card-sheet.ts';
import { helpTopicOf, type Lesson } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { fillWords } from '../../lesson/names.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { onceEach } from '../../text/once-each.ts';
import { markWords } from '../../text/word-marks.ts';
import { alongside, checkedLine, directionOf, type Block } from './alongside.ts';
import { numbersForward, wordsForward } from './numbers-forward.ts';
import { comebackCards } from './comeback-cards.ts';
import { contactList } from './contact-list.ts';
import { footData, pageTitle, sheetName } from './edition.ts';
import { fillFields } from './handout-fields.ts';
import type { Handout } from './handout.ts';
import type { Piece } from './piece.ts';
import { viewOf } from './handout-view.ts';
import { helpOf, helpSection, topicData } from './help-section.ts';
import { lessonPart } from './lesson-parts.ts';
import { isLessonPart, isPart, isProgramPart, type PartName } from './part-names.ts';
import { programPart } from '../home/program-parts.ts';
import type { ProgramFacts } from '../home/program-facts.ts';
import { MAX_LINES } from './part-problems.ts';
import { printBar } from './print-bar.ts';
import type { LessonFacts, SheetAudience } from './sheet.ts';
import { PAIRS_ON_A_PAGE } from './scale-slips.ts';
import { writeLines, writeOn } from './write-on.ts';

/** What fills a handout: the lesson with its film where it is for one, the day, the English of a translation, and what the program knows of itself. */
export type HandoutFacts = {
  readonly of: LessonFacts | null;
  readonly today: string;
  readonly english?: Handout | null;
  readonly program?: ProgramFacts | null;
};

/** A handout as a page: its pieces in their order, its fields filled, what the foot of each page says. */
export function handoutPage(handout: Handout, facts: HandoutFacts): Slots {
  const { title, about } = handout;
  const lesson = facts.of?.lesson ?? null;
  const wall = handout.paper === 'A3' ? ' sheet--a3' : '';
  const kind = isCutAlone(handout.pieces) ? ' sheet--cut' : ` sheet--work sheet--handout${wall}`;
  const making = { handout, facts };
  const body =
    handout.translation === null
      ? pieces(handout.pieces, making)
      : bothLanguages(making, handout.translation.language);
  const names = lesson?.names ?? {};
  const called = lesson === null ? title : sheetName(fillWords(title, names), lesson);
  const main = html`${printBar(about, { heading: isCutAlone(handout.pieces) ? title : '', title: called })}
<article class="sheet${kind}"${lesson === null ? '' : ofLesson(lesson)}${isLetter(handout) ? html` data-letter` : ''} data-said ${footData(footOf(handout, lesson), handout)}>${body}${isLetter(handout) && !hasSides(handout) ? homePage(lesson) : ''}</article>`;
  return {
    title: pageTitle(called),
    main: drawNamed(main, names),
  };
}

/** True where a handout has something of a lesson’s own on it, or needs nothing of it. */
export function hasWordsOf(handout: Handout, lesson: Lesson): boolean {
  return wordsFrom(lesson)(handout);
}

// Asked of every handout for each sheet of a lesson.
const wordsFrom = onceEach((lesson: Lesson) =>
  onceEach(({ pieces: all }: Handout): boolean => {
    const parts = lessonParts(all);
    const facts = { lesson, film: null, today: '' };
    return (
      parts.length === 0 ||
      parts.some(({ name, words }) => isLessonPart(name) && lessonPart(name, facts, words) !== '')
    );
  }),
);

/** How many are cut out of a page; one for a sheet that is not cut. */
export function cutOf(all: readonly Piece[]): number {
  for (const piece of all) {
    if (piece.kind !== 'part') continue;
    if (piece.name === 'cut') {
      return (
        sizeOf(piece.words) /
        Math.max(1, piece.inner.filter(({ kind }) => kind === 'next').length + 1)
      );
    }
    if (piece.name === 'scales') return PAIRS_ON_A_PAGE;
  }
  return 1;
}

type Part = Extract<Piece, { kind: 'part' }>;
type Making = {
  readonly handout: Handout;
  readonly facts: HandoutFacts;
  readonly isRightToLeft?: boolean;
};

function lessonParts(all: readonly Piece[]): readonly Part[] {
  return all.flatMap((piece) =>
    piece.kind === 'part'
      ? [...(isLessonPart(piece.name) ? [piece] : []), ...lessonParts(piece.inner)]
      : [],
  );
}

const CUT_PARTS: readonly string[] = [
  'cut',
  'scales',
  'answer cards',
  'sorting cards',
  'comebacks',
] satisfies PartName[];

/** True where pieces are cut out of a handout’s pages. */
export function isCut(all: readonly Piece[]): boolean {
  return all.some((piece) => piece.kind === 'part' && CUT_PARTS.includes(piece.name));
}

// What stands beside pieces to cut has the form of any other sheet, and the pieces have a page of their own there.
function isCutAlone(all: readonly Piece[]): boolean {
  return (
    isCut(all) &&
    all.every(
      (piece) => piece.kind === 'page' || (piece.kind === 'part' && CUT_PARTS.includes(piece.name)),
    )
  );
}

function ofLesson({ slug, stage, names }: Lesson): Html {
  return html` data-lesson="${slug}" data-stage="${stage ?? ''}" data-names="${JSON.stringify(names)}" data-follows`;
}

// What families take home, in words that a school may change before it sends them.
function isLetter({ audience, copies }: Handout): boolean {
  return audience === 'parents' && copies === 'each pupil';
}

// On a letter of two sides it is on the first, whose words are the beginning; the second is for a hard moment, and full.
function hasSides({ pieces: all }: Handout): boolean {
  return all.some(({ kind }) => kind === 'page');
}

function isFirstSide(end: Piece, { handout }: Making): boolean {
  return isLetter(handout) && handout.pieces.find(({ kind }) => kind === 'page') === end;
}

function homePage(lesson: Lesson | null): Html {
  return html`<div class="home-page" data-home-page="${lesson?.slug ?? ''}" hidden></div>`;
}

function footOf({ title }: Handout, lesson: Lesson | null): string {
  return lesson === null ? title : `${title}: ${lesson.boardTitle}`;
}

// Without its English beside it no one on the staff can tell what a family reads.
function bothLanguages(making: Making, language: string): Html {
  const { handout, facts } = making;
  const made = (one: Handout) => {
    const isRightToLeft = one === handout && directionOf(language) === 'rtl';
    const own = { ...making, handout: one, isRightToLeft };
    return one.pieces.flatMap((piece) => blocksOf(piece, own));
  };
  return html`${checkedLine(handout)}${alongside(made(handout), facts.english ? made(facts.english) : [], language)}`;
}

// What a translation stands beside, one by one: a heading, a part, and each of what stands below one another in a text.
function blocksOf(piece: Piece, making: Making): readonly Block[] {
  const { kind } = piece;
  if (kind !== 'text') {
    return [{ kind, name: kind === 'part' ? piece.name : '', made: onePiece(piece, making) }];
  }
  const blocks = textOf(piece, making).children.filter((node) => node.kind !== 'break');
  return blocks.map((node) => ({ kind, name: '', made: draw(node, drawnIn(making)) }));
}

function pieces(all: readonly Piece[], making: Making): Html {
  return html`${all.map((piece, at) => (leadsToNothing(all.slice(at), making) ? '' : onePiece(piece, making)))}`;
}

// A heading over a part that this lesson has nothing for goes with it.
function leadsToNothing(
  [piece, next, after]: readonly Piece[],
  { facts: { of } }: Making,
): boolean {
  if (
    piece?.kind !== 'heading' ||
    next?.kind !== 'part' ||
    !isLessonPart(next.name) ||
    of === null
  ) {
    return false;
  }
  return (
    lessonPart(next.name, of, next.words) === '' &&
    (after === undefined || after.kind === 'heading' || after.kind === 'page')
  );
}

function onePiece(piece: Piece, making: Making): Html | '' {
  switch (piece.kind) {
    case 'text':
      return draw(textOf(piece, making), drawnIn(making));
    case 'heading':
      return heading(piece, making);
    case 'page':
      return html`${isFirstSide(piece, making) ? homePage(making.facts.of?.lesson ?? null) : ''}<div class="new-page"></div>`;
    case 'next':
      return '';
    case 'part':
      return onePart(piece, making);
  }
}

function drawnIn({ handout, facts: { of } }: Making): View {
  return viewOf(handout, of?.lesson ?? null);
}

function heading(
  { level, words: plain }: Extract<Piece, { kind: 'heading' }>,
  making: Making,
): Html {
  const { handout, facts, isRightToLeft = false } = making;
  const about = { audience: handout.audience, lesson: facts.of?.lesson ?? null };
  const words = fillFields(plain, about, isRightToLeft ? wordsForward : undefined);
  switch (level) {
    case 1:
      return html`<h1 class="sheet__title">${words}</h1>`;
    case 2:
      return html`<h2>${words}</h2>`;
    default:
      return html`<h3>${words}</h3>`;
  }
}

function onePart({ name, words, inner }: Part, making: Making): Html | '' {
  const { facts, handout } = making;
  if (!isPart(name)) return '';
  if (isLessonPart(name)) return facts.of === null ? '' : lessonPart(name, facts.of, words);
  if (isProgramPart(name)) return programPart(name, facts.program ?? null);
  switch (name) {
    case 'box':
      return html`<div class="sheet__frame">${pieces(inner, making)}</div>`;
    case 'form':
      return html`<div class="form-grid">${pieces(inner, making)}</div>`;
    case 'steps':
      return html`<div class="steps">${pieces(inner, making)}</div>`;
    case 'idea':
      return idea(inner, making);
    case 'lines':
      return html`${pieces(inner, making)}${writeLines(Math.min(MAX_LINES, Math.max(1, Number(words[0]) || 3)))}`;
    case 'cut':
      return cutSheet(
        cardsIn(inner).map((card) => pieces(card, making)),
        sizeOf(words),
      );
    case 'comebacks':
      return comebackCards();
    case 'handouts':
      return pupilsHandouts(making);
    case 'help':
      return help(making);
    case 'contacts':
      return handout.audience === 'pupils'
        ? help(making)
        : contacts(handout.audience, words[0] === 'short', facts);
  }
}

// Its picture is what it begins with.
function idea(inner: readonly Piece[], making: Making): Html {
  const [first, ...rest] = inner;
  const words = (some: readonly Piece[], picture: Html | '') =>
    html`<div class="sheet__idea"><div>${picture}</div><div>${pieces(some, making)}</div></div>`;
  if (first?.kind !== 'text') return words(inner, '');
  const [picture, ...children] = first.document.children;
  if (!isPictureAlone(picture)) return words(inner, '');
  return words(
    [{ ...first, document: { ...first.document, children } }, ...rest],
    draw(picture, drawnIn(making)),
  );
}

function isPictureAlone(node: Node | undefined): node is NodeOf<'paragraph'> {
  return (
    node?.kind === 'paragraph' && node.children.length === 1 && node.children[0]?.kind === 'picture'
  );
}

// As it is filled in by hand, and numbers the right way round.
function textOf({ document }: Extract<Piece, { kind: 'text' }>, making: Making): Document {
  const written = writeOn(document);
  return making.isRightToLeft ? numbersForward(written) : written;
}

// What is written in a lesson for its pupils, one below the other.
function pupilsHandouts({ facts, handout: on }: Making): Html | '' {
  const { of } = facts;
  if (of?.own === undefined) return '';
  // One that names this part has it empty.
  const within: HandoutFacts = { ...facts, of: { ...of, own: [] } };
  const theirs = of.own.filter(({ audience }) => audience === 'pupils');
  return html`${theirs.map((one) => html`<h3>${markWords(one.title)}</h3><div class="sheet__frame">${pieces(one.pieces, { handout: { ...on, ...one }, facts: within })}</div>`)}`;
}

function contacts(
  audience: Exclude<SheetAudience, 'pupils'>,
  isShort: boolean,
  { of, today }: HandoutFacts,
): Html {
  const topic = of === null ? 'pictures' : helpTopicOf(of.lesson);
  return html`<div data-contacts="${audience}"${topicData(topic)}${isShort ? html` data-short` : ''}>${contactList(audience, { confirmed: {}, today, isShort, topic })}</div>`;
}

function help({ facts: { of } }: Making): Html | '' {
  return of === null
    ? helpSection({ stage: null, setting: 'school', topic: 'pictures' })
    : helpOf(of.lesson);
}

function cardsIn(inner: readonly Piece[]): readonly (readonly Piece[])[] {
  const cards: Piece[][] = [[]];
  for (const piece of inner) {
    if (piece.kind === 'next') cards.push([]);
    else cards.at(-1)?.push(piece);
  }
  return cards.filter((card) => card.length > 0);
}

function sizeOf(words: readonly string[]): (typeof cutSizes)[number] {
  return cutSizes.find((size) => String(size) === words[0]) ?? 8;
}
