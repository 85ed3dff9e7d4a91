import { aboutWhole } from './about-whole.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Finding, Hazard } from './hazard.ts';

/** The longest a lesson may be without its optional blocks, in minutes (M2). */
const CORE = 40;

/** H24, M2: blocks have minutes, they add up to the lesson’s, and without the optional ones it fits a lesson of forty. */
export const timings: Hazard = {
  row: 'H24',
  code: 'timings',
  severity: 'error',
  audience: 'everyone',
  source: 'NatCen, pilot of “Send me a pic?”: lessons were too long and their endings were dropped',
  find: ({ lesson }) => [...untimed(lesson), ...tooLong(lesson)],
};

function untimed(lesson: Lesson): readonly Finding[] {
  const { blocks, minutes } = lesson;
  const why = 'without timings, the end, where the help is, gets dropped';
  if (blocks.every((block) => block.minutes === null)) {
    return [
      aboutWhole(
        lesson,
        `Cannot tell how long this lesson takes: ${why}. Its blocks need minutes, as in “## The film (12 min)”`,
      ),
    ];
  }
  if (minutes === null) {
    return [
      aboutWhole(
        lesson,
        `Cannot tell how long this lesson is meant to take: ${why}. It needs a line “minutes: …” at its head`,
      ),
    ];
  }
  return blocks
    .filter((block) => block.minutes === null && block.slides.length > 1)
    .map(({ line, title }) => ({
      line,
      column: 1,
      message: `Cannot tell how long “${title}” takes: ${why}. Put its slides under a heading such as “## ${title} (4 min)”`,
    }));
}

function tooLong(lesson: Lesson): readonly Finding[] {
  const { blocks, minutes } = lesson;
  const sum = (some: Lesson['blocks']) =>
    some.reduce((total, block) => total + (block.minutes ?? 0), 0);
  const [all, core] = [sum(blocks), sum(blocks.filter(({ optional }) => !optional))];
  const found: Finding[] = [];
  if (core > CORE) {
    const message = `Without its optional blocks this lesson takes ${core} minutes: one that is too long loses its ending. Mark blocks “optional” until ${CORE} or less are left`;
    found.push(aboutWhole(lesson, message, 'minutes'));
  }
  if (minutes !== null && all > 0 && all !== minutes && core !== minutes) {
    const message = `The blocks come to ${all} minutes and the lesson says ${minutes}: a lesson that runs over loses its ending. Make the two the same`;
    found.push(aboutWhole(lesson, message, 'minutes'));
  }
  return found;
}
