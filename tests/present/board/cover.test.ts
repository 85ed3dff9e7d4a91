import { describe, expect, test } from 'vitest';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import {
  coverOf,
  type PresenterState,
} from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { parseState, serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { deck } from '../a-deck.ts';
import { seen, started } from '../a-state.ts';

const MINUTE = 60_000;

describe('a cover that is pressed twice', () => {
  const pause: PresenterEvent = { type: 'cover', cover: 'pause' };
  const help: PresenterEvent = { type: 'cover', cover: 'help' };
  const land: PresenterEvent = { type: 'land' };
  const clicker: PresenterEvent = {
    type: 'board-message',
    message: { type: 'pause', isLetter: true },
  };
  type Presses = readonly (readonly [number, PresenterEvent])[];
  const pressed = (...presses: Presses): PresenterState =>
    presses.reduce(
      (state, [ms, event]) => reduce(state, event, { deck, now: MINUTE + ms }),
      started(),
    );
  const coverAfter = (...presses: Presses) => coverOf(pressed(...presses));

  test('[R41] is on, by any control and by key and clicker together, for a second', () => {
    for (const press of [pause, help, land]) {
      expect(coverAfter([0, press], [80, press]), press.type).not.toBe('none');
    }
    expect(coverAfter([0, pause], [999, pause])).toBe('pause');
    expect(coverAfter([0, clicker], [80, clicker])).toBe('pause');
    expect(coverAfter([0, clicker], [300, pause])).toBe('pause');
    expect(seen(pressed([0, land], [80, land]))).toMatchObject({ cover: 'help', landing: true });
  });

  test('[R41] comes off after a second, and stays on for as long as it is hammered', () => {
    expect(coverAfter([0, pause], [1000, pause])).toBe('none');
    expect(coverAfter([0, pause], [600, pause], [1200, pause], [1800, pause])).toBe('pause');
  });

  test('[R41] is off once, and can be put on again after a second, or at once by another control', () => {
    expect(coverAfter([0, pause], [5000, pause], [5080, pause])).toBe('none');
    expect(coverAfter([0, pause], [5000, pause], [5600, pause], [6000, pause])).toBe('pause');
    expect(coverAfter([0, pause], [5000, pause], [5080, help])).toBe('help');
  });

  test('[R41] is not taken off by another control in that second, and lands from the pause at once', () => {
    expect(seen(pressed([0, land], [80, help]))).toMatchObject({ cover: 'help', landing: true });
    expect(seen(pressed([0, pause], [80, land]))).toMatchObject({ cover: 'help', landing: true });
  });

  test('[R40] put over help, a pause goes back to help, with its landing or without, and over a slide to the slide', () => {
    expect(seen(pressed([0, help], [5000, pause], [9000, pause]))).toMatchObject({
      cover: 'help',
      landing: false,
    });
    expect(seen(pressed([0, land], [5000, pause], [9000, pause]))).toMatchObject({
      cover: 'help',
      landing: true,
    });
    expect(
      coverAfter(
        [0, help],
        [5000, pause],
        [9000, pause],
        [13_000, help],
        [17_000, pause],
        [21_000, pause],
      ),
    ).toBe('none');
    const paused = pressed([0, help], [5000, pause]);
    const reloaded = parseState(serialiseState(paused, 6000), deck, 7000);
    expect(coverOf(reduce(reloaded, pause, { deck, now: MINUTE }))).toBe('help');
  });

  test('[R41] works where the clock is put back', () => {
    expect(coverAfter([5000, pause], [0, pause])).toBe('none');
  });
});
