import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionOf,
  keyTable,
  wordsOfKey,
  type Pressed,
} from '../../../src/pages/present/session/keys.ts';
import { TELLING } from '../../../src/room/phone-protocol.ts';
import { deck } from '../a-deck.ts';

const press = (key: string, rest: Partial<Pressed> = {}) =>
  actionOf({
    key,
    ctrl: false,
    alt: false,
    repeat: false,
    place: 'page',
    inDialog: false,
    letters: true,
    ...rest,
  });

describe('keys', () => {
  test.for([
    [' ', 'main'],
    ['ArrowRight', 'next'],
    ['PageDown', 'clicker'],
    ['Enter', 'clicker'],
    ['F5', 'begin'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['a', 'ask'],
    ['A', 'ask'],
    ['c', 'close'],
    ['s', 'show'],
    ['u', 'hands'],
    ['p', 'film'],
    ['z', 'whole'],
    ['Z', 'whole'],
    ['h', 'help'],
    ['b', 'pause'],
    ['.', 'pause'],
    ['?', 'keys'],
    ['d', 'telling'],
    ['q', 'box'],
    ['o', 'board'],
    ['x', 'skip'],
    ['i', 'stored'],
    ['/', 'find'],
    ['1', null],
  ] as const)('%s does %s', ([key, action]) => {
    expect(press(key)).toBe(action);
  });

  test('of one letter never fire inside a text field, and Ctrl+B pauses from there too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keyTable.flatMap(({ keys }) => keys)),
        (key) => void expect(press(key, { place: 'text' })).toBeNull(),
      ),
    );
    expect(press('b', { place: 'text', ctrl: true })).toBe('pause');
  });

  test('let Space and Enter press the button that has focus', () => {
    expect(press(' ', { place: 'control' })).toBeNull();
    expect(press('Enter', { place: 'control' })).toBeNull();
    expect(press('ArrowRight', { place: 'control' })).toBe('next');
  });

  test('do nothing behind an open dialog but pause the board', () => {
    expect(press('ArrowRight', { inDialog: true })).toBeNull();
    expect(press('b', { inDialog: true })).toBe('pause');
  });

  test('leave a slider its arrows, and pause from it', () => {
    expect([
      press('ArrowRight', { place: 'field' }),
      press(' ', { place: 'field' }),
      press('b', { place: 'field' }),
    ]).toEqual([null, null, 'pause']);
  });

  test('of one sign can all be turned off, and what is left still leads a lesson and pauses it (WCAG 2.1.4)', () => {
    const off = { letters: false };
    const signs = keyTable
      .flatMap(({ keys }) => keys)
      .filter((key) => key.length === 1 && key !== ' ');
    expect(signs.filter((key) => press(key, off) !== null)).toEqual([]);
    expect([press(' ', off), press('PageUp', off), press('b', { ...off, ctrl: true })]).toEqual([
      'main',
      'back',
      'pause',
    ]);
  });

  test('that are held down act once', () => {
    expect(press('ArrowRight', { repeat: true })).toBeNull();
  });

  test('with Ctrl or Alt are left to the browser', () => {
    expect([press('p', { ctrl: true }), press('ArrowLeft', { alt: true })]).toEqual([null, null]);
  });

  test('have one name for what to say to someone who tells, and none of it on the only screen', () => {
    const line = keyTable.find(({ action }) => action === 'telling');
    if (line === undefined) throw new Error('No key opens what to say');
    expect(wordsOfKey(line, deck)).toBe(`${TELLING}: what to say`);
    expect(wordsOfKey(line, deck, false)).toBe('Pause the board');
  });

  test('are each given to one action only', () => {
    const all = keyTable.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });
});
