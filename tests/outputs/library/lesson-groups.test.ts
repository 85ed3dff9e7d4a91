import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { groupLessons } from '../../../src/outputs/library/lesson-groups.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const cardOf = (slug: string, head: string) =>
  lessonCard(readLesson(slug, `---\ntitle: ${slug}\n${head}\n---\n\n# T\n`), NO_MEDIA);
const groups = (...cards: readonly ReturnType<typeof cardOf>[]) =>
  groupLessons(cards).map(({ name, cards: own }) => `${name}: ${own.map(({ slug }) => slug)}`);

describe('lessons by subject', () => {
  test('the lessons that ship: the campaign first, other subjects by name, and practice last', () => {
    const shipped = groupLessons(shippedLessons().map((read) => lessonCard(read, NO_MEDIA)));
    expect(shipped.map(({ name }) => name)).toEqual([
      'PSHE and safeguarding',
      'History',
      'Maths',
      'Science',
      'To practise and to copy',
    ]);
    const slugs = shipped.map(({ cards }) => cards.map(({ slug }) => slug));
    expect(slugs.slice(1)).toEqual([
      ['did-the-law-change-the-mill'],
      ['up-and-back-down'],
      ['which-lands-first'],
      ['rehearsal', 'starter'],
    ]);
    expect(slugs[0]?.slice(-3)).toEqual([
      'parents-evening',
      'staff-briefing',
      'left-out-of-the-chat',
    ]);
  });

  test('a school’s own are in their subject, whatever it is called there and in whatever letters', () => {
    expect(
      groups(
        cardOf('bees', 'subject: Bee keeping'),
        cardOf('hives', 'subject: bee Keeping'),
        cardOf('coast', 'subject: geography'),
        cardOf('angles', 'subject: mathematics'),
        cardOf('sums', 'subject: Maths'),
        cardOf('feelings', 'subject: RSHE'),
        cardOf('assembly', 'stage: KS3'),
        cardOf('forces', 'subject: physics'),
      ),
    ).toEqual([
      'PSHE and safeguarding: feelings',
      'Bee keeping: bees,hives',
      'Geography: coast',
      'Maths: angles,sums',
      'Physics: forces',
      'Any subject: assembly',
    ]);
  });

  test('one subject is one group, and no lesson is none', () => {
    expect(groups(cardOf('coast', 'subject: geography'))).toEqual(['Geography: coast']);
    expect(groups(cardOf('assembly', 'stage: KS3'))).toEqual(['Any subject: assembly']);
    expect(groups()).toEqual([]);
  });

  test('a lesson whose subject is not answered yet is among those with an approval', () => {
    const text = '---\ntitle: T\n---\n\n# T\n\nRing Childline.\n';
    expect(groups(lessonCard(readLesson('asked', text), NO_MEDIA))).toEqual([
      'PSHE and safeguarding: asked',
    ]);
  });
});
