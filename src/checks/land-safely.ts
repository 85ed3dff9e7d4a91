import { isEmpty } from '../document/nodes.ts';
import { has } from '../document/visit.ts';
import type { Block, Lesson, Slide } from '../lesson/lesson.ts';
import type { Hazard } from './hazard.ts';

const WHY = 'the bell may come in the middle, and nobody may leave with the story half told';
const HOW =
  'Write “End calmly:” in it, and below that the story’s ending in three sentences to say aloud';

/** H8: from the film on, or where there is none from the first thread of messages or question on, every block but the last can be ended at once. */
export const landSafely: Hazard = {
  row: 'H8',
  code: 'land-safely',
  severity: 'warning',
  audience: 'everyone',
  source:
    'A teacher and a safeguarding lead who read the lessons, 2026-11-24: eight minutes before the bell the ending is said in three sentences',
  find: ({ lesson }) => {
    const open = blocksToLand(lesson).filter((block) => isEmpty(block.landSafely));
    const [first] = open;
    if (first === undefined) return [];
    if (lesson.blocks.every((block) => isEmpty(block.landSafely))) {
      return [
        { line: first.line, column: 1, message: `Cannot end this lesson early: ${WHY}. ${HOW}` },
      ];
    }
    return open.map(({ line, title }) => ({
      line,
      column: 1,
      message: `Cannot end the lesson early from “${title}”: ${WHY}. ${HOW}`,
    }));
  },
};

// The last block is the ending itself.
function blocksToLand(lesson: Lesson): readonly Block[] {
  const { blocks } = lesson;
  const film = blocks.findIndex(({ slides }) => slides.some(({ kind }) => kind === 'film'));
  const from =
    film >= 0
      ? film
      : blocks.findIndex(({ slides }) => slides.some((slide) => opensStory(slide, lesson)));
  return from < 0 ? [] : blocks.slice(from, -1);
}

// A thread of messages, a stop of a story, or a question. A question of how sure pupils feel before
// the story begins is not part of it.
function opensStory(slide: Slide, { questions }: Lesson): boolean {
  if (slide.kind === 'stop') return true;
  if (slide.kind !== 'poll') return has(slide.body, 'thread');
  const tag = questions.find(({ id }) => id === slide.question)?.tag;
  return slide.moment !== 'before' || (tag !== 'confidence' && tag !== 'view');
}
