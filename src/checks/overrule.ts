import type { Passage } from '../lesson/passage.ts';
import { nearest } from '../text/nearest.ts';
import type { Problem } from '../document/problem.ts';
import { suppress } from '../document/problem-message.ts';
import type { HazardFacts } from './hazard.ts';
import { isOfBoard, readPardons, type Pardon } from './pardons.ts';

/** What overruling needs to know of a lesson, and every hazard there is. */
export type Overruling = {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly hazards: readonly Pick<HazardFacts, 'code' | 'final'>[];
};

/** Turns findings that the author overrules, `<!-- allow blaming-wording: quoted to be put right -->`, into information, and tells of every pardon that does nothing. */
export function overrule(
  found: readonly Problem[],
  { text, passages, hazards }: Overruling,
): readonly Problem[] {
  const pardons = readPardons(text, passages).filter((pardon) => !isOfBoard(pardon));
  if (pardons.length === 0) return found;
  const final = new Set(hazards.filter((hazard) => hazard.final).map(({ code }) => code));
  const byPlace = pardonsByPlace(
    pardons.filter(({ code, reason }) => reason !== '' && !final.has(code)),
  );
  const pardonOf = ({ code, line, column }: Problem) => byPlace.get(placeOf(code, line, column));
  return applyPardons(found, { pardons, pardonOf, codes: hazards.map(({ code }) => code), final });
}

/** Pardons with how the one for a problem is found, the names they may have, and those of which none counts. */
export type Applying = {
  readonly pardons: readonly Pardon[];
  readonly pardonOf: (problem: Problem) => Pardon | undefined;
  readonly codes: readonly string[];
  readonly final: ReadonlySet<string>;
};

/** Turns what is pardoned into information with its reason, and adds what is to be said of pardons that do nothing. */
export function applyPardons(
  found: readonly Problem[],
  { pardons, pardonOf, codes, final }: Applying,
): readonly Problem[] {
  const used = new Set<Pardon>();
  const overruled = found.map((problem): Problem => {
    const pardon = pardonOf(problem);
    if (pardon === undefined) return problem;
    used.add(pardon);
    return suppress(problem, pardon.reason);
  });
  return [
    ...overruled,
    ...pardons.flatMap((pardon, at) =>
      used.has(pardon) ? [] : idle(pardon, { codes, final, hints: at < HINTS }),
    ),
  ];
}

// Of several pardons for one place the first counts. What is found in a lesson as a whole stands at 1:1.
function pardonsByPlace(pardons: readonly Pardon[]): {
  readonly get: (place: Place) => Pardon | undefined;
} {
  const byLine = new Map<string, Pardon>();
  const put = (key: string, pardon: Pardon) => byLine.has(key) || byLine.set(key, pardon);
  for (const pardon of pardons) {
    for (let line = pardon.from; line <= pardon.until; line += 1) {
      put(`${line} ${pardon.code}`, pardon);
    }
    if (pardon.isOnTop) put(`whole ${pardon.code}`, pardon);
  }
  return {
    get: ({ code, line, isWhole }) =>
      byLine.get(`${line} ${code}`) ?? (isWhole ? byLine.get(`whole ${code}`) : undefined),
  };
}

type Place = { readonly code: string; readonly line: number; readonly isWhole: boolean };

function placeOf(code: string, line: number, column: number): Place {
  return { code, line, isWhole: line === 1 && column === 1 };
}

/** The first slips are explained; whoever has a hundred has another trouble. */
const HINTS = 20;

type Names = {
  readonly codes: readonly string[];
  readonly final: ReadonlySet<string>;
  readonly hints: boolean;
};

function idle(
  { code, reason, line, column }: Pardon,
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
      `Cannot let “${code}” stand: no reason makes it safe for a pupil. Put right what is found, and take this line out`,
    );
  }
  if (reason === '') {
    return tell(
      'allow-without-reason',
      'error',
      `Cannot let “${code}” stand: it needs a reason, “<!-- allow ${code}: why it may stand -->”`,
    );
  }
  return tell(
    'allow-unused',
    'warning',
    `“allow ${code}” overrules nothing: what it was for is gone or stands elsewhere. Put it right above the line it is for, or take it out`,
  );
}
