import type { Lesson } from '../lesson/lesson.ts';
import { labelOf, slideKinds, type Slide } from '../slides/kinds.ts';
import type { IconName } from '../ui/icons.ts';
import { counted } from '../text/counted.ts';

/** A slide in the outline: what it is called there, and the line its words begin at, counted from 1. */
export type OutlineSlide = {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly line: number;
};

/** A timed part of the lesson with its slides; `title` is empty for slides that stand before the first part. */
export type OutlineBlock = {
  readonly id: string;
  readonly title: string;
  /** null where its heading gives no time. */
  readonly minutes: number | null;
  readonly isOptional: boolean;
  readonly line: number;
  readonly slides: readonly OutlineSlide[];
};

/** A lesson as its parts and slides, with the minutes they take together and the length its head states. */
export type Outline = {
  readonly blocks: readonly OutlineBlock[];
  /** The minutes of all parts that have any, but for those that may be skipped where the head’s length is without them. */
  readonly planned: number;
  /** The minutes of the parts that may be skipped, where `planned` is without them. */
  readonly spare: number;
  /** null where the head states none. */
  readonly stated: number | null;
  /** The lines at which the lesson’s own handouts begin, from 1: no slide goes on there. */
  readonly handoutLines: readonly number[];
};

/** The outline of a lesson; names of characters stand in it as the deck has them. */
export function outlineOf(
  lesson: Lesson,
  deck: {
    readonly blocks: readonly { readonly id: string; readonly title: string }[];
    readonly slides: readonly { readonly id: string; readonly heading: string }[];
  },
): Outline {
  const headings = new Map(deck.slides.map(({ id, heading }) => [id, heading]));
  const titles = new Map(deck.blocks.map(({ id, title }) => [id, title]));
  const nameOf = (slide: Slide) => headings.get(slide.id)?.trim() || labelOf(slide);
  return {
    blocks: lesson.blocks.map(({ id, title, minutes, optional, line, slides }) => ({
      id,
      title: titles.get(id) ?? title,
      minutes,
      isOptional: optional,
      line,
      slides: slides.map((slide) => ({
        id: slide.id,
        icon: slideKinds[slide.kind].icon,
        name: nameOf(slide),
        line: slide.line,
      })),
    })),
    ...plannedIn(lesson),
    stated: lesson.minutes,
    handoutLines: lesson.handouts.map(({ line }) => line),
  };
}

// A head’s length is that of all parts, or of all but the optional ones, as the check of timings reads it.
function plannedIn({ blocks, minutes: stated }: Lesson): Pick<Outline, 'planned' | 'spare'> {
  const sum = (some: Lesson['blocks']) =>
    some.reduce((total, { minutes }) => total + (minutes ?? 0), 0);
  const all = sum(blocks);
  const spare = sum(blocks.filter(({ optional }) => optional));
  const isWhole = stated === null || all <= stated;
  return isWhole ? { planned: all, spare: 0 } : { planned: all - spare, spare };
}

/** All slides of an outline, in order. */
export function slidesIn({ blocks }: Outline): readonly OutlineSlide[] {
  return blocks.flatMap(({ slides }) => slides);
}

/** The lines that a slide's words are among, from 1: a part's heading belongs to its first slide; `to` is infinite for the last, where no handout is below it. */
export type SlideSpan = {
  readonly slide: OutlineSlide;
  readonly from: number;
  readonly to: number;
};

/** Where each slide of an outline stands in the text, in the order of the text. */
export function spansOf({ blocks, handoutLines }: Outline): readonly SlideSpan[] {
  const starts = blocks
    .flatMap(({ line, slides }) =>
      slides.map((slide, at) => ({
        slide,
        from: at === 0 && line > 0 ? Math.min(line, slide.line) : slide.line,
      })),
    )
    .toSorted((a, b) => a.from - b.from);
  return starts.map(({ slide, from }, at) => {
    const next = starts[at + 1]?.from ?? Infinity;
    const handout = handoutLines.find((line) => line > from) ?? Infinity;
    return { slide, from, to: Math.max(from, Math.min(next, handout) - 1) };
  });
}

/** The slide whose words a line of the text is among; what stands before all slides belongs to the first of them, and a handout to the one above it. Null where there is none. */
export function slideAtLine(outline: Outline, line: number): OutlineSlide | null {
  const spans = spansOf(outline);
  const own = spans.findLast(({ from }) => from <= line);
  return (own ?? spans[0])?.slide ?? null;
}

/** The last line, from 1, of the slide or the part that a line of the text is among; infinite for the last, null where there is no slide. */
export function lastLineAt(outline: Outline, line: number, of: 'slide' | 'part'): number | null {
  const slide = slideAtLine(outline, line);
  const part = outline.blocks.find(({ slides }) => slides.some(({ id }) => id === slide?.id));
  const last = of === 'part' ? part?.slides.at(-1) : slide;
  return spansOf(outline).find((span) => span.slide.id === last?.id)?.to ?? null;
}

/** The minutes of the parts beside the length the head states, in words for the teacher. */
export function minutesInWords({
  planned,
  stated,
  spare = 0,
}: Pick<Outline, 'planned' | 'stated'> & Partial<Pick<Outline, 'spare'>>): string {
  const words = plannedWords(planned, stated);
  return spare === 0 ? words : `${words}, and ${spare} optional`;
}

function plannedWords(planned: number, stated: number | null): string {
  if (planned === 0) return stated === null ? 'No minutes yet' : `0 of ${stated} minutes`;
  const words = counted(planned, 'minute');
  if (stated === null || stated === planned) return words;
  return planned > stated
    ? `${planned} of ${stated} minutes: ${planned - stated} over`
    : `${planned} of ${stated} minutes`;
}

/** The handout that a line of the text is in, by the lines it begins and ends at; null for none. */
export function handoutAtLine<One extends { readonly line: number; readonly to: number }>(
  handouts: readonly One[],
  at: number,
): One | null {
  return handouts.find(({ line, to }) => line <= at && at <= to) ?? null;
}
