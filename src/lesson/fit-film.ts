import type { Document, Node } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { ROLES } from '../document/roles.ts';
import type { Manifest } from '../film/manifest.ts';
import { timeParts } from '../film/stops.ts';
import { withFilmMessages } from './film-messages.ts';
import { slidesOf, type Block, type Cut, type Lesson, type Slide } from './lesson.ts';
import { nameProblem, type Names } from './names.ts';

/** What a lesson goes by of the film that plays in it. */
export type FittingFilm = Pick<
  Manifest,
  'title' | 'stops' | 'messages' | 'questions' | 'people' | 'endCalmly'
>;

type StopSlide = Extract<Slide, { readonly kind: 'stop' }>;
type FilmSlide = Extract<Slide, { readonly kind: 'film' }>;

/**
 * A lesson as it is taught with a film, in everything that the class sees and the teacher reads: without the stops that the
 * film has not, with the film’s own question at a stop, its messages, what its people are called and how its story ends.
 * A part of the lesson that was such a stop alone gives its minutes to the talk before it. As it is where no film plays,
 * or one that has none of its stops.
 */
export function fitLesson(lesson: Lesson, film: FittingFilm | null | undefined): Lesson {
  if (film === null || film === undefined || hasNoStopOf(lesson, film)) return lesson;
  const names = namesFrom(lesson, film.people);
  const missing = new Set(stopsLeftOut(lesson, film).map(({ stop }) => stop));
  const cleared = lesson.blocks.map((block) => withoutStops(block, missing, lesson.blocks));
  const { blocks, heirs } = merged(cleared, lesson.blocks);
  const stops = slidesOf({ ...lesson, blocks }).filter(isStop);
  const fitted = blocks.map((block): Block => ({
    ...block,
    landSafely: hasFilm(block) ? withEnding(block.landSafely, film.endCalmly) : block.landSafely,
    slides: block.slides.map((slide) =>
      fitSlide(slide, { film, stops, lesson: { ...lesson, names } }),
    ),
  }));
  return {
    ...lesson,
    names,
    blocks: fitted,
    cuts: heirs.size === 0 ? lesson.cuts : lesson.cuts.map((cut) => cutWithout(cut, heirs)),
  };
}

/** The stops of a lesson that a film has not, which are left out while it plays. */
export function stopsLeftOut(
  lesson: Pick<Lesson, 'blocks' | 'filmTimes'>,
  { stops }: Pick<FittingFilm, 'stops'>,
): readonly StopSlide[] {
  const isTimed = ({ stop }: StopSlide) =>
    Object.hasOwn(stops, stop) || Object.hasOwn(lesson.filmTimes.stops, stop);
  return lesson.blocks
    .flatMap(({ slides }) => slides.filter(isStop))
    .filter((slide) => !isTimed(slide));
}

/** Why a film cannot play in a lesson, which leaves out the stops that it has not: it has none of them, or they are out of order; null where it can. */
export function whyUnfit(lesson: Lesson, manifest: Manifest): string | null {
  const parts = slidesOf(fitLesson(lesson, manifest)).filter((slide) => slide.kind === 'film');
  return timeParts(parts, manifest, lesson.filmTimes).wrong;
}

/** True where a lesson times the stops of its film itself. */
export function isTimedBy({ films, filmTimes }: Pick<Lesson, 'films' | 'filmTimes'>): boolean {
  return films.length === 1 && Object.keys(filmTimes.stops).length > 0;
}

// One film is as good as none where it has nothing of what a lesson asks about.
function hasNoStopOf(lesson: Lesson, film: FittingFilm): boolean {
  const all = slidesOf(lesson).filter(isStop);
  return all.length > 0 && stopsLeftOut(lesson, film).length === all.length;
}

function isStop(slide: Slide): slide is StopSlide {
  return slide.kind === 'stop';
}

function hasFilm({ slides }: Block): boolean {
  return slides.some(({ kind }) => kind === 'film' || kind === 'stop');
}

// Its slide goes, and the part of the film before it plays on to where the part after it ends.
function withoutStops(block: Block, missing: ReadonlySet<string>, all: readonly Block[]): Block {
  if (missing.size === 0) return block;
  const parts = all.flatMap(({ slides }) => slides.filter(isFilm));
  const slides = block.slides.flatMap((slide): readonly Slide[] => {
    if (slide.kind === 'stop') return missing.has(slide.stop) ? [] : [slide];
    if (slide.kind !== 'film') return [slide];
    if (slide.from !== null && missing.has(slide.from)) return [];
    return [{ ...slide, to: endOf(slide.to, missing, parts) }];
  });
  return { ...block, slides };
}

function endOf(
  to: string | null,
  missing: ReadonlySet<string>,
  parts: readonly FilmSlide[],
): string | null {
  const seen = new Set<string>();
  let end = to;
  while (end !== null && missing.has(end) && !seen.has(end)) {
    seen.add(end);
    end = parts.find(({ from }) => from === end)?.to ?? null;
  }
  return end;
}

function isFilm(slide: Slide): slide is FilmSlide {
  return slide.kind === 'film';
}

/** Which part of the lesson takes the minutes of one that is gone, by their ids. */
type Heirs = ReadonlyMap<string, string>;

// What is left of such a part, the film playing on, belongs to its neighbour.
function merged(
  all: readonly Block[],
  written: readonly Block[],
): { readonly blocks: readonly Block[]; readonly heirs: Heirs } {
  const heirs = new Map<string, string>();
  const blocks: Block[] = [];
  let waiting: readonly Block[] = [];
  for (const [at, block] of all.entries()) {
    const hadMore = (written[at]?.slides ?? []).some((slide) => slide.kind === 'stop');
    const isOver = hadMore && block.slides.every(isFilm);
    const last = blocks.at(-1);
    if (!isOver) {
      blocks.push(waiting.reduceRight((heir, one) => joined(one, heir, heir), block));
      for (const { id } of waiting) heirs.set(id, block.id);
      waiting = [];
    } else if (last === undefined) waiting = [...waiting, block];
    else {
      blocks.splice(-1, 1, joined(last, block, last));
      heirs.set(block.id, last.id);
    }
  }
  return { blocks: waiting.length === 0 ? blocks : all, heirs };
}

function joined(first: Block, second: Block, heir: Block): Block {
  return {
    ...heir,
    minutes: added(first.minutes, second.minutes),
    slides: [...first.slides, ...second.slides],
  };
}

function added(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

// A version that has the part and not its heir leaves its minutes out.
function cutWithout(cut: Cut, heirs: Heirs): Cut {
  return {
    ...cut,
    sessions: cut.sessions.map((session) => ({
      ...session,
      blocks: session.blocks
        .filter(({ block }) => !heirs.has(block))
        .map((one) => ({
          ...one,
          minutes: session.blocks
            .filter(({ block }) => heirs.get(block) === one.block)
            .reduce((sum, { minutes }) => added(sum, minutes), one.minutes),
        })),
    })),
  };
}

type Fitting = {
  readonly film: FittingFilm;
  readonly stops: readonly StopSlide[];
  readonly lesson: Lesson;
};

function fitSlide(slide: Slide, { film, stops, lesson }: Fitting): Slide {
  const notes = notesFor(slide.notes, film.title);
  if (slide.kind !== 'stop') return notes === slide.notes ? slide : { ...slide, notes };
  const place = { n: 1 + stops.findIndex(({ id }) => id === slide.id), of: stops.length };
  const question = film.questions?.[slide.stop];
  const asked: StopSlide =
    question === undefined || !Object.hasOwn(film.questions ?? {}, slide.stop)
      ? { ...slide, ...place, notes }
      : {
          ...{ ...slide, ...place, notes, heading: question },
          headingNodes: [{ kind: 'text', span: null, text: question }],
        };
  return withFilmMessages(asked, film.messages, lesson);
}

// What a class must not confuse is left as it is: two characters of one name.
function namesFrom(
  { names, roles }: Pick<Lesson, 'names' | 'roles'>,
  people: FittingFilm['people'] = {},
): Names {
  return ROLES.reduce<Names>((all, role) => {
    const field = roles[role];
    const name = people[role];
    if (field === undefined || name === undefined || !Object.hasOwn(all, field)) return all;
    const next = { ...all, [field]: name };
    return nameProblem(field, next) === null ? next : all;
  }, names);
}

// The film’s own words in place of those that are said, and what is done after them as it was.
function withEnding(land: Document, sentences: readonly string[] = []): Document {
  if (sentences.length === 0) return land;
  const span = { line: 1, column: 1 };
  const words: Node = { kind: 'text', span: null, text: `“${sentences.join(' ')}”` };
  const ending: Node = {
    kind: 'quote',
    span,
    children: [{ kind: 'paragraph', span, children: [words] }],
  };
  return { ...land, children: [ending, ...land.children.filter(({ kind }) => kind !== 'quote')] };
}

/** `**With *Speech Bubbles*,**` in notes: what follows, to the next such label or the paragraph’s end, holds of that film alone; `**With another film,**` of all that no label of these notes names. */
const OF_FILM = /^With .+,$/;
const OF_OTHERS = 'With another film,';

/** Notes without what holds of another film than the one of this title; null for a film that no one has described. */
export function notesFor(notes: Document, title: string | null): Document {
  const labels = notes.children.flatMap((node) =>
    node.kind === 'paragraph' ? node.children.flatMap((one) => labelOf(one) ?? []) : [],
  );
  const isNamed = labels.some((label) => label.film === title);
  const holds = ({ film }: Label) => (film === null ? !isNamed : film === title);
  const children = notes.children.flatMap((node): readonly Node[] => {
    if (node.kind !== 'paragraph') return [node];
    const left = withoutOtherFilms(node.children, holds);
    if (left.length === node.children.length) return [node];
    return left.some((one) => toText(one).trim() !== '') ? [{ ...node, children: left }] : [];
  });
  const isSame = children.every((node, at) => node === notes.children[at]);
  return isSame && children.length === notes.children.length ? notes : { ...notes, children };
}

/** The film that a label names; null for all others. */
type Label = { readonly film: string | null };

function labelOf(node: Node): Label | null {
  const words = node.kind === 'strong' ? toText(node).trim() : '';
  if (node.kind !== 'strong' || !OF_FILM.test(words)) return null;
  if (words === OF_OTHERS) return { film: null };
  const film = node.children.find(({ kind }) => kind === 'emphasis');
  return film === undefined ? null : { film: toText(film).trim() };
}

function withoutOtherFilms(
  nodes: readonly Node[],
  holds: (label: Label) => boolean,
): readonly Node[] {
  let isShown = true;
  return nodes.filter((node) => {
    if (node.kind === 'strong') {
      const label = labelOf(node);
      isShown = label === null || holds(label);
    }
    return isShown;
  });
}
