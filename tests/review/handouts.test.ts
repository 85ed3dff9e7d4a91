import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { planToApprove } from '../../src/outputs/plan/plan-to-approve.ts';
import { restToReview } from '../../src/outputs/plan/plan-to-review.ts';
import { partsOf } from '../../src/review/lesson-parts.ts';

const TEXT = readFileSync(new URL('every-part.md', import.meta.url), 'utf8');
const SLIPS = ':::: handout\ntitle: Slips\n\nOne thing I learned: ___\n::::\n';
const lessonOf = (text: string) => readLesson('friends', text).lesson;

describe('a handout that is written in a lesson', () => {
  it('is part of what is approved: with any word of it the approval is suspended', () => {
    const before = partsOf(lessonOf(`${TEXT}\n${SLIPS}`));
    expect(before.slides).toEqual(partsOf(lessonOf(TEXT)).slides);
    const others = [
      TEXT,
      `${TEXT}\n${SLIPS.replace('learned', 'learnt')}`,
      `${TEXT}\n${SLIPS.replace('title: Slips', 'title: Slip')}`,
      `${TEXT}\n${SLIPS}\n${SLIPS}`,
    ].map((text) => partsOf(lessonOf(text)).rest);
    expect(new Set([...others, before.rest]).size).toBe(5);
  });

  it('is approved wherever in the text it is', () => {
    const moved = `${TEXT}\n\n\n${SLIPS}\n`;
    expect(partsOf(lessonOf(moved))).toEqual(partsOf(lessonOf(`${TEXT}\n${SLIPS}`)));
  });

  it('is read by those who approve it, as it is written', () => {
    expect(restToReview(lessonOf(`${TEXT}\n${SLIPS}`))).toContain(
      'title: Slips\n\nOne thing I learned: ___',
    );
    expect(restToReview(lessonOf(`${TEXT}\n${SLIPS.replace('___', '<b>')}`))).toContain(
      '&lt;b&gt;',
    );
  });

  it('is one press away as it is printed, for who reviews the lesson and who approves it', () => {
    const lesson = lessonOf(`${TEXT}\n${SLIPS}`);
    const address = 'href="../../print/friends/own-1/"';
    expect(restToReview(lesson)).toContain(address);
    expect(planToApprove(lesson, null).main).toContain(address);
    expect(planToApprove(lessonOf(TEXT), null).main).not.toContain('/own-');
  });
});
