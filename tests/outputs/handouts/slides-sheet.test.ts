// subject: safeguarding
import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { slidesAddress, slidesAPageOf } from '../../../src/outputs/handouts/slides-a-page.ts';
import { slidesSheet } from '../../../src/outputs/handouts/slides-sheet.ts';

const TEXT = `---
title: Canary title
on the board: Rocks
---

# Rocks

Notes:
canary notes

### Sort

::: cards
### Solid
- Ice
- Rock
### Liquid
- Water
- Oil
:::

Land safely: canary landing

::: choice which knowledge
What is it?
- [ ] Ash
- [x] Lava

> Canary explanation.
:::

::: choice think view
Do you agree?
- Yes
- No
:::

![A rock](rocks/one.svg)

# Alternative task

Canary task.
`;

function pageOf(text: string): string {
  return slidesSheet(readLesson('rocks', text).lesson, null)['main'] ?? '';
}

describe('slides on paper', () => {
  test('have each slide in its frame, by its number, with lines to write on', () => {
    const page = pageOf(TEXT);
    expect([...page.matchAll(/aria-label="(Slide \d of \d)"/g)].map(([, label]) => label)).toEqual([
      'Slide 1 of 4',
      'Slide 2 of 4',
      'Slide 3 of 4',
      'Slide 4 of 4',
    ]);
    expect(page.match(/class="write-lines"/g)).toHaveLength(4);
  });

  test('have nothing on them that is for the teacher, and no answer', () => {
    const page = pageOf(TEXT);
    expect(page).toContain('Lava');
    expect(page).not.toMatch(/canary/i);
    expect(page).not.toContain('cards__sorted');
    expect(page).toContain('cards__mixed');
  });

  test('say how a question is answered: one of opinion never by hands', () => {
    const [facts = '', opinion = ''] = pageOf(TEXT).split('Do you agree?');
    expect(facts).toContain('Hands up. You don’t have to answer.');
    expect(opinion).toContain('Answer on your own paper. You can pass.');
    expect(opinion).not.toContain('Hands up');
  });

  test('are three a page, unless an address asks for one or two', () => {
    expect(['', '?a-page=2', '?style=large&a-page=1', '?a-page=7'].map(slidesAPageOf)).toEqual([
      3, 2, 1, 3,
    ]);
    expect([slidesAddress('rocks'), slidesAddress('rocks', 1)]).toEqual([
      'print/rocks/slides/',
      'print/rocks/slides/?a-page=1',
    ]);
  });
});
