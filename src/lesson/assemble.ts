import { isSlideFence, slideKinds } from '../slides/kinds.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import { addSlide, becomeOrAdd, blockOf, type NewSlide } from './draft-slides.ts';
import type { Draft, DraftBlock, DraftSlide, DraftTimes, QuestionFence } from './draft.ts';
import { closeFilm, openFilm, takeStop } from './film-parts.ts';
import type { Part } from './part.ts';
import { minutesNotCounted } from './uncounted-minutes.ts';

/** Puts parts together into blocks and slides. */
export function assemble(parts: readonly Part[]): {
  readonly blocks: readonly DraftBlock[];
  readonly problems: readonly Problem[];
  readonly filmLine: number | null;
  readonly filmTimes: DraftTimes;
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
    hasFilm: parts.some((part) => part.type === 'open' && part.word === 'film'),
    filmTimes: { line: null, from: null, to: null, stops: new Map(), last: 0 },
  };
  let filmLine: number | null = null;
  for (const part of parts) {
    if (part.type === 'open' && part.word === 'film') filmLine ??= part.line;
    takePart(draft, part);
  }
  // Notes without a slide are not lost.
  if (draft.earlyNotes.some(({ text }) => text.trim() !== '')) {
    addSlide(draft, {
      line: draft.earlyNotes[0]?.line ?? 1,
      heading: '',
      show: { kind: 'text' },
      ifUsed: true,
    });
  }
  attachOrphanNotes(draft.blocks);
  const blocks = draft.blocks.map((block) => ({
    ...block,
    slides: shownOf(block.slides),
  }));
  return {
    blocks,
    problems: [...draft.problems, ...minutesNotCounted(parts, draft.blockLevel)],
    filmLine,
    filmTimes: draft.filmTimes,
  };
}

// Notes of a section that was taken out, with no slide behind it, are the last slide's.
function attachOrphanNotes(blocks: readonly DraftBlock[]): void {
  let before: DraftSlide | undefined;
  for (const slide of blocks.flatMap(({ slides }) => slides)) {
    if (isEmptySoft(slide) && before !== undefined) {
      before.notes.push({ text: '', line: slide.line }, ...slide.notes.splice(0));
    } else before = slide;
  }
}

function isEmptySoft(slide: DraftSlide | null): boolean {
  return (
    slide?.soft === true &&
    slide.heading === '' &&
    slide.show.kind === 'text' &&
    !slide.body.some(({ text }) => text.trim() !== '')
  );
}

function takePart(draft: Draft, part: Part): void {
  switch (part.type) {
    case 'text':
      return takeText(draft, part);
    case 'heading':
      return takeHeading(draft, part);
    case 'break':
      passOnNotes(draft);
      if (draft.slide?.soft) moveNotesToNextSlide(draft);
      return void addSlide(draft, {
        line: part.line,
        heading: '',
        show: { kind: 'text' },
        ifUsed: true,
        soft: part.soft === true || isEmptySoft(draft.slide),
      });
    case 'hide':
      if (draft.slide?.show.kind === 'text' || draft.slide?.show.kind === 'title') {
        draft.slide.hidden = true;
      }
      return;
    case 'audience':
      return;
    case 'open':
      return openSlide(draft, part);
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

function takeHeading(
  draft: Draft,
  { level, splits, text, line, raw, mayBeEmpty }: Part & { readonly type: 'heading' },
): void {
  if (!splits) return joinHeading(draft, { text, line, raw });
  const block = level === draft.blockLevel ? readBlockHeading(text) : undefined;
  if (block === undefined) passOnNotes(draft);
  moveNotesToNextSlide(draft);
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
    return void addSlide(draft, {
      line,
      heading: block.title,
      show: { kind: 'text' },
      ifUsed: mayBeEmpty !== true,
    });
  }
  if (/^stop\b/i.test(text) && level === 3 && takeStop(draft, { text, line })) return;
  addSlide(draft, {
    line,
    heading: text,
    show: { kind: level === 1 ? 'title' : 'text' },
    ifUsed: text === '',
  });
}

// What a comment says above a block is said of the first slide below its heading, which is none by itself.
function passOnNotes({ slide, earlyNotes }: Draft): void {
  if (slide === null || !slide.ifUsed || slide.heading === '' || slide.show.kind !== 'text') return;
  const isOfThis = ({ text, line }: SourceLine) => text.trim() !== '' && line > slide.line;
  if (slide.body.some(({ text }) => text.trim() !== '') || slide.notes.some(isOfThis)) return;
  earlyNotes.push(...slide.notes.splice(0));
}

// What a comment says between a `---` and its heading is said of the heading's slide.
function moveNotesToNextSlide({ slide, earlyNotes }: Draft): void {
  if (
    slide?.ifUsed &&
    slide.heading === '' &&
    slide.show.kind === 'text' &&
    !slide.body.some(({ text }) => text.trim() !== '')
  ) {
    for (const note of slide.notes.splice(0)) earlyNotes.push(note);
  }
}

// Where headings part nothing, the first is its slide's, and the others are text.
function joinHeading(
  draft: Draft,
  { text, line, raw }: Pick<Part & { readonly type: 'heading' }, 'text' | 'line' | 'raw'>,
): void {
  const { slide } = draft;
  if (slide === null) {
    addSlide(draft, { line, heading: text, show: { kind: 'title' }, ifUsed: text === '' });
  } else if (slide.show.kind === 'text' && slide.heading === '') {
    Object.assign(slide, { heading: text, headingLine: line, ifUsed: slide.ifUsed && text === '' });
  } else raw.forEach((words) => takeText(draft, { type: 'text', to: 'body', ...words }));
}

function openSlide(draft: Draft, { word, ...rest }: Part & { readonly type: 'open' }): void {
  const { line } = rest;
  if (word === 'film') return openFilm(draft, rest);
  if (isSlideFence(word)) {
    return void becomeOrAdd(draft, {
      line,
      heading: slideKinds[word].fence.heading,
      show: { kind: 'fenced', as: word },
      ifUsed: false,
    });
  }
  // A new word of `fences.ts` has to be dealt with above, or this does not compile.
  const fence: QuestionFence = { ...rest, word };
  const asked: NewSlide = { line, heading: '', show: { kind: 'question', fence }, ifUsed: false };
  if (isHeadingAlone(draft)) becomeOrAdd(draft, asked);
  else addSlide(draft, asked);
  draft.asking = true;
}

// A slide that has a heading and nothing else, not even notes: the heading of the question that follows. A block's own stays the block's.
function isHeadingAlone({ slide, blocks }: Draft): boolean {
  const block = blocks.at(-1);
  return (
    slide !== null &&
    slide.show.kind === 'text' &&
    slide.heading !== '' &&
    !slide.ifUsed &&
    !(slide.line === block?.line && slide.heading === block.title) &&
    ![...slide.body, ...slide.notes].some(({ text }) => text.trim() !== '')
  );
}

// A block shows its heading where it would show nothing else.
function shownOf(slides: readonly DraftSlide[]): DraftSlide[] {
  const shown = slides.filter((slide) => !slide.hidden && (!slide.ifUsed || isUsed(slide)));
  return shown.length > 0
    ? shown
    : slides.filter(({ heading, hidden }) => heading !== '' && !hidden).slice(0, 1);
}

function isUsed({ body, notes, show }: DraftSlide): boolean {
  return show.kind !== 'text' || [...body, ...notes].some(({ text }) => text.trim() !== '');
}

// The level of heading that starts blocks: the highest that has times, apart from a title above all else.
function blockLevelOf(parts: readonly Part[]): number {
  const headings = parts.flatMap((part) => (part.type === 'heading' ? [part] : []));
  const timed = headings.filter(
    ({ level, text }, at) => (level > 1 || at > 0) && typeof readBlockHeading(text) === 'object',
  );
  return timed.reduce((highest, { level }) => Math.min(highest, level), timed.length === 0 ? 2 : 3);
}
