import { expect, test } from 'vitest';
import { afterAmong } from '../../src/ui/lesson-after.view.ts';

const card = (slug: string, follows: string | null, plan: string | null = null) => ({
  slug,
  title: slug,
  follows: follows === null ? [] : [follows],
  plan,
  isDraft: false,
  opens: true,
});

test('the lesson that follows is the one that names it, and of a lesson that teaches another’s plan the one that follows the plan', () => {
  const all = [
    card('pressure', null),
    card('with-our-film', null, 'pressure'),
    card('again', 'pressure'),
    card('with-words', null, 'pressure'),
    card('with-words-again', 'with-words'),
  ];
  expect(afterAmong(all, 'pressure')?.slug).toBe('again');
  expect(afterAmong(all, 'with-our-film')?.slug).toBe('again');
  expect(afterAmong(all, 'with-words')?.slug).toBe('with-words-again');
  expect(afterAmong(all, 'again')).toBe(null);
  expect(afterAmong(all, 'not-here')).toBe(null);
});

test('a lesson that names two follows each of them', () => {
  const both = { ...card('again', null), follows: ['pressure', 'in-messages'] };
  const all = [card('pressure', null), card('in-messages', null), both];
  expect(afterAmong(all, 'pressure')?.slug).toBe('again');
  expect(afterAmong(all, 'in-messages')?.slug).toBe('again');
});

test('a draft, and a lesson that does not open, follow nothing', () => {
  const all = [card('pressure', null), { ...card('again', 'pressure'), isDraft: true }];
  expect(afterAmong(all, 'pressure')).toBe(null);
  expect(afterAmong([{ ...card('again', 'pressure'), opens: false }], 'pressure')).toBe(null);
});
