/** Files of unit tests that take turns in an ordinary run: of each kind one group a day, which the next day is another. What each proves, another of its kind proves of something like it; each makes whole copies of the program, prints, or fills a machine with requests. */
export const FILE_TURNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'copies of the program': [
    ['tests/cli/windows-pack.test.ts'],
    ['tests/cli/pack.test.ts', 'tests/server/folder-zips.test.ts'],
    ['tests/cli/build.test.ts', 'tests/cli/export.test.ts', 'tests/cli/setup.test.ts'],
  ],
  'sheets printed': [
    ['tests/print/every-sheet.test.ts'],
    ['tests/print/photocopy.test.ts'],
    ['tests/print/print.test.ts', 'tests/print/leaves.test.ts'],
    ['tests/print/pdf.test.ts', 'tests/outputs/handouts/paper.test.ts'],
  ],
  'documents of other programs': [
    ['tests/open/fixtures.test.ts'],
    ['tests/outputs/office/powerpoint.test.ts', 'tests/outputs/office/word.test.ts'],
  ],
  'ways to reach Valkey': [
    ['tests/server/valkey-cluster.test.ts'],
    ['tests/server/valkey-tls.test.ts', 'tests/server/valkey-refused.test.ts'],
  ],
  'keys and requests without end': [
    ['tests/server/right-code.test.ts'],
    ['tests/server/sign-in-flood.test.ts'],
    ['tests/server/fuzz.test.ts'],
  ],
  'a program that waits, or has others beside it': [
    ['tests/site/slow-lesson.test.ts', 'tests/server/moved-clock.test.ts'],
    ['tests/server/processes.test.ts'],
  ],
  'films and pictures of all kinds': [
    ['tests/site/media.test.ts'],
    ['tests/site/film-file.test.ts', 'tests/cards/read-cards.test.ts'],
  ],
  'reports of checks': [
    ['tests/cli/check-board.test.ts'],
    ['tests/cli/check-report.test.ts', 'tests/cli/templates.test.ts'],
  ],
};

/** The files whose turn is on another day than this, a number such as 20261201. */
export function filesNotDue(day: number): ReadonlySet<string> {
  return new Set(
    Object.values(FILE_TURNS).flatMap((groups) =>
      groups.filter((_, at) => at !== day % groups.length).flat(),
    ),
  );
}
