import { aboutWhole } from './about-whole.ts';
import { slidesOf, type Block, type Lesson, type Slide } from '../lesson/lesson.ts';
import type { Finding, Hazard } from './hazard.ts';

/** Minutes within which pupils have seen who can help (M1). */
const SOON = 10;

const WHY = 'a pupil who is worried needs to see who can help';

/** H8, M1: the help slide is there within ten minutes, before any break, and is the last one, and the lesson does not end on the film. */
export const helpSlide: Hazard = {
  row: 'H8',
  code: 'help-slide',
  severity: 'error',
  audience: 'pupils',
  source:
    'Safe teaching of sensitive subjects: signpost in and after the lesson (PSHE practice, read 2026-11-24)',
  find: ({ lesson }) => {
    const slides = slidesOf(lesson);
    const last = slides.at(-1);
    if (last === undefined) return [];
    if (!slides.some(({ kind }) => kind === 'help')) {
      return [
        aboutWhole(
          lesson,
          `Cannot find a help slide: ${WHY}. It needs “::: help” in the first ten minutes, and again at the end`,
        ),
      ];
    }
    return [...tooLate(lesson), ...beforeBreaks(lesson), ...badEnding(lesson)];
  },
};

function tooLate({ blocks }: Lesson): readonly Finding[] {
  let start = 0;
  for (const block of blocks) {
    const at = block.slides.findIndex(({ kind }) => kind === 'help');
    const slide = block.slides[at];
    if (slide !== undefined) {
      const shown = start + minutesBefore(block, at);
      const message = `The first help slide comes after about ${Math.round(shown)} minutes: ${WHY}. Move it into the first ${SOON}`;
      return shown < SOON ? [] : [{ line: slide.line, column: 1, message }];
    }
    start += block.minutes ?? 0;
  }
  return [];
}

// Slides of a block take as long as each other, as far as the text can tell.
function minutesBefore({ minutes, slides }: Block, at: number): number {
  return ((minutes ?? 0) * at) / slides.length;
}

const BREAK =
  /^(?:(?:a|the|short|morning|afternoon|lunch|tea|comfort) )*(?:break(?: ?time)?|lunch(?: ?time)?|playtime|recess|interval)[.!]?$/i;

// What pupils see last before they leave the room.
function beforeBreaks({ blocks }: Lesson): readonly Finding[] {
  let last: Slide | undefined;
  return blocks.flatMap(({ title, line, slides }) => {
    const before = last;
    last = slides.at(-1) ?? last;
    const message = `Pupils go from “${before?.heading ?? ''}” into “${title}”: ${WHY} before they leave the room. Put a slide with “::: help” right before it`;
    return BREAK.test(title.trim()) && before !== undefined && before.kind !== 'help'
      ? [{ line, column: 1, message }]
      : [];
  });
}

function badEnding(lesson: Lesson): readonly Finding[] {
  const slides = slidesOf(lesson);
  const last = slides.at(-1);
  const found: Finding[] = [];
  if (last !== undefined && last.kind !== 'help') {
    found.push({
      line: last.line,
      column: 1,
      message: `The lesson ends on “${last.heading}”: ${WHY} as they leave. Put a slide with “::: help” last`,
    });
  }
  const before = slides.findLast(({ kind }) => kind !== 'help');
  if (before?.kind === 'film') {
    const message =
      'Nothing follows the film but the help slide: a story like this needs a calm ending. Put a block after it that says what helped';
    found.push({ line: before.line, column: 1, message });
  }
  return found;
}
