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
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});

type Suite = {
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
};

const suite: v.GenericSchema<Suite> = v.object({
  specs: v.array(
    v.object({
      title: v.string(),
      file: v.string(),
      tests: v.array(v.object({ status: v.string() })),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => suite))),
});

/** What we read of Playwright's JSON report. `errors` are those outside of any test. */
const playwrightReport = v.object({
  stats: v.object({ expected: whole, unexpected: whole, flaky: whole, skipped: whole }),
  errors: v.array(v.unknown()),
  suites: v.array(suite),
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

/** How a test is named in the last lines of `npm test`: `failed: name`. */
type Ending = 'failed' | 'skipped';

/** The tests that vitest's report says failed or were skipped, and the files that could not be loaded. */
export function vitestNamed(report: unknown): readonly string[] {
  const { testResults } = v.parse(vitestReport, report);
  return testResults.flatMap(({ name, status, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [named('failed', name)]
      : assertionResults.flatMap((test) =>
          test.status === 'failed' || test.status === 'skipped'
            ? [named(test.status, test.fullName)]
            : [],
        ),
  );
}

/** The tests that Playwright's report says failed, those that passed only when repeated among them. */
export function playwrightNamed(report: unknown): readonly string[] {
  return v.parse(playwrightReport, report).suites.flatMap(namedIn);
}

function namedIn({ specs, suites = [] }: Suite): readonly string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(() => named('failed', `${file}: ${title}`)),
  );
  return [...own, ...suites.flatMap(namedIn)];
}

function named(ending: Ending, name: string): string {
  return `${ending}: ${name}`;
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
