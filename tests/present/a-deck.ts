import { careParts } from '../../src/subjects/pack.ts';
import type { Deck, DeckSlide } from '../../src/outputs/board/deck.ts';
import type { AskedQuestion, PrivateAsked, SharedAsked } from '../../src/poll/question.ts';
import type { PollView, StaffView } from '../../src/room/protocol.ts';

const options = [
  { id: 'a', label: 'A', text: 'None' },
  { id: 'b', label: 'B', text: 'A lot' },
];

/** A question about a character, and one about how sure someone is. */
export const pressure: SharedAsked = {
  id: 'pressure',
  kind: 'choice',
  picks: 'one',
  tag: 'character',
  prompt: 'How much pressure is Sam under?',
  options,
};
export const sure: PrivateAsked = {
  id: 'sure',
  kind: 'scale',
  picks: 'one',
  tag: 'confidence',
  prompt: 'How sure are you?',
  options,
};

const slide = (id: string, block: string) => ({
  id,
  block,
  heading: `The ${id}`,
  html: `<h2>The ${id}</h2>`,
  steps: 0,
});

const cards = { unknown: '<h2>A film</h2>', awaited: '<h2>The awaited film</h2>' };

const slides: readonly DeckSlide[] = [
  { ...slide('title', 'start'), kind: 'title' },
  { ...slide('rules', 'start'), kind: 'text' },
  { ...slide('sure', 'start'), kind: 'poll', question: 'sure', rounds: [1, 2, 3] },
  { ...slide('part-1', 'film'), kind: 'film', from: 0, to: 30, cards },
  { ...slide('stop-1', 'film'), kind: 'stop' },
  { ...slide('pressure', 'film'), kind: 'poll', question: 'pressure', rounds: [1, 2, 3] },
  { ...slide('part-2', 'film'), kind: 'film', from: 30, to: null, cards },
  { ...slide('help', 'close'), kind: 'help' },
];

/** A lesson of eight slides in three blocks of 4, 10 and 6 minutes, and an optional one of 8 that has none. */
export const deck: Deck = {
  slug: 'a-lesson',
  title: 'A lesson',
  boardTitle: 'A calm title',
  audience: 'pupils',
  staff: { approval: 'each term', care: careParts, reviewedBy: [] },
  wayOut: true,
  help: '<h2>You can tell someone</h2>',
  names: {},
  blocks: [
    { id: 'start', title: 'Start', minutes: 4, optional: false, carries: [] },
    { id: 'film', title: 'Film and stops', minutes: 10, optional: false, carries: ['ending'] },
    { id: 'more', title: 'More', minutes: 8, optional: true, carries: [] },
    { id: 'close', title: 'Close', minutes: 6, optional: false, carries: ['help', 'ending'] },
  ],
  cuts: [],
  slides,
  awaited: null,
  film: {
    title: 'A film',
    src: 'media/a/film.mp4',
    captions: null,
    descriptions: null,
    chapters: null,
    fps: 25,
    length: 48,
  },
  questions: [sure, pressure],
};

/** The teacher's view of a room, with whatever the test is about. */
export function aView(part: Partial<StaffView> = {}): StaffView {
  const seats = { taken: 27, cap: 33 };
  const room = {
    n: 1,
    code: 'BKT472',
    state: 'open',
    lesson: 'a-lesson',
    pupils: 30,
    devices: true,
    shared: false,
    lead: null,
    address: '192.0.2.7',
  } as const;
  return {
    ...room,
    seats,
    poll: null,
    hands: null,
    handsOf: 0,
    after: [],
    discussed: [],
    mayDiscard: [],
    discarded: {},
    closed: {},
    slide: null,
    stage: null,
    box: { isOpen: false, notes: [] },
    deadline: 0,
    ...part,
  };
}

/** A question that is open for answers. */
export function asking(question: AskedQuestion, answersIn = 20): PollView {
  return { state: 'asking', question, round: 1, answersIn };
}
