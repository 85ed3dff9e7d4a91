import { expect, test } from 'vitest';
import { keptThings, privacyPage } from '../../src/handout/privacy.ts';
import { ROOM_MS } from '../../src/room/room.ts';
import { KEPT_MS } from '../../src/pages/present/saved-desk.ts';

const page = privacyPage()['main'] ?? '';

test('the page opens with the words that every pupil is told', () => {
  expect(page).toContain('We don’t ask your name. Your teacher sees totals. School computers may still be checked to keep people safe.');
});

test('it promises no more than there is: nothing is called impossible, secret or safe from everyone', () => {
  expect(page).not.toMatch(/nobody can (know|see|tell|find)|completely|guarantee|secret\b|impossible|100%|truly anonymous/i);
});

test('the times it names are the times of the program', () => {
  const minutes = [...page.matchAll(/(\d+) minutes/g)].map(([, number]) => Number(number) * 60_000);
  expect(minutes.length).toBeGreaterThan(0);
  expect(new Set(minutes)).toEqual(new Set([ROOM_MS]));
  expect(KEPT_MS).toBe(ROOM_MS);
});

test('everything that is kept has a place and an end', () => {
  for (const thing of keptThings) expect(Object.values(thing).filter((words) => words.trim() === '')).toEqual([]);
  for (const { what } of keptThings) expect(page).toContain(what);
});
