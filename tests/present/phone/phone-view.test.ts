import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PollCard } from '../../../src/pages/present/room/poll-card.ts';
import { phoneView, type PhoneParts } from '../../../src/pages/present/phone/phone-view.ts';
import { phoneViewSchema } from '../../../src/room/phone-protocol.ts';
import type { StaffView } from '../../../src/room/protocol.ts';
import { readAs } from '../../../src/text/schema.ts';
import { aView, deck, pressure } from '../a-deck.ts';
import { openRoom, started, teaching } from '../a-state.ts';

beforeAll(() => void vi.stubGlobal('document', { documentElement: { dataset: {} } }));
afterAll(() => vi.unstubAllGlobals());

const parts = (part: Partial<PhoneParts> = {}): PhoneParts => ({
  deck,
  state: started({ slide: 'title' }),
  card: null,
  notes: null,
  answered: null,
  now: 0,
  ...part,
});

test('[R44] a phone is shown the main button’s own words, the place and what comes next, and reads all of it', () => {
  const view = phoneView(parts());
  expect(view).toMatchObject({
    phase: 'running',
    slide: { id: 'title', n: 1, heading: 'The title' },
    main: { step: 'next', words: 'Next', isOff: false },
    isBackOff: true,
  });
  expect(view.next).toBe(view.slides[1]?.heading);
  expect(readAs(phoneViewSchema, view)).toEqual(view);
});

test('[R45] nothing that a pupil wrote, and no private result, is in what a phone is shown', () => {
  const secrets: Partial<StaffView> = {
    box: { isOpen: true, notes: [{ id: 'n', text: 'kestrel-note' }] } as never,
    after: [{ words: 'osprey-after' }] as never,
  };
  const room = openRoom({ view: aView(secrets) });
  const state = started({
    slide: 'title',
    phase: teaching({ room }),
    after: [{ words: 'heron-after' }] as never,
  });
  const text = JSON.stringify(phoneView(parts({ state })));
  expect(text).not.toMatch(/kestrel|osprey|heron/);
});

test('past the end a phone is shown by how much, as the desk is', () => {
  const state = started({ slide: 'title', bell: 10 * 60_000 });
  const clockAt = (minutes: number) => phoneView(parts({ state, now: minutes * 60_000 })).clock;
  expect([clockAt(9), clockAt(10), clockAt(15)]).toEqual([
    { minutes: 1, words: 'Near the end', isLate: true },
    { minutes: 0, words: 'Near the end', isLate: true },
    { minutes: -5, words: 'Past the end', isLate: true },
  ]);
  expect(readAs(phoneViewSchema, phoneView(parts({ state, now: 15 * 60_000 })))).not.toBeNull();
});

test('under the pause the main button waits, and the picture is what the class sees', () => {
  const state = started({
    slide: 'title',
    phase: teaching({ cover: { is: 'pause', over: 'none' } }),
  });
  const view = phoneView(parts({ state }));
  expect(view).toMatchObject({ cover: 'pause', main: { isOff: true }, isBackOff: true });
  expect(view.picture).toContain('Pause and think');
  expect(view.picture).not.toContain('The title');
});

test.each([
  ['join', 'How to join is on the board'],
  ['help', 'The help slide is on the board'],
] as const)(
  'over an open question a phone says that %s is on the board, and how many have answered',
  (is, title) => {
    const card: PollCard = {
      question: pressure,
      round: null,
      state: 'asking',
      elsewhere: false,
      title: 'Poll is open',
      answersIn: 10,
      words: '',
      offers: ['close'],
    };
    const state = started({ slide: 'title', phase: teaching({ cover: { is } }) });
    expect(phoneView(parts({ state, card }))).toMatchObject({
      main: { step: 'uncover', words: 'Back to the slide' },
      status: { title, words: '10+ answers in.' },
    });
  },
);

test('a slide that is too large to send is shown by its heading', () => {
  const large = {
    ...deck,
    slides: deck.slides.map((one) => ({ ...one, html: 'x'.repeat(30_000) })),
  };
  const view = phoneView(parts({ deck: large }));
  expect([view.picture, view.slide.heading]).toEqual(['', 'The title']);
});
