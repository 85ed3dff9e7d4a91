import { expect, test } from 'vitest';
import { deckOf, notesOf } from '../../../src/outputs/board/make-deck.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { transcriptPage } from '../../../src/outputs/handouts/transcript.ts';
import { planPage } from '../../../src/outputs/plan/plan.ts';
import { worksheetPage } from '../../../src/outputs/handouts/worksheet.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const read = readLesson(
  'one-stop',
  `---
title: T
film: clip
---
::: film 0:02-0:18
### Stop the-ask at 0:09: What is going on?
Talk in threes.

Notes:
Wait for it.
::: choice how character
How much pressure is there?
- A little
- A lot
:::
:::
`,
);
const manifest = { title: 'Clip', rights: '', contentNote: '', fps: 25, length: 20, stops: {} };
const film = { slug: 'clip', manifest };
const { slides } = deckOf(read.lesson, film);

test('one stop of the plan is a pause of the film, a prompt on the board and a question after it', () => {
  expect(read.problems).toEqual([]);
  expect(
    slides.map((slide) =>
      slide.kind === 'film' ? [slide.kind, slide.from, slide.to] : slide.kind,
    ),
  ).toEqual([['film', 2, 9], 'stop', 'poll', ['film', 9, 18]]);
  expect(slides[1]?.html).toMatch(/Stop 1 of 1.*What is going on\?.*Talk in threes\./s);
  expect(slides[2]?.html).toContain('How much pressure is there?');
});

test('it is a note for the presenter, lines on the worksheet, a mark in the film in words, and its place in the plan', () => {
  expect(notesOf(read.lesson)['stop-the-ask']).toBe('<p>Wait for it.</p>');
  expect(notesOf(read.lesson)['film-2']).toContain('It stops by itself where this part ends.');
  const sheet = worksheetPage(read.lesson)['main'] ?? '';
  expect(sheet).toMatch(
    /<h2><b[^>]*>Stop 1<\/b> What is going on\?<\/h2><div class="write-lines">.*<h2>How much pressure is there\?<\/h2><ul class="sheet__options/s,
  );
  const words = { manifest, captions: [{ start: 9, text: 'Hello' }], descriptions: [] };
  expect(transcriptPage(read.lesson, words)['main']).toMatch(
    /Stop 1 of 1, 0:09<\/b> What is going on\?.*<b>0:09<\/b> Hello/s,
  );
  expect(planPage(read, { ...NO_MEDIA, film })['main']).toContain(
    'from 0:02 to 0:18, stops at 0:09',
  );
});
