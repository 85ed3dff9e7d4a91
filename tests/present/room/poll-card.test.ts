import { describe, expect, test } from 'vitest';
import type { Deck, DeckSlide } from '../../../src/outputs/board/deck.ts';
import {
  coveredCard,
  inFivesText,
  pollCardOf,
  waitingResult,
} from '../../../src/pages/present/room/poll-card.ts';
import { aView, asking, deck, pressure, sure } from '../a-deck.ts';

const card = (slide: string, view: ReturnType<typeof aView> | null, devices = false) =>
  pollCardOf(deck, slide, { view, devices });
const closed = (part: object) =>
  aView({ closed: { pressure: { round: 1, mayShow: true, enough: true, ...part } } });

describe('the poll card', () => {
  test('is not there on a slide without a question', () => {
    expect(card('title', aView())).toBeNull();
  });

  test('offers to ask and to count hands before there is a room', () => {
    expect(card('pressure', null)).toMatchObject({ state: 'idle', offers: ['ask', 'hands'] });
  });

  test('[D2] says to a class of under ten, before it is asked, to talk and not to count', () => {
    expect(card('pressure', aView({ pupils: 9 }))?.words).toContain('Talk, don’t count');
    expect(
      pollCardOf(deck, 'pressure', { view: null, devices: false, pupils: 9 })?.words,
    ).toContain('Talk, don’t count');
    expect(card('pressure', aView({ pupils: 10 }))?.words).not.toContain('Talk');
  });

  test('never offers hands for how sure someone is, and without tablets nothing at all', () => {
    expect(card('sure', null)).toMatchObject({ offers: [] });
    expect(card('sure', null, true)).toMatchObject({ offers: ['ask'] });
    expect(card('sure', aView({ poll: asking(sure) }))).toMatchObject({ offers: ['close'] });
  });

  test('[R53] offers to read cards for what is known while it is open, and in no subject that needs an approval or care', () => {
    const law = { ...pressure, id: 'law', tag: 'knowledge' } as const;
    const slides = deck.slides.map((slide) =>
      slide.id === 'pressure'
        ? ({ ...slide, kind: 'poll', question: 'law', rounds: [1] } as const)
        : slide,
    );
    const general: Deck = {
      ...deck,
      slides,
      questions: [law],
      staff: { approval: 'none', care: [], reviewedBy: [] },
    };
    const offersIn = (lesson: Deck, view = aView({ poll: asking(law), devices: false })) =>
      pollCardOf(lesson, 'pressure', { view, devices: false })?.offers;
    expect(offersIn(general)).toEqual(['hands', 'close', 'cards']);
    expect(offersIn(general, aView())).toEqual(['ask', 'hands']);
    expect(
      offersIn({ ...general, staff: { approval: 'each term', care: [], reviewedBy: [] } }),
    ).toEqual(['hands', 'close']);
    const careful = { approval: 'none', care: ['telling'], reviewedBy: [] } as const;
    expect(offersIn({ ...general, staff: careful })).toEqual(['hands', 'close']);
    expect(offersIn({ ...general, staff: null })).toEqual(['hands', 'close']);
    const five = [1, 2, 3, 4, 5].map((n) => ({
      id: `${n}`,
      label: 'ABCDE'[n - 1] ?? '',
      text: '',
    }));
    for (const other of [
      pressure,
      { ...law, picks: 'several' as const },
      { ...law, options: five },
    ]) {
      const view = aView({ poll: asking({ ...other, id: 'law' }), devices: false });
      expect(offersIn(general, view)).not.toContain('cards');
    }
  });

  test('[R53] says how many cards were read, in fives, and may then be closed', () => {
    const view = aView({ poll: asking(pressure, 0), devices: false, cards: 25 });
    expect(card('pressure', view)).toMatchObject({
      words: 'About 25 cards read.',
      offers: ['close', 'hands'],
    });
    expect(card('pressure', { ...view, hands: { a: 10 }, handsOf: 10 })?.words).toBe(
      '10 hands counted. About 25 cards read. More answers than {pupils}: close it and ask again, if you like.',
    );
  });

  test('[R21] offers to discard the answers of a closed question as long as the room says so, and last of all', () => {
    const view = (part: object) => ({ ...closed({}), ...part });
    expect(card('pressure', view({ mayDiscard: ['pressure'] }))?.offers).toEqual([
      'show',
      'ask-again',
      'discard',
    ]);
    expect(card('pressure', view({ mayDiscard: [] }))?.offers).toEqual(['show', 'ask-again']);
    const before = aView({
      closed: { sure: { round: 1, mayShow: false, enough: false } },
      mayDiscard: ['sure'],
    });
    expect(card('sure', before)?.offers.at(-1)).toBe('discard');
  });

  test('[R21] counts a discarded round among the three times that a question may be asked', () => {
    expect(card('pressure', aView({ discarded: { pressure: 1 } }))).toMatchObject({
      state: 'idle',
      offers: ['ask', 'hands'],
    });
    expect(card('pressure', aView({ discarded: { pressure: 3 } }))).toMatchObject({
      offers: [],
      words: expect.stringContaining('asked 3 times'),
    });
    const twice = aView({
      closed: { pressure: { round: 2, mayShow: true, enough: true } },
      discarded: { pressure: 1 },
    });
    expect(card('pressure', twice)?.offers).toEqual(['show']);
  });

  test('gives the answers by tablet in fives, and never a count of one', () => {
    expect(card('pressure', aView({ poll: asking(pressure, 20) }))).toMatchObject({
      title: 'Poll is open · tablets',
      answersIn: 20,
      offers: ['close', 'hands'],
    });
    expect([0, 5, 20].map(inFivesText)).toEqual(['Fewer than 5', '5+', '20+']);
  });

  test('[R3] says that there are more answers than pupils, as far as fives can tell', () => {
    const words = (answersIn: number, part: object = {}) =>
      card('pressure', aView({ pupils: 28, poll: asking(pressure, answersIn), ...part }))?.words;
    expect([words(25), words(30)]).toEqual([
      '',
      expect.stringContaining('More answers than {pupils}'),
    ]);
    expect(words(20, { hands: { a: 9 }, handsOf: 9 })).toMatch(
      /^9 hands counted\. More answers than \{pupils\}/,
    );
  });

  test('says how many hands were counted, and lets them be counted again', () => {
    const view = aView({
      devices: false,
      poll: asking(pressure, 0),
      hands: { a: 9, b: 18 },
      handsOf: 27,
    });
    expect(card('pressure', view)).toMatchObject({
      answersIn: null,
      words: '27 hands counted.',
      offers: ['close', 'hands'],
    });
  });

  test('keeps an open question at hand on every other slide', () => {
    expect(card('help', aView({ poll: asking(pressure) }))).toMatchObject({
      elsewhere: true,
      state: 'asking',
      words: 'Still open: How much pressure is Sam under?',
    });
  });

  test('offers to close an open question from another slide, and not to count hands for what is out of sight', () => {
    expect(card('help', aView({ devices: false, poll: asking(pressure) }))?.offers).toEqual([
      'close',
    ]);
  });

  test('offers to show what may be shown once it is closed', () => {
    expect(card('pressure', closed({}))?.offers).toEqual(['show', 'ask-again']);
  });

  test('offers talk in pairs in the place of a result, where there are too few answers', () => {
    expect(card('pressure', closed({ enough: false }))).toMatchObject({
      words: expect.stringContaining('Let pairs talk instead'),
      offers: ['talk', 'ask-again'],
    });
  });

  test('never offers to show how sure the class is', () => {
    const view = aView({ closed: { sure: { round: 1, mayShow: false, enough: false } } });
    expect(card('sure', view)).toMatchObject({ state: 'closed', offers: ['ask-again'] });
    expect(card('sure', view)?.words).toContain('Talk, don’t show');
  });

  describe('of a question asked before and after', () => {
    const twice: Deck = {
      ...deck,
      slides: deck.slides.flatMap((slide): readonly DeckSlide[] =>
        slide.id !== 'sure' || slide.kind !== 'poll'
          ? [slide]
          : [
              { ...slide, rounds: [1] },
              { ...slide, id: 'sure-after', rounds: [2, 3] },
            ],
      ),
    };
    const at = (slide: string, part: Parameters<typeof aView>[0]) =>
      pollCardOf(twice, slide, { view: aView(part), devices: true });
    const after = (round: number) => ({
      closed: { sure: { round, mayShow: false, enough: false } },
    });

    test('opens the first round before, and the second after, even where the first was left out', () => {
      expect(at('sure', {})).toMatchObject({ state: 'idle', round: null, offers: ['ask'] });
      expect(at('sure-after', {})).toMatchObject({
        state: 'idle',
        title: 'The same question again',
        round: 2,
        offers: ['ask'],
      });
      expect(at('sure-after', after(1))).toMatchObject({ state: 'idle', round: 2 });
    });

    test('is closed before once it was asked there, and is not asked there again', () => {
      expect(at('sure', after(1))).toMatchObject({ state: 'closed', offers: [] });
      expect(at('sure', after(1))?.words).toContain('when the lesson is over');
      expect(at('sure', after(2))).toMatchObject({ state: 'closed', offers: [] });
      expect(at('sure-after', after(2))).toMatchObject({
        state: 'closed',
        round: 3,
        offers: ['ask-again'],
      });
    });

    test('is elsewhere on its other slide while it is open', () => {
      expect(at('sure', { poll: asking(sure) })?.elsewhere).toBe(false);
      expect(at('sure-after', { poll: asking(sure) })).toMatchObject({
        elsewhere: true,
        offers: ['close'],
      });
    });
  });

  test('asks no question a fourth time', () => {
    expect(card('pressure', closed({ round: 3 }))?.offers).toEqual(['show']);
  });

  test('offers to hide a result that is on the board', () => {
    const view = aView({
      poll: {
        state: 'shown',
        question: pressure,
        round: 1,
        published: { rung: 'words', right: [], explanation: '' },
      },
    });
    expect(card('pressure', view)).toMatchObject({ state: 'shown', offers: ['hide', 'ask-again'] });
  });

  test('has the explanation that the board has no room for, for the teacher to say', () => {
    const shown = (explanation: string) =>
      card(
        'pressure',
        aView({
          poll: {
            state: 'shown',
            question: pressure,
            round: 1,
            published: { rung: 'words', right: [], explanation },
          },
        }),
      )?.words;
    const long = 'Someone who asks again after a no is the one to stop. '.repeat(12);
    expect(shown(long)).toContain(long);
    expect(shown('Asking stops at a no.')).not.toContain('Asking stops');
  });

  test('offers nothing of a result that is behind the help slide, and still closes an open question there', () => {
    const shown = card(
      'pressure',
      aView({
        poll: {
          state: 'shown',
          question: pressure,
          round: 1,
          published: { rung: 'words', right: [], explanation: '' },
        },
      }),
    );
    expect(shown && coveredCard(shown)).toMatchObject({
      title: 'Help is on the board',
      offers: [],
    });
    const open = card('pressure', aView({ poll: asking(pressure) }));
    expect(open && coveredCard(open)).toEqual(open);
  });

  test('tells on any other slide which result is ready, until it is shown, and never where too few answered', () => {
    const poll = { state: 'closed', question: pressure, round: 1 } as const;
    const ready = { ...closed({}), poll };
    expect(waitingResult(deck, 'part-2', ready)).toEqual({ slide: 'pressure', question: pressure });
    expect(waitingResult(deck, 'pressure', ready)).toBeNull();
    expect(waitingResult(deck, 'part-2', { ...closed({ enough: false }), poll })).toBeNull();
    expect(waitingResult(deck, 'part-2', { ...closed({}), poll: asking(pressure) })).toBeNull();
    expect(waitingResult(deck, 'part-2', null)).toBeNull();
  });
});
