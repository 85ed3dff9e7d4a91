import type { Draft, DraftBlock, DraftSlide } from './draft.ts';

/** Adds a slide, or makes it of the heading above that has nothing below it yet: it is the heading of the fence that follows. */
export function becomeOrAdd(draft: Draft, wanted: NewSlide): DraftSlide {
  const { slide } = draft;
  const isBare =
    slide !== null &&
    slide.show.kind === 'text' &&
    !slide.body.some(({ text }) => text.trim() !== '');
  if (!isBare) {
    return addSlide(draft, wanted);
  }
  const slides = blockOf(draft, wanted.line).slides;
  const become: DraftSlide = {
    ...slide,
    heading: slide.heading === '' ? wanted.heading : slide.heading,
    show: wanted.show,
    ifUsed: false,
  };
  slides[slides.length - 1] = become;
  draft.slide = become;
  return become;
}

/** What a new slide needs; its words follow. */
export type NewSlide = Pick<DraftSlide, 'line' | 'heading' | 'show' | 'ifUsed' | 'soft'>;

/** Adds a slide to the last block, with the notes that were waiting for one, and hands it back. */
export function addSlide(draft: Draft, wanted: NewSlide): DraftSlide {
  const notes = draft.earlyNotes.splice(0);
  const slide: DraftSlide = { ...wanted, headingLine: wanted.line, body: [], notes };
  draft.slide = slide;
  blockOf(draft, slide.line).slides.push(slide);
  return slide;
}

/** The last block; slides before the first timed heading stand in one of their own. */
export function blockOf({ blocks }: Draft, line: number): DraftBlock {
  const last = blocks.at(-1);
  if (last !== undefined) return last;
  const start: DraftBlock = {
    title: 'Start',
    minutes: null,
    optional: false,
    line,
    slides: [],
    land: [],
  };
  blocks.push(start);
  return start;
}
