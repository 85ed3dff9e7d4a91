import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../../src/lesson/read-memory.ts';
import { deckOf, deckWith, type PresentFilm } from '../../../src/outputs/board/make-deck.ts';
import type { Deck } from '../../../src/outputs/board/deck.ts';
import type { Lesson } from '../../../src/lesson/lesson.ts';
import { anyVersions } from '../../lesson/any-changes.ts';
import { everyKind } from './lesson.ts';
import { runs } from '../../thorough.ts';

const film: PresentFilm = {
  slug: 'clip',
  manifest: {
    title: 'The clip',
    rights: '',
    contentNote: 'Someone is sad.',
    fps: 25,
    length: 60,
    stops: { one: 5, here: 9 },
  },
};
const FILMS = [null, film, { ...film, manifest: { ...film.manifest, title: 'Another clip' } }];

const clip = (contentNote: string): PresentFilm => ({
  slug: 'clip',
  manifest: {
    title: contentNote,
    rights: '',
    contentNote,
    fps: 25,
    length: 20,
    stops: { 'first-stop': 8, 'second-stop': 14 },
  },
});

/** A deck of a lesson of which nothing was drawn before. */
const newDeck = (lesson: Lesson, shown: PresentFilm | null, homeSite = ''): Deck =>
  deckWith(structuredClone(lesson), { film: shown, awaited: null, homeSite });

test('a deck is the same whatever was drawn of the lesson before', () => {
  fc.assert(
    fc.property(
      anyVersions,
      fc.constantFrom(...FILMS),
      fc.constantFrom(...FILMS),
      (texts, a, b) => {
        const memory = openReadMemory();
        for (const text of texts) {
          const { lesson } = readLesson('any', text, { memory });
          for (const shown of [a, b]) {
            expect(deckOf(lesson, shown)).toEqual(newDeck(lesson, shown));
          }
        }
      },
    ),
    runs(200),
  );
});

const LESSON = `---
title: Kit
stage: KS3
names:
  friend: Sam
content note: Someone is sad.
---
## Begin (5 min)
### Who is who
{friend} asks {friend} again.

::: choice ask view before
What is $x$?
- Yes
- No
:::

## End (5 min)
::: after ask

::: help
:::
`;

test.each([
  ['a name', 'friend: Sam', 'friend: Kit'],
  ['a stage', 'stage: KS3', 'stage: KS2'],
  ['a content note', 'Someone is sad.', 'Someone is cross.'],
  ['a question that is asked again', 'What is $x$?', 'What is $y$?'],
  ['a formula of one', 'What is $x$?', 'What is $x^2$?'],
  ['an option', '- Yes', '- Perhaps'],
  ['a subject', 'title: Kit', 'title: Kit\nsubject: safeguarding'],
])('slides are drawn again where %s of the lesson has changed, which they show', (_, from, to) => {
  const memory = openReadMemory();
  deckOf(readLesson('kit', LESSON, { memory }).lesson, null);
  expect(LESSON).toContain(from);
  const { lesson } = readLesson('kit', LESSON.replace(from, to), { memory });
  expect(deckOf(lesson, null)).toEqual(newDeck(lesson, null));
});

test('slides are drawn again where another film plays', () => {
  const lesson = everyKind();
  const shownOf = (film: PresentFilm | null) =>
    deckOf(lesson, film)
      .slides.filter(({ html }) => /Numbers|Letters/.test(html))
      .map(({ html }) => html.includes('Numbers'));
  expect([null, clip('Numbers'), clip('Letters'), null].map(shownOf)).toEqual([
    [],
    [true, true, true],
    [false, false, false],
    [],
  ]);
});

test('the last slide is drawn again where it leads home to another site', () => {
  const { lesson } = readLesson('kit', LESSON);
  for (const homeSite of ['help.example.org', 'home.example.org', '']) {
    expect(deckWith(lesson, { film: null, awaited: null, homeSite })).toEqual(
      newDeck(lesson, null, homeSite),
    );
  }
});
