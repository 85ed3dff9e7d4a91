import { expect, test } from 'vitest';
import { parseStart, serialiseStart } from '../../../src/pages/present/start/typed-start.ts';

const typed = {
  pupils: 24,
  tablets: 'own',
  bell: '10:40',
  screens: 'two',
  lead: 'The lead',
  ticked: ['watched', 'paper'],
} as const;

test('what was typed and ticked comes back with its page of the tab', () => {
  expect(parseStart(serialiseStart(typed))).toEqual(typed);
});

test('what another page of the tab holds is nothing that was typed here', () => {
  const other = { ...serialiseStart(typed), ticked: ['other'] };
  for (const state of [null, 7, {}, { ticked: ['watched'] }, other]) {
    expect(parseStart(state)).toBe(null);
  }
});
