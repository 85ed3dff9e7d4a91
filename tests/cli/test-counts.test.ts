import { describe, expect, test } from 'vitest';
import {
  addCounts,
  closingLine,
  playwrightCounts,
  vitestCounts,
  vitestSkipped,
} from '../../src/cli/test-counts.ts';

const vitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed', fullName: 'one' }] }],
};
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('the closing line of npm test', () => {
  test('adds up both kinds of test', () => {
    expect(closingLine(addCounts(vitestCounts(vitest), playwrightCounts(playwright)))).toBe(
      '5 passed, 0 failed, 2 skipped',
    );
  });

  test('does not speak of skipped tests when there are none', () => {
    expect(closingLine(playwrightCounts(playwright))).toBe('2 passed, 0 failed');
  });

  test('comes after the names of the tests that were skipped', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'one' },
      { status: 'skipped', fullName: 'another' },
    ];
    expect(
      vitestSkipped({ ...vitest, testResults: [{ status: 'passed', assertionResults }] }),
    ).toEqual(['another']);
  });

  test('counts a test file that could not be loaded as failed', () => {
    expect(
      vitestCounts({ ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }).failed,
    ).toBe(1);
  });

  test('counts an error outside of any test, and a test that passed only when repeated, as failed', () => {
    expect(
      playwrightCounts({ stats: { ...playwright.stats, flaky: 1 }, errors: [{ message: 'no' }] })
        .failed,
    ).toBe(2);
  });
});
