import { cutMinutes } from '../lesson/cuts.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { aboutWhole } from './about-whole.ts';
import type { Finding, Hazard } from './hazard.ts';

/** H24 for any subject: where a lesson gives minutes, its parts come to them. One that gives none is none the worse for it. */
export const timesDiffer: Hazard = {
  row: 'H24',
  code: 'times-differ',
  severity: 'warning',
  audience: 'everyone',
  source:
    'A teacher who read the lessons, 2026-11-24: what is written for 50 minutes is taught in 50',
  find: ({ lesson }) => [...ofLesson(lesson), ...ofCuts(lesson)],
};

function ofLesson(lesson: Lesson): readonly Finding[] {
  const { blocks, minutes } = lesson;
  if (
    minutes === null ||
    blocks.some((block) => block.minutes === null && block.slides.length > 1)
  ) {
    return [];
  }
  const sum = (some: Lesson['blocks']) =>
    some.reduce((total, block) => total + (block.minutes ?? 0), 0);
  const [all, core] = [sum(blocks), sum(blocks.filter(({ optional }) => !optional))];
  if (all === 0 || all === minutes || core === minutes) return [];
  return [
    aboutWhole(
      lesson,
      `The parts come to ${all} minutes and the lesson says ${minutes}, so someone runs out of time or of lesson. Make the two the same`,
      'minutes',
    ),
  ];
}

function ofCuts({ cuts }: Lesson): readonly Finding[] {
  return cuts.flatMap((cut) => {
    const { name, line, fits } = cut;
    return cutMinutes(cut, { devices: false }).flatMap((minutes) =>
      minutes === null || fits === null || (minutes >= fits.least && minutes <= fits.most)
        ? []
        : [
            {
              line,
              column: 1,
              message: `The version “${name}” comes to ${minutes} minutes, so its name is not true. Give its parts other minutes, as in “Begin (5 min)”, or call it otherwise`,
            },
          ],
    );
  });
}
