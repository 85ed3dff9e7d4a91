import type { SourceLine } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';
import { blockLevelOf, readBlockHeading } from './block-heading.ts';
import type { Draft, DraftBlock, DraftSlide } from './draft.ts';
import type { Part } from './part.ts';

const HELP_HEADING = 'You can tell someone';
const FILM_HEADING = 'Watch the film';

/** Puts parts together into blocks and slides. */
export function assemble(parts: readonly Part[]): {
  readonly blocks: readonly DraftBlock[];
  readonly problems: readonly Problem[];
  readonly filmLine: number | null;
} {
  const draft: Draft = {
    blocks: [],
    problems: [],
    stops: new Set(),
    blockLevel: blockLevelOf(parts),
    earlyNotes: [],
    slide: null,
    asking: false,
    film: null,
    films: 0,
  };
  let filmLine: number | null = null;
  for (const part of parts) {
    if (part.type === 'open' && part.word === 'film') filmLine ??= part.line;
    takePart(draft, part);
  }
  // Notes without a slide are not lost.
  if (draft.earlyNotes.some(({ text }) => text.trim() !== '')) {
    addSlide(draft, { line: draft.earlyNotes[0]?.line ?? 1, heading: '', show: { kind: 'text' }, ifUsed: true });
  }
  const blocks = draft.blocks.map((block) => ({
    ...block,
    slides: block.slides.filter((slide) => !slide.hidden && (!slide.ifUsed || isUsed(slide))),
  }));
  return { blocks, problems: draft.problems, filmLine };
}

function takePart(draft: Draft, part: Part): void {
  switch (part.type) {
    case 'text':
      return takeText(draft, part);
    case 'heading':
      return takeHeading(draft, part);
    case 'break':
      return addSlide(draft, { line: part.line, heading: '', show: { kind: 'text' }, ifUsed: true });
    case 'hide':
      if (draft.slide?.show.kind === 'text' || draft.slide?.show.kind === 'title') draft.slide.hidden = true;
      return;
    case 'open':
      return part.word === 'film' ? openFilm(draft, part.line, part.column) : openSlide(draft, part);
    case 'close':
      draft.asking = false;
      if (part.word === 'film') closeFilm(draft, part.line);
      return;
  }
}

function takeText(draft: Draft, { to, text, line }: Part & { readonly type: 'text' }): void {
  const { slide } = draft;
  if (to === 'land') blockOf(draft, line).land.push({ text, line });
  else if (to === 'notes') (slide?.notes ?? draft.earlyNotes).push({ text, line });
  else if (slide !== null && takesBody(draft, slide)) slide.body.push({ text, line });
  else if (text.trim() !== '') {
    addSlide(draft, { line, heading: '', show: { kind: 'text' }, ifUsed: true });
    draft.slide?.body.push({ text, line });
  }
}

// A question stands alone; of a film's parts only the first, and the stops, carry text.
function takesBody({ film, asking }: Draft, { show }: DraftSlide): boolean {
  if (show.kind === 'question') return asking;
  return show.kind !== 'film' || (film !== null && show.from === null);
}

function takeHeading(draft: Draft, { level, splits, text, line, raw }: Part & { readonly type: 'heading' }): void {
  if (!splits) return joinHeading(draft, { text, line, raw });
  bequeathNotes(draft);
  const block = level === draft.blockLevel ? readBlockHeading(text) : undefined;
  if (block === 'unclear') {
    draft.problems.push({
      code: 'block-minutes',
      severity: 'warning',
      line,
      column: 1,
      message: `Cannot read the minutes of “${text.slice(0, 80)}”: they need to be written “(5 min)” or “(5 min, optional)”`,
    });
  } else if (block !== undefined) {
    draft.blocks.push({ ...block, line, slides: [], land: [] });
    return addSlide(draft, { line, heading: block.title, show: { kind: 'text' }, ifUsed: true });
  }
  if (/^stop\b/i.test(text) && level === 3 && takeStop(draft, { text, line })) return;
  addSlide(draft, { line, heading: text, show: { kind: level === 1 ? 'title' : 'text' }, ifUsed: text === '' });
}

// What a comment says between a `---` and its heading is said of the heading's slide.
function bequeathNotes({ slide, earlyNotes }: Draft): void {
  if (slide?.ifUsed && slide.heading === '' && slide.show.kind === 'text' && !slide.body.some(({ text }) => text.trim() !== '')) {
    earlyNotes.push(...slide.notes.splice(0));
  }
}

// Where headings part nothing, the first is its slide's, and the others are text.
function joinHeading(draft: Draft, { text, line, raw }: Pick<Part & { readonly type: 'heading' }, 'text' | 'line' | 'raw'>): void {
  const { slide } = draft;
  if (slide === null) addSlide(draft, { line, heading: text, show: { kind: 'title' }, ifUsed: text === '' });
  else if (slide.show.kind === 'text' && slide.heading === '') {
    Object.assign(slide, { heading: text, headingLine: line, ifUsed: slide.ifUsed && text === '' });
  } else raw.forEach((words) => takeText(draft, { type: 'text', to: 'body', ...words }));
}

function takeStop(draft: Draft, { text, line }: SourceLine): boolean {
  const { film } = draft;
  const refuse = (code: string, message: string) => {
    draft.problems.push({ code, severity: 'error', line, column: 1, message });
    return false;
  };
  const [, stop, prompt] = /^stop[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)[ \t]?:(.*)$/i.exec(text) ?? [];
  if (stop === undefined || prompt === undefined) {
    return film === null
      ? false
      : refuse('stop-name', `Cannot read “${text.slice(0, 80)}” as a stop: it needs a name and a question, “Stop the-ask: What is happening here?”`);
  }
  if (film === null) {
    return refuse('stop-outside-film', `Cannot stop the film at “${stop}”: the heading needs to stand between “::: film” and its “:::”`);
  }
  if (draft.stops.has(stop)) return refuse('duplicate-stop', `Cannot stop the film twice at “${stop}”: each stop needs a name of its own`);
  if (prompt.trim() === '') {
    draft.problems.push({
      code: 'empty-stop',
      severity: 'error',
      line,
      column: 1,
      message: `Cannot show the stop “${stop}”: it has no words, it needs a question after the “:”`,
    });
  }
  draft.stops.add(stop);
  endPart(draft, film, { stop, line });
  film.last = stop;
  addSlide(draft, { line, heading: prompt.trim(), show: { kind: 'stop', stop }, ifUsed: false });
  return true;
}

// The part of the film that runs up to this stop, or to the end.
function endPart(draft: Draft, film: NonNullable<Draft['film']>, { stop, line }: { readonly stop: string | null; readonly line: number }): void {
  if (film.part?.show.kind === 'film') film.part.show.to = stop;
  else addSlide(draft, { line, heading: film.heading, show: { kind: 'film', from: film.last, to: stop }, ifUsed: false });
  film.part = null;
}

function openFilm(draft: Draft, line: number, column: number): void {
  if (draft.film !== null) closeFilm(draft, line);
  draft.films += 1;
  if (draft.films > 1) {
    draft.problems.push({
      code: 'second-film',
      severity: 'error',
      line,
      column,
      message: 'Cannot show a second film: a lesson has one “::: film”, with stops in it',
    });
  }
  const part = becomeOrAdd(draft, { line, heading: FILM_HEADING, show: { kind: 'film', from: null, to: null }, ifUsed: false });
  draft.film = { heading: part.heading, line, last: null, part };
}

function closeFilm(draft: Draft, line: number): void {
  if (draft.film !== null) endPart(draft, draft.film, { stop: null, line });
  draft.film = null;
}

function openSlide(draft: Draft, fence: Part & { readonly type: 'open' }): void {
  const { line, word } = fence;
  if (word === 'help') becomeOrAdd(draft, { line, heading: HELP_HEADING, show: { kind: 'help' }, ifUsed: false });
  else {
    addSlide(draft, { line, heading: '', show: { kind: 'question', fence }, ifUsed: false });
    draft.asking = true;
  }
}

// A heading with nothing below it yet is the heading of the fence that follows.
function becomeOrAdd(draft: Draft, wanted: NewSlide): DraftSlide {
  const { slide } = draft;
  const isBare = slide !== null && slide.show.kind === 'text' && !slide.body.some(({ text }) => text.trim() !== '');
  if (!isBare) {
    addSlide(draft, wanted);
    return draft.slide as unknown as DraftSlide;
  }
  const slides = blockOf(draft, wanted.line).slides;
  const become: DraftSlide = { ...slide, heading: slide.heading === '' ? wanted.heading : slide.heading, show: wanted.show, ifUsed: false };
  slides[slides.length - 1] = become;
  draft.slide = become;
  return become;
}

type NewSlide = Pick<DraftSlide, 'line' | 'heading' | 'show' | 'ifUsed'>;

function addSlide(draft: Draft, slide: NewSlide): void {
  draft.slide = { ...slide, headingLine: slide.line, body: [], notes: draft.earlyNotes.splice(0) };
  blockOf(draft, slide.line).slides.push(draft.slide);
}

// Slides before the first timed heading stand in a block of their own.
function blockOf({ blocks }: Draft, line: number): DraftBlock {
  const last = blocks.at(-1);
  if (last !== undefined) return last;
  const start: DraftBlock = { title: 'Start', minutes: null, optional: false, line, slides: [], land: [] };
  blocks.push(start);
  return start;
}

function isUsed({ body, notes, show }: DraftSlide): boolean {
  return show.kind !== 'text' || [...body, ...notes].some(({ text }) => text.trim() !== '');
}
