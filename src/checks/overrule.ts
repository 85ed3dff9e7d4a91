import type { TextBlock } from './text-block.ts';
import { nearest } from '../text/nearest.ts';
import type { Problem } from '../document/problem.ts';
import { suppress } from '../document/problem-message.ts';
import type { HazardFacts } from './hazard.ts';
import { isOfBoard, parseSuppressions, type Suppression } from './suppressions.ts';

/** A problem, and whether it is about the lesson as a whole. */
export type FoundProblem = Problem & { readonly isWhole?: true };

/** What overruling needs to know of a lesson, and every hazard there is. */
export type Overruling = {
  readonly text: string;
  readonly textBlocks: readonly TextBlock[];
  readonly hazards: readonly Pick<HazardFacts, 'code' | 'final'>[];
};

/**
 * Turns findings that an author suppresses, `<!-- allow blaming-wording: quoted to correct it -->`,
 * into information, and reports every suppression without effect.
 */
export function overrule(
  found: readonly FoundProblem[],
  { text, textBlocks, hazards }: Overruling,
): readonly Problem[] {
  const suppressions = parseSuppressions(text, textBlocks).filter(
    (suppression) => !isOfBoard(suppression),
  );
  if (suppressions.length === 0) return found.map(withoutMark);
  const final = new Set(hazards.filter((hazard) => hazard.final).map(({ code }) => code));
  const byPlace = suppressionsByPlace(
    suppressions.filter(({ code, reason }) => reason !== '' && !final.has(code)),
  );
  const suppressionOf = ({ code, line, isWhole }: FoundProblem) =>
    byPlace.get({ code, line, isWhole: isWhole === true });
  return applySuppressions(found, {
    suppressions,
    suppressionOf,
    codes: hazards.map(({ code }) => code),
    final,
  });
}

/** Suppressions with how the one for a problem is found, the names they may have, and those of which none counts. */
export type Applying = {
  readonly suppressions: readonly Suppression[];
  readonly suppressionOf: (problem: FoundProblem) => Suppression | undefined;
  readonly codes: readonly string[];
  readonly final: ReadonlySet<string>;
};

/** Turns what is suppressed into information with its reason, and adds what is to be said of suppressions that do nothing. */
export function applySuppressions(
  found: readonly FoundProblem[],
  { suppressions, suppressionOf, codes, final }: Applying,
): readonly Problem[] {
  const used = new Set<Suppression>();
  const overruled = found.map((one): Problem => {
    const suppression = suppressionOf(one);
    const problem = withoutMark(one);
    if (suppression === undefined) return problem;
    used.add(suppression);
    return suppress(problem, suppression.reason);
  });
  return [
    ...overruled,
    ...suppressions.flatMap((suppression, at) =>
      used.has(suppression) ? [] : idle(suppression, { codes, final, hints: at < HINTS }),
    ),
  ];
}

// Of several suppressions for one place the first counts. What is found in a lesson as a whole needs them in its first lines.
function suppressionsByPlace(suppressions: readonly Suppression[]): {
  readonly get: (place: Place) => Suppression | undefined;
} {
  const byLine = new Map<string, Suppression>();
  const put = (key: string, suppression: Suppression) =>
    byLine.has(key) || byLine.set(key, suppression);
  for (const suppression of suppressions) {
    for (let line = suppression.from; line <= suppression.until; line += 1) {
      put(`${line} ${suppression.code}`, suppression);
    }
    if (suppression.isOnTop) put(`whole ${suppression.code}`, suppression);
  }
  return {
    get: ({ code, line, isWhole }) =>
      byLine.get(`${line} ${code}`) ?? (isWhole ? byLine.get(`whole ${code}`) : undefined),
  };
}

type Place = { readonly code: string; readonly line: number; readonly isWhole: boolean };

function withoutMark(found: FoundProblem): Problem {
  const { isWhole, ...problem } = found;
  return isWhole === undefined ? found : problem;
}

/** Explain the first 20 errors only. */
const HINTS = 20;

type Names = {
  readonly codes: readonly string[];
  readonly final: ReadonlySet<string>;
  readonly hints: boolean;
};

function idle(
  { code, reason, line, column }: Suppression,
  { codes, final, hints }: Names,
): readonly Problem[] {
  const tell = (name: string, severity: Problem['severity'], message: string) => [
    { code: name, severity, line, column, message },
  ];
  if (!codes.includes(code)) {
    const meant = hints ? nearest(code, codes) : undefined;
    // “allow time” is a note to oneself.
    if (meant === undefined && reason === '') return [];
    const hint =
      meant === undefined ? 'The names are those that the findings have' : `Is it “${meant}”?`;
    return tell(
      'allow-unknown',
      'warning',
      `Cannot overrule “${code}”: no check that can be overruled has this name. ${hint}`,
    );
  }
  if (final.has(code)) {
    return tell(
      'allow-refused',
      'warning',
      `Cannot let “${code}” stay: no reason makes it safe for a pupil. Correct what is found, and take this line out`,
    );
  }
  if (reason === '') {
    return tell(
      'allow-without-reason',
      'error',
      `Cannot let “${code}” stay: it needs a reason, “<!-- allow ${code}: why it is allowed -->”`,
    );
  }
  return tell(
    'allow-unused',
    'warning',
    `“allow ${code}” overrules nothing: what it was for is gone or is elsewhere. Put it just above the line it is for, or take it out`,
  );
}
