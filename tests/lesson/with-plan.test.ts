import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { planOf, withPlan } from '../../src/lesson/with-plan.ts';

const plan = `---
title: Fair play
summary: Rules
objectives:
  - I can say one rule.
  - I can say why.
film: ours
minutes: 20
---

## Rules (20 min)

::: film
### Stop the-ask: Which rule?
:::
`;

describe('a lesson that teaches another’s plan', () => {
  test('has fields alone, and names it among them', () => {
    expect(planOf('---\nplan: fair-play\ntitle: A game\n---\n')).toBe('fair-play');
    expect(planOf('---\ntitle: A game\nPlan : "fair-play"\n---\n\n\n')).toBe('fair-play');
  });

  test('is its own where it has slides, no such field, or a name that is none', () => {
    expect(planOf('---\nplan: fair-play\n---\n\n### A slide\n')).toBeNull();
    expect(planOf('---\ntitle: A game\n---\n')).toBeNull();
    expect(planOf('---\nplan: ../fair-play\n---\n')).toBeNull();
    expect(planOf('# A plan: fair-play\n')).toBeNull();
  });

  test('has its own fields in the place of the plan’s, on as many lines as they need, and all else of it', () => {
    const own =
      '---\nplan: fair-play\ntitle: A game\nfilms: [theirs]\nobjectives:\n  - I can win well.\nnation: Wales\n---\n';
    const text = withPlan(own, plan);
    const { lesson, problems } = readLesson('a-game', text);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({
      slug: 'a-game',
      title: 'A game',
      summary: 'Rules',
      films: ['theirs'],
      objectives: ['I can win well.'],
      minutes: 20,
      nation: 'Wales',
    });
    expect(lesson.blocks[0]?.slides.map(({ heading }) => heading)).toContain('Which rule?');
    expect(planOf(text)).toBeNull();
  });

  test('stays a safeguarding lesson where the plan is one, and has its own subject elsewhere', () => {
    const own = '---\nplan: fair-play\nsubject: history\n---\n';
    const subjectOf = (subject: string) =>
      readLesson('a-game', withPlan(own, plan.replace('title:', `subject: ${subject}\ntitle:`)))
        .lesson.subject.name;
    expect(subjectOf('safeguarding')).toBe('safeguarding');
    expect(subjectOf('science')).toBe('history');
  });
});
