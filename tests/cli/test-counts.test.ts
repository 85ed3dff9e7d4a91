import { describe, expect, test } from 'vitest';
import {
  addCounts,
  closingLine,
  playwrightCounts,
  playwrightNamed,
  vitestCounts,
  vitestNamed,
} from '../../src/cli/test-counts.ts';

const vitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    {
      name: 'one.test.ts',
      status: 'passed',
      assertionResults: [{ status: 'passed', fullName: 'one' }],
    },
  ],
};
const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
const playwright = { stats, errors: [], suites: [] };

describe('the closing line of npm test', () => {
  test('adds up both kinds of test', () => {
    expect(closingLine(addCounts(vitestCounts(vitest), playwrightCounts(playwright)))).toBe(
      '5 passed, 0 failed, 2 skipped',
    );
  });

  test('does not speak of skipped tests when there are none', () => {
    expect(closingLine(playwrightCounts(playwright))).toBe('2 passed, 0 failed');
  });

  test('comes after the names of the tests that failed or were skipped', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'one' },
      { status: 'skipped', fullName: 'another' },
      { status: 'failed', fullName: 'a third' },
    ];
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ];
    expect(vitestNamed({ ...vitest, testResults })).toEqual([
      'skipped: another',
      'failed: a third',
      'failed: b.test.ts',
    ]);
  });

  test('comes after the journeys that failed, those that passed only when repeated among them', () => {
    const spec = (title: string, status: string) => ({
      ...{ title, file: 'browser/a.spec.ts' },
      tests: [{ status }],
    });
    const suites = [
      {
        specs: [spec('one', 'expected'), spec('another', 'unexpected')],
        suites: [{ specs: [spec('a third', 'flaky'), spec('a fourth', 'skipped')] }],
      },
    ];
    expect(playwrightNamed({ ...playwright, suites })).toEqual([
      'failed: browser/a.spec.ts: another',
      'failed: browser/a.spec.ts: a third',
    ]);
  });

  test('counts a test file that could not be loaded as failed', () => {
    expect(
      vitestCounts({
        ...vitest,
        testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }],
      }).failed,
    ).toBe(1);
  });

  test('counts an error outside of any test, and a test that passed only when repeated, as failed', () => {
    expect(
      playwrightCounts({
        ...playwright,
        stats: { ...stats, flaky: 1 },
        errors: [{ message: 'no' }],
      }).failed,
    ).toBe(2);
  });
});
