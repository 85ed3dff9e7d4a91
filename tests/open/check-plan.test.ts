import { describe, expect, test } from 'vitest';
import { checkPlan, type PartChoice } from '../../src/open/check-plan.ts';
import { openPasted } from '../../src/open/open-file.ts';
import { boardOf, notesOf, opened } from './lesson-seen.ts';
import { docx, item, paragraph, pptx, shape, lines } from './make-office.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const PLAN = opened(
  'Refraction.docx',
  docx(
    paragraph('Refraction', 'Titel') +
      paragraph('Duration: 60 minutes') +
      paragraph('Objectives', 'H1') +
      item('Describe what happens to light.') +
      item('Draw a ray.') +
      paragraph('Equipment', 'H1') +
      paragraph('Ray boxes are on shelf C.') +
      paragraph('Starter (10 min)', 'H1') +
      paragraph('A pencil is in a glass of water.') +
      paragraph('Main', 'H1') +
      paragraph('Last time: two groups forgot the normal.') +
      paragraph('Plenary', 'H1') +
      paragraph('Collect the books in.'),
  ),
);

function check(turned: Readonly<Record<string, PartChoice>> = {}) {
  if (PLAN.plan === null) throw new Error('it should be a plan');
  const parts = checkPlan(PLAN.plan, new Map()).parts;
  const choices = Object.entries(turned).map(
    ([words, choice]) =>
      [parts.find(({ written }) => written.includes(words))?.id ?? -1, choice] as const,
  );
  return checkPlan(PLAN.plan, new Map(choices));
}

const lessonOf = ({ text }: { readonly text: string }) => readLesson('refraction', text).lesson;

describe('“Check what the class will see”', () => {
  test('has each part with its heading, where it goes, and why', () => {
    expect(
      check().parts.map(({ title, goes, suggested: { reason } }) => [title, goes, reason]),
    ).toEqual([
      ['Refraction', 'details', 'how long it takes'],
      ['Objectives', 'board', 'objectives are for pupils'],
      ['Equipment', 'details', 'what to have ready'],
      ['Starter (10 min)', 'teacher', 'not plainly for the class'],
      ['Main', 'teacher', 'a reminder to yourself'],
      ['Plenary', 'teacher', 'it speaks to the teacher'],
    ]);
  });

  test('is the lesson that is written where nothing is turned', () => {
    expect(check().text).toBe(PLAN.text);
  });

  test('has the minutes found, those guessed, and how long the lesson is', () => {
    expect(check()).toMatchObject({
      total: 60,
      minutes: [
        { title: 'Starter', minutes: 10, isGuess: false },
        { title: 'Main', minutes: 40, isGuess: true },
        { title: 'Plenary', minutes: 10, isGuess: true },
      ],
    });
  });

  test('shows the class what is turned to the board, on a slide that is named, and nothing else', () => {
    const turned = check({ 'pencil is': 'board' });
    const [before, after] = [boardOf(lessonOf(check())), boardOf(lessonOf(turned))];
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'A pencil is in a glass of water.',
    ]);
    const part = turned.parts.find(({ written }) => written.includes('pencil is'));
    expect(part).toMatchObject({
      goes: 'board',
      suggested: { goes: 'teacher' },
      slide: after.filter((line) => line.startsWith('# ')).indexOf('# Starter') + 1,
    });
  });

  test('keeps from the class what is turned to the teacher, a whole list of it', () => {
    const turned = lessonOf(check({ 'Describe what': 'teacher' }));
    expect(boardOf(turned).join()).not.toMatch(/Describe|Draw a ray/);
    expect(notesOf(turned)).toContain('describe what happens to light draw a ray');
  });

  test('never has on the board what goes to the teacher, whatever is turned', () => {
    const ids = check().parts.map(({ id }) => id);
    for (let bits = 0; bits < 2 ** ids.length; bits += 5) {
      const choices = new Map(
        ids.map((id, at) => [
          id,
          (bits >> at) % 2 === 0 ? ('teacher' as const) : ('board' as const),
        ]),
      );
      if (PLAN.plan === null) throw new Error('it should be a plan');
      const turned = checkPlan(PLAN.plan, choices);
      const board = boardOf(lessonOf(turned)).join(' ');
      const leaked = turned.parts
        .filter(({ goes }) => goes !== 'board')
        .filter(({ written }) => board.includes(written.replace(/^- /, '').split('\n')[0] ?? ''));
      expect(leaked).toEqual([]);
      const asked = turned.parts.filter(({ id }) => choices.get(id) === 'teacher');
      expect(asked.filter(({ goes }) => goes === 'board')).toEqual([]);
    }
  });

  test.each(['<!-- for the class -->', '<!--For the class-->'])(
    'turns what has a mark of its author’s already, %s',
    (mark) => {
      const found = openPasted({
        html: '',
        text: `# Ice\n\n## Starter (5 min)\n\n${mark}\nIce is old.\n`,
      });
      if (found.kind !== 'opened' || found.plan === null) throw new Error('it should be a plan');
      const part = checkPlan(found.plan, new Map()).parts.find(({ goes }) => goes === 'board');
      expect(part?.written).toBe('Ice is old.');
      const turned = checkPlan(found.plan, new Map([[part?.id ?? -1, 'teacher']]));
      expect(boardOf(lessonOf(turned)).join()).not.toContain('old');
      expect(notesOf(lessonOf(turned))).toContain('ice is old');
    },
  );

  test('is for plans: slides and lessons of ours have none', () => {
    expect(opened('x.pptx', pptx([{ shapes: shape('title', lines(['One'])) }])).plan).toBeNull();
    expect(opened('x.md', new TextEncoder().encode(PLAN.text)).plan).toBeNull();
  });
});
