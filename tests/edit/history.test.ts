import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addVersion,
  endsVersion,
  MAX_HISTORY_CHARACTERS,
  MAX_VERSIONS,
  type History,
  type LessonVersion,
} from '../../src/edit/history.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const version = (text: string, saved: number, taughtOn: string | null = null): LessonVersion => ({
  text,
  saved,
  taughtOn,
});
const after = (all: readonly LessonVersion[]): History =>
  all.reduce<History>((history, one) => addVersion(history, one, dayOf), []);

/** What a term may bring: some texts come back, some are taught. */
const term = fc.array(
  fc.record({
    text: fc.integer({ min: 0, max: 300 }).map(String),
    saved: fc.integer({ min: 0, max: 40 * DAY }),
    taughtOn: fc.option(
      fc.integer({ min: 0, max: 40 }).map((day) => dayOf(day * DAY)),
      { freq: 3 },
    ),
  }),
  { minLength: 60, maxLength: 200, size: 'max' },
);

/** How much is lost with a version: what was taught most, then the first of a day. */
function weight({ saved, taughtOn }: LessonVersion, history: History): number {
  if (taughtOn !== null) return 2;
  return history.find((one) => dayOf(one.saved) === dayOf(saved))?.saved === saved ? 1 : 0;
}

describe('the history of a lesson', () => {
  test('[E8] has fifty versions at most, in the order of time, no text or time twice, and the newest', () => {
    fc.assert(
      fc.property(term, (all) => {
        const history = after(all);
        const times = history.map(({ saved }) => saved);
        const texts = history.map(({ text }) => text);
        expect(history.length).toBeLessThanOrEqual(MAX_VERSIONS);
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts).toContain(all.at(-1)?.text);
      }),
    );
  });

  test('[E8] loses what was taught last of all, and the first of a day after others of it', () => {
    let full = 0;
    fc.assert(
      fc.property(term, (all) => {
        const before = after(all);
        const fresh = version('fresh', 41 * DAY);
        const now = addVersion(before, fresh, dayOf);
        const isLeft = new Set(now.map(({ text }) => text));
        const gone = before.filter(({ text }) => !isLeft.has(text));
        full += gone.length;
        const lost = gone.map((one) => weight(one, before));
        const left = before.filter(({ text }) => isLeft.has(text));
        const lightest = Math.min(...left.map((one) => weight(one, before)));
        expect(Math.max(0, ...lost)).toBeLessThanOrEqual(Math.max(0, lightest));
      }),
    );
    expect(full).toBeGreaterThan(10);
  });

  test('[E8] has the first of each of thirty days, and what was taught, after an evening of typing', () => {
    const month = Array.from({ length: 30 }, (_, day) => version(`Day ${day}`, day * DAY));
    const taught = version('Taught', 29 * DAY + 5, '1970-01-30');
    const evening = Array.from({ length: 200 }, (_, at) =>
      version(`Evening ${at}`, 30 * DAY + at * MINUTE),
    );
    const texts = after([...month, taught, ...evening]).map(({ text }) => text);
    expect(texts).toEqual([
      ...month.map(({ text }) => text),
      'Taught',
      'Evening 0',
      ...evening.slice(-18).map(({ text }) => text),
    ]);
  });

  test('[E8] has a text once, since it was first so, with the last day on which it was taught', () => {
    const history = after([
      version('A', 1),
      version('A', 2, '2026-11-24'),
      version('B', 3),
      version('A', 4),
      version('A', 5, '2026-11-27'),
    ]);
    expect(history).toEqual([version('A', 1, '2026-11-27'), version('B', 3)]);
  });

  test('[E8] has no more characters than two of the longest lessons, and always the newest', () => {
    const third = MAX_HISTORY_CHARACTERS / 2 - 1;
    const long = (letter: string, saved: number) => version(letter.repeat(third), saved);
    const all = [version('Taught', 0, '1970-01-01'), long('a', 1), long('b', 2), long('c', 3)];
    expect(after(all).map(({ text }) => text[0])).toEqual(['T', 'c']);
    const longest = version('d'.repeat(MAX_HISTORY_CHARACTERS + 1), 4);
    expect(after([...all, longest])).toEqual([longest]);
  });

  test('[E8] begins a version with the next ten minutes of the clock, and not before', () => {
    expect(endsVersion(0, 10 * MINUTE - 1)).toBe(false);
    expect(endsVersion(0, 10 * MINUTE)).toBe(true);
    expect(endsVersion(10 * MINUTE - 1, 10 * MINUTE)).toBe(true);
    expect(endsVersion(MINUTE, MINUTE)).toBe(false);
  });
});
