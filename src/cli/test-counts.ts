import * as v from 'valibot';
import { whole } from '../text/schema.ts';

/** How many tests ended how. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** What we read of vitest's JSON report. A file that could not be loaded is `failed` and has no tests. */
const vitestReport = v.object({
  numPassedTests: whole,
  numFailedTests: whole,
  numPendingTests: whole,
  numTodoTests: whole,
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});

/** What we read of Playwright's JSON report. `errors` are those outside of any test. */
const playwrightReport = v.object({
  stats: v.object({ expected: whole, unexpected: whole, flaky: whole, skipped: whole }),
  errors: v.array(v.unknown()),
});

/** Counts vitest's report; a file that could not be loaded counts as one failed test. */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = v.parse(
    vitestReport,
    report,
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests,
  };
}

/** The names of the tests that vitest's report says were skipped. */
export function vitestSkipped(report: unknown): readonly string[] {
  const { testResults } = v.parse(vitestReport, report);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'skipped').map(({ fullName }) => fullName),
  );
}

/** Counts Playwright's report; an error outside of any test counts as one failed test, and so does a test that passes only when repeated. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = v.parse(playwrightReport, report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** The sum of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The last line of `npm test`: `14 passed, 0 failed`, with `, 2 skipped` when any were. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
