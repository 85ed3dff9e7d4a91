import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../../src/lesson/read-memory.ts';
import {
  deckOf,
  deckWith,
  notesOf,
  type PresentFilm,
} from '../../../src/outputs/board/make-deck.ts';
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
subject: history
stage: KS3
nation: England
setting: school
names: [Alex, Sam, Kit]
roles: {asks: Alex, is asked: Sam}
films: [clip]
content note: Someone is left out.
---
## Begin (5 min)
# Pressure

### Who is who
{Kit} asks {Kit} again.

::: choice ask knowledge before
What is $x$?
- [x] Yes
- [ ] No
:::

## The film (5 min)
::: film 0:10-
### Stop one at 0:20: What does {Alex} ask {Sam}?
:::

## End (5 min)
::: after ask
:::

::: help
:::
`;

const SAFE = LESSON.replace('subject: history', 'subject: safeguarding');

const FILMS_OF_IT = [null, film, { ...film, manifest: { ...film.manifest, contentNote: '' } }];

test.each([
  ['a name', LESSON, 'Kit]', 'Robin]'],
  ['a role', LESSON, 'asks: Alex', 'asks: Kit'],
  ['a stage', SAFE, 'stage: KS3', 'stage: KS2'],
  ['a subject', LESSON, 'subject: history', 'subject: geography'],
  ['a nation', SAFE, 'nation: England', 'nation: Wales'],
  ['a setting', LESSON, 'setting: school', 'setting: youth work'],
  ['a content note', LESSON, 'Someone is left out.', 'Someone is cross.'],
  ['the end of the film', LESSON, '0:10-', '0:10-0:50'],
  ['a question that is asked again', LESSON, 'What is $x$?', 'What is $y$?'],
  ['a formula of one', LESSON, 'What is $x$?', 'What is x?'],
  ['an option', LESSON, '- [ ] No', '- [ ] Perhaps'],
])('slides are drawn again where %s of the lesson has changed', (_, text, from, to) => {
  const memory = openReadMemory();
  const [before, after] = [text, text.replace(from, to)].map(
    (one) => readLesson('kit', one, { memory }).lesson,
  );
  const isOther = FILMS_OF_IT.map((shown) => {
    const was = before && deckOf(before, shown);
    const is = after && deckOf(after, shown);
    expect(is).toEqual(after && newDeck(after, shown));
    return JSON.stringify(was?.slides) !== JSON.stringify(is?.slides);
  });
  expect(isOther).toContain(true);
});

test('notes are drawn again where a name of the lesson has changed', () => {
  const memory = openReadMemory();
  const text = '---\ntitle: Kit\nnames: [Kit]\n---\n# One\n{Kit} is well.\n\nNotes:\nAsk {Kit}.\n';
  for (const one of [text, text.replace('[Kit]', '{Kit: Robin}')]) {
    const { lesson } = readLesson('kit', one, { memory });
    deckOf(lesson, null);
    expect(notesOf(lesson)).toEqual(notesOf(structuredClone(lesson)));
  }
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
