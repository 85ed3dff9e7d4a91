import type { PicturePlace } from '../document/parse.ts';
import type { Fix, Problem } from '../document/problem.ts';
import { missingPicture } from '../lesson/picture-file.ts';
import { titlePlace } from './lesson-title.ts';
import { counted } from '../text/counted.ts';

/** How much a finding weighs: what keeps the lesson from being taught as it is meant, and what is advice. */
export type Weight = 'fix' | 'suggestion';

/** Something found in a text, where it stands: the line from 1, and the characters from `from` up to `to`, counted from the start of the text; with one press for each way to mend it. */
export type Finding = {
  readonly weight: Weight;
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly Fix[];
};

/** The problems of a text as findings, in the order of the text; what asks for nothing is none, nor is a title that its first heading gives, where who writes sees it. A fix that would write outside the text is left out. */
export function findingsOf(problems: readonly Problem[], text: string): readonly Finding[] {
  const starts = lineStarts(text);
  const isNamed = titlePlace(text) !== null;
  const findings = problems.flatMap(
    ({ severity, code, message, line, column, fixes = [] }): readonly Finding[] => {
      if (severity === 'info' || (isNamed && code === 'no-title')) return [];
      const at = Math.min(Math.max(line, 1), starts.length);
      const start = starts[at - 1] ?? 0;
      const end = (starts[at] ?? text.length + 1) - 1;
      return [
        {
          weight: severity === 'error' ? 'fix' : 'suggestion',
          code,
          message,
          line: at,
          from: Math.min(start + column - 1, end),
          to: end,
          fixes: fixes.filter(({ from, to }) => from >= 0 && from <= to && to <= text.length),
        },
      ];
    },
  );
  return findings.toSorted((a, b) => a.from - b.from);
}

/** What is wrong with a text whose pictures of these paths are nowhere, as the program's check has it, and what to do here. */
export function missingPictures(
  pictures: readonly PicturePlace[],
  missing: ReadonlySet<string>,
): readonly Problem[] {
  return pictures
    .filter(({ path }) => missing.has(path))
    .map((place) => {
      const problem = missingPicture(place, 'show');
      return { ...problem, message: `${problem.message}. Put it in with “Picture”` };
    });
}

/** What there is to do, in words: `1 to fix, 2 suggestions`. */
export function findingsInWords(findings: readonly Pick<Finding, 'weight'>[]): string {
  const toFix = findings.filter(({ weight }) => weight === 'fix').length;
  const others = findings.length - toFix;
  const suggestions = counted(others, 'suggestion');
  if (findings.length === 0) return 'Nothing to fix';
  if (toFix === 0) return suggestions;
  return others === 0 ? `${toFix} to fix` : `${toFix} to fix, ${suggestions}`;
}

/** A text with a fix in it. */
export function withFix(text: string, { from, to, insert }: Fix): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
