import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckDrawing } from '../../src/outputs/board/deck-drawing.ts';
import { deckData, deckOf } from '../../src/outputs/board/make-deck.ts';
import { nameDeck } from '../../src/outputs/board/name-deck.ts';
import { pollHtml } from '../../src/outputs/board/poll-panel.ts';
import { keepQuestions } from '../../src/outputs/board/renew-deck.ts';
import { lessonPart } from '../../src/outputs/handouts/lesson-parts.ts';
import { modelAnswers } from '../../src/outputs/handouts/model-answers.ts';
import { slidesSheet } from '../../src/outputs/handouts/slides-sheet.ts';
import { worksheetPage } from '../../src/outputs/handouts/worksheet.ts';
import { notesPage } from '../../src/outputs/notes/notes.ts';
import { planBlocks } from '../../src/outputs/plan/plan-blocks.ts';
import { pupilsReading } from '../../src/outputs/reading/pupils-reading.ts';
import { askedOf } from '../../src/poll/question.ts';
import type { PollView } from '../../src/room/protocol.ts';
import { sheetsFor } from '../../src/site/lesson-looks.ts';

const HALF = '<mfrac><mn>1</mn><mn>2</mn></mfrac>';
const THIRD = '<mfrac><mn>1</mn><mn>3</mn></mfrac>';
const TEXT = `---
title: Shares
names: [Sam]
---

### Quick check

::: choice share knowledge
What is $\\frac{1}{2}$ of what **{Sam}** has?

- [ ] $\\frac{1}{3}$ & more
- [x] $2\\frac{1}{2}$
- [ ] x²

> Because $\\sqrt{4} = 2$.
:::
`;
const { lesson } = readLesson('shares', TEXT);
const asked = firstAsked();

function firstAsked() {
  const [question] = lesson.questions;
  if (question?.tag !== 'knowledge') throw new Error('The lesson asks nothing');
  return askedOf(question);
}

const asking = (names: Readonly<Record<string, string>>): PollView => ({
  state: 'asking',
  question: { ...asked, prompt: asked.prompt.replace('{Sam}', names['Sam'] ?? '') },
  round: 1,
  answersIn: 0,
});

describe('A question with formulas', () => {
  test('is words wherever words are sent: to the room, to pupils and to what speaks', () => {
    expect(asked.prompt).toBe('Quick check: What is 1/2 of what {Sam} has?');
    expect(asked.options.map(({ text }) => text)).toEqual(['1/3 & more', '2 1/2', 'x²']);
    expect(JSON.stringify(asked)).not.toMatch(/<|math/);
  });

  test('is drawn on its slide before it is asked, large enough for the last row, and with its names', () => {
    const html = deckOf(lesson, null).slides.at(-1)?.html ?? '';
    expect(html).toContain(`Quick check: What is <math displaystyle="true"><mrow>${HALF}`);
    expect(html).toContain(`of what <span data-character="Sam">Sam</span> has?</h2>`);
    expect(html).toContain(`${THIRD}</mrow></math> &amp; more</span>`);
    expect(html).toContain('<span>x²</span>');
  });

  test('is drawn while the room asks it, under the names of today', () => {
    const deck = nameDeck(deckOf(lesson, null), { Sam: 'Kit' });
    const room = { code: 'BKT472', address: '', poll: asking({ Sam: 'Kit' }) };
    const html = `${pollHtml(room, { drawing: deckDrawing(deck) })}`;
    expect(html).toContain(`${HALF}</mrow></math> of what Kit has?</h2>`);
    expect(html).toContain(THIRD);
    expect(`${pollHtml(room)}`).not.toContain('<math');
  });

  test('has its result drawn, and why in words, since the board’s page does not know it beforehand', () => {
    const deck = deckOf(lesson, null);
    expect(JSON.stringify(deckData(deck))).not.toMatch(/msqrt|√/);
    const poll: PollView = {
      state: 'shown',
      question: asked,
      round: 1,
      published: { rung: 'words', right: ['b'], explanation: 'Because √4 = 2.' },
    };
    const html = `${pollHtml({ code: '', address: '', poll }, { drawing: deckDrawing(deck) })}`;
    expect(html).toContain(`<mn>2</mn>${HALF}`);
    expect(html).toContain('Because √4 = 2.');
  });

  test('has no option that looks like its explanation before it is shown which is right', () => {
    const body = '::: choice a knowledge\nWhich?\n\n- [x] x\n- [ ] y\n\n> $x$\n:::\n';
    const { lesson: one } = readLesson('a', `---\ntitle: A\n---\n${body}`);
    const deck = deckOf(one, null);
    const pages = [
      deck.slides.at(-1)?.html,
      worksheetPage(one)['main'],
      slidesSheet(one, null).main,
    ];
    for (const html of pages) {
      expect(html).toMatch(/\bx\b/);
      expect(html).not.toContain('<math');
    }
    expect(`${modelAnswers(one)}`).toContain('<math');
  });

  test('is in words where its formulas have no room, while it is asked and with its result', () => {
    const drawn = (count: number) => {
      const options = Array.from({ length: count }, (_, at) => `- $\\frac{${at + 1}}{7}$`);
      const body = `::: choice a character\nWhich?\n\n${options.join('\n')}\n:::\n`;
      const deck = deckOf(readLesson('a', `---\ntitle: A\n---\n${body}`).lesson, null);
      const [first] = deck.questions;
      if (first?.tag !== 'character') throw new Error('The lesson asks nothing');
      const polls: readonly PollView[] = [
        { state: 'asking', question: first, round: 1, answersIn: 0 },
        {
          state: 'shown',
          question: first,
          round: 1,
          published: { rung: 'words', right: [], explanation: '' },
        },
      ];
      const look = { drawing: deckDrawing(deck) };
      return polls.map((poll) => `${pollHtml({ code: '', address: '', poll }, look)}`);
    };
    for (const html of drawn(3)) expect(html).toContain('<math');
    for (const html of drawn(5)) {
      expect(html).toContain('<span>1/7</span>');
      expect(html).not.toContain('<math');
    }
  });

  test('stays drawn while a room is open and its lesson is written again', () => {
    const before = deckOf(lesson, null);
    const after = deckOf(readLesson('shares', TEXT.replace('{1}{3}', '{1}{4}')).lesson, null);
    const renewed = keepQuestions(before, after);
    expect(deckDrawing(renewed)('1/3 & more')?.html.toString()).toContain(THIRD);
  });

  test('is drawn where pupils read along, as far as it was shown', () => {
    const id = lesson.blocks[0]?.slides.find(({ kind }) => kind === 'poll')?.id ?? '';
    const named = {
      ...lesson,
      questions: lesson.questions.map((one) => ({
        ...one,
        prompt: one.prompt.replace('{Sam}', 'Kit'),
      })),
    };
    const place = { slide: id, cover: 'none' as const, names: { Sam: 'Kit' } };
    for (const poll of [null, asking({ Sam: 'Kit' })]) {
      const { slides } = pupilsReading(named, null, { ...place, seen: { [id]: 0 }, poll });
      expect(slides[0]?.html).toContain(HALF);
      expect(slides[0]?.html).toContain('Kit');
      expect(slides[0]?.html).not.toContain('msqrt');
    }
  });

  test('is drawn on paper and on the lesson’s page, the answer and why with it where they are for the teacher', () => {
    expect(worksheetPage(lesson)['main']).toContain(HALF);
    expect(worksheetPage(lesson)['main']).not.toContain('msqrt');
    for (const html of [`${modelAnswers(lesson)}`, `${planBlocks(lesson)}`]) {
      expect(html).toContain(`<mn>2</mn>${HALF}`);
      expect(html).toContain('<msqrt><mn>4</mn></msqrt>');
    }
    expect(notesPage(lesson)['main']).toContain('Right: B <math');
    const atHome = `${lessonPart('slides', { lesson, film: null, today: '2026-12-01' }, [])}`;
    expect(atHome).toContain(THIRD);
    expect(atHome).toContain('<msqrt><mn>4</mn></msqrt>');
    expect(sheetsFor(lesson)).toContain('maths');
  });

  test('brings nothing to a lesson without formulas', () => {
    const plain = readLesson('plain', TEXT.replaceAll(/\$[^$]+\$/g, 'a half')).lesson;
    expect(deckOf(plain, null)).not.toHaveProperty('formulas');
    expect(sheetsFor(plain)).not.toContain('maths');
  });
});
