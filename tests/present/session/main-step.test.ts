import { describe, expect, test } from 'vitest';
import type { PollCard } from '../../../src/pages/present/room/poll-card.ts';
import {
  isMainOff,
  isMeantForLast,
  mainStep,
} from '../../../src/pages/present/session/main-step.ts';
import { deck, pressure } from '../a-deck.ts';
import { started, teaching } from '../a-state.ts';

const last = deck.slides.at(-1)?.id ?? '';
const card = (part: Partial<PollCard>): PollCard => ({
  question: pressure,
  round: null,
  state: 'idle',
  elsewhere: false,
  title: 'A question',
  answersIn: null,
  words: '',
  offers: [],
  ...part,
});
const at = (slide: string) => started({ slide });

describe('the main button', () => {
  test('turns the page, and at the end finishes the lesson', () => {
    expect(mainStep(deck, at('title'), null)).toBe('next');
    expect(mainStep(deck, at(last), null)).toBe('finish');
  });

  test('does first what is offered first for the question at hand', () => {
    const steps = (['ask', 'hands', 'close', 'show', 'talk'] as const).map((offer) =>
      mainStep(deck, at('title'), card({ offers: [offer, 'ask-again', 'discard'] })),
    );
    expect(steps).toEqual(['ask', 'hands', 'close', 'show', 'talk']);
  });

  test('never asks again, hides, discards or closes the question of another slide', () => {
    for (const offer of ['ask-again', 'hide', 'discard'] as const) {
      expect(mainStep(deck, at('title'), card({ offers: [offer] }))).toBe('next');
    }
    const elsewhere = card({ state: 'asking', elsewhere: true, offers: ['close'] });
    expect(mainStep(deck, at('title'), elsewhere)).toBe('next');
  });

  test('waits while a question closes, and under the pause', () => {
    const closing = mainStep(deck, at('title'), card({ state: 'closing' }));
    expect([closing, isMainOff(closing, at('title'))]).toEqual(['closing', true]);
    const paused = started({ phase: teaching({ cover: { is: 'pause', over: 'none' } }) });
    const step = mainStep(deck, paused, card({ offers: ['ask'] }));
    expect([step, isMainOff(step, paused)]).toEqual(['next', true]);
  });

  test('takes help off the board, and finishes from the calm end', () => {
    const help = started({ phase: teaching({ cover: { is: 'help' } }) });
    expect(mainStep(deck, help, card({ offers: ['ask'] }))).toBe('uncover');
    const { cover: _, ...running } = teaching();
    const landing = started({ phase: { ...running, is: 'landing', isPaused: false } });
    expect(mainStep(deck, landing, null)).toBe('finish');
  });

  test('leaves no slide by the second press of a double click that did something else', () => {
    const second = (step: 'next' | 'close', before: 'show' | 'next', now: number) =>
      isMeantForLast(step, { step: before, at: 0 }, { now, within: 1000 });
    expect(second('next', 'show', 200)).toBe(true);
    expect(second('next', 'show', 1000)).toBe(false);
    expect(second('next', 'next', 200)).toBe(false);
    expect(second('close', 'show', 200)).toBe(false);
  });
});
