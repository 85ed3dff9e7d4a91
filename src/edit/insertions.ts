import type { layouts } from '../document/layouts.ts';
import { kindNames, kinds, type KindName } from '../questions/kinds.ts';
import { slideFences, slideKinds, type FencedSlideKind } from '../slides/kinds.ts';
import { namesOf, tableOf } from '../text/own.ts';
import type { Insert } from '../ui/insert.ts';

/** Where an insertion is found in the menu. */
export type InsertGroup = 'Slides' | 'Questions' | 'On a slide' | 'Handouts' | 'For you';

/** What can be put into a lesson, and where it is found. */
export type Insertion = Insert & { readonly group: InsertGroup };

// Without the layout that stands only within another.
type Layout = Exclude<keyof typeof layouts, 'column'>;

/** The word after `/` that brings an insertion. */
export type InsertWord =
  | KindName
  | Layout
  | FencedSlideKind
  | 'part'
  | 'slide'
  | HandoutWord
  | 'notes';

type HandoutWord = 'worksheet' | 'slips' | 'cutout' | 'letter';

// A kind of slide that a fence opens, and one of question, says itself how it is put in.
const fenced = tableOf(slideFences, (word): Insertion => ({
  ...slideKinds[word].fence.insert,
  icon: slideKinds[word].icon,
  group: 'Slides',
}));

const questions = tableOf(kindNames, (kind): Insertion => ({
  ...kinds[kind].insert,
  group: 'Questions',
}));

/** Every insertion by its word: a layout that is missing here does not compile. */
export const insertions: Readonly<Record<InsertWord, Insertion>> = {
  slide: {
    group: 'Slides',
    name: 'Slide',
    about: 'A heading, and points below it',
    icon: 'plus',
    text: () => '### ‹Heading of the slide›\n\n- A point\n- Another point\n',
  },
  part: {
    group: 'Slides',
    name: 'Part of the lesson',
    about: 'Its minutes count in the outline',
    icon: 'clock',
    text: () => '## ‹Name of the part› (5 min)\n\n### First slide\n',
  },
  ...fenced,
  ...questions,
  chat: {
    group: 'On a slide',
    name: 'Chat',
    about: 'Messages between people',
    icon: 'people',
    text: () => '::: chat\n‹Sam›: Are you coming?\nAlex: In a minute.\n:::\n',
  },
  cards: {
    group: 'On a slide',
    name: 'Cards',
    about: 'Cards to sort into groups',
    icon: 'box',
    text: () => '::: cards\n### ‹One group›\n- A card\n\n### Another group\n- Another card\n:::\n',
  },
  columns: {
    group: 'On a slide',
    name: 'Two columns',
    about: 'Words side by side',
    icon: 'screens',
    text: () => ':::: columns\n::: column\n‹Left side›\n:::\n\n::: column\nRight side\n:::\n::::\n',
  },
  reveal: {
    group: 'On a slide',
    name: 'One by one',
    about: 'Each point comes with a press',
    icon: 'next',
    text: () => '::: reveal\n- ‹First›\n- Second\n:::\n',
  },
  steps: {
    group: 'On a slide',
    name: 'Worked example',
    about: 'Steps of working, one by one',
    icon: 'list',
    text: () => '::: steps\n1. ‹First step›\n2. Second step\n:::\n',
  },
  timer: {
    group: 'On a slide',
    name: 'Timer',
    about: 'A clock that counts down',
    icon: 'clock',
    text: () => '::: timer 2:00\n‹What to do meanwhile›\n:::\n',
  },
  worksheet: {
    group: 'Handouts',
    name: 'Worksheet',
    about: 'Tasks, and lines to write on',
    icon: 'sheet',
    text: () => `:::: handout
title: ‹My worksheet›
about: One for each {pupil}

# {on the board}

## 1. What did you find out?

::: lines 4
Write two things.
:::

## 2. What would you ask next?

::: box
One question is enough.

::: lines 2
:::
:::

## Words to know

::: key words
:::
::::
`,
  },
  slips: {
    group: 'Handouts',
    name: 'Slips',
    about: 'Eight on a page',
    icon: 'sheet',
    text: () => `:::: handout
title: ‹Exit slips›
about: Eight on a page, to cut out and collect at the door

::: cut 8
## Before you go

One thing I learned:

::: lines 3
:::
:::
::::
`,
  },
  cutout: {
    group: 'Handouts',
    name: 'Cut-out cards',
    about: 'Four on a page',
    icon: 'sheet',
    text: () => `:::: handout
title: ‹My cards›
about: Four on a page, one set for each pair
copies: each pair

::: cut 4
## One card

What is on it.

+++

## Another card

What is on it.

+++

## A third card

What is on it.

+++

## A fourth card

What is on it.
:::
::::
`,
  },
  letter: {
    group: 'Handouts',
    name: 'Letter home',
    about: 'To parents and carers',
    icon: 'sheet',
    text: () => `:::: handout
title: ‹Letter home›
about: To parents and carers, some days before the lesson
audience: parents

# {lesson}

From: {school}

On: ___ {Class}: ___

Dear parents and carers,

On this day your child’s {class} has a lesson called “{lesson}”.

## What they should be able to say afterwards

::: objectives
:::

## Good to know

You can see everything that is shown. Ask us, before or after the lesson.

What you would like to ask: ___
::::
`,
  },
  notes: {
    group: 'For you',
    name: 'Notes',
    about: 'Only you see them',
    icon: 'book',
    text: () => 'Notes:\n‹What you say and do here.›\n',
  },
};

/** What has a dialog of its own, which asks for it. */
export type AskedWord = 'picture' | 'film';

/** All that is asked for, by its word; these come first in their group. */
export const askedFor: Readonly<Record<AskedWord, Omit<Insertion, 'text'>>> = {
  picture: {
    group: 'On a slide',
    name: 'Picture',
    about: 'From this computer',
    icon: 'picture',
  },
  film: {
    group: 'On a slide',
    name: 'Film',
    about: 'One that Wholeclass has',
    icon: 'film',
  },
};

/** The words of all that is asked for, in the order of the menu. */
export const askedWords: readonly AskedWord[] = namesOf(askedFor);

/** The words of all insertions, in the order of the menu. */
export const insertWords: readonly InsertWord[] = namesOf(insertions);

/** True for what is a slide of its own. */
export function isSlide(word: InsertWord): boolean {
  const { group } = insertions[word];
  return group === 'Slides' || group === 'Questions';
}

/** True for what is printed, and on no slide. */
export function isHandout(word: InsertWord): boolean {
  return insertions[word].group === 'Handouts';
}

/** The order of the groups in the menu. */
export const insertGroups: readonly InsertGroup[] = [
  'Slides',
  'For you',
  'Questions',
  'On a slide',
  'Handouts',
];

/** An insertion as it goes into a text: on lines of its own, with a blank line above and below; `before` and `after` are what stands around it. Which of its characters are selected counts from its start. */
export type Inserted = { readonly text: string; readonly from: number; readonly to: number };

/** The text of an insertion for a place in a lesson. */
export function insertedAt(
  markup: string,
  { before, after }: { readonly before: string; readonly after: string },
): Inserted {
  const above = before === '' ? '' : '\n'.repeat(Math.max(0, 2 - newlinesAtEnd(before)));
  const below = after === '' || after.startsWith('\n') ? '' : '\n';
  const whole = above + markup;
  const from = whole.indexOf('‹');
  const to = whole.indexOf('›');
  const text = whole.replaceAll(/[‹›]/g, '') + below;
  if (from < 0 || to < from) {
    return { text, from: text.length - below.length, to: text.length - below.length };
  }
  return { text, from, to: to - 1 };
}

function newlinesAtEnd(text: string): number {
  return /\n{0,2}$/.exec(text)?.[0].length ?? 0;
}

/** A name for a new question that none of a lesson has: `question-3`. */
export function freshQuestionId(text: string): string {
  const taken = new Set(
    [...text.matchAll(/^:::+ *[a-z]+ +([a-z0-9-]+)/gm)].map(([, id = '']) => id),
  );
  let n = 1;
  while (taken.has(`question-${n}`)) n += 1;
  return `question-${n}`;
}
