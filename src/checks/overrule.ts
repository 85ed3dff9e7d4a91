import { readLines } from '../lesson/lines.ts';
import type { Passage } from '../lesson/read-passages.ts';
import type { Problem } from '../text/problem.ts';

/** An author's word that a finding may stand: it counts for the passage on the next line that is not blank, up to the line `until`. */
type Pardon = { readonly code: string; readonly reason: string; readonly line: number; readonly column: number; readonly until: number };

/** Turns findings that the author overrules, `<!-- allow blaming-wording: quoted to be put right -->`, into information; one without a reason is an error. */
export function overrule(found: readonly Problem[], text: string, passages: readonly Passage[]): readonly Problem[] {
  const pardons = readPardons(text, passages);
  const reasons = reasonsByPlace(pardons);
  const overruled = found.map((problem): Problem => {
    const reason = reasons.get(placeOf(problem.code, problem.line));
    if (reason === undefined) return problem;
    return { ...problem, severity: 'info', message: `${problem.message}. It may stand, says the lesson: ${reason}` };
  });
  const silent = pardons.filter(({ reason }) => reason === '').map(withoutReason);
  return [...overruled, ...silent];
}

// Of several pardons for one line the first counts.
function reasonsByPlace(pardons: readonly Pardon[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { code, reason, line, until } of pardons) {
    for (let at = line + 1; reason !== '' && at <= until; at += 1) {
      const place = placeOf(code, at);
      if (!reasons.has(place)) reasons.set(place, reason);
    }
  }
  return reasons;
}

function placeOf(code: string, line: number): string {
  return `${line} ${code}`;
}

function withoutReason({ code, line, column }: Pardon): Problem {
  const message = `Cannot let “${code}” stand: it needs a reason, “<!-- allow ${code}: why it may stand -->”`;
  return { code: 'allow-without-reason', severity: 'error', line, column, message };
}

function readPardons(text: string, passages: readonly Passage[]): readonly Pardon[] {
  if (!text.includes('<!--')) return [];
  const lines = readLines(text);
  const ends = new Map(passages.toReversed().map(({ pieces }) => [pieces[0]?.line, pieces.at(-1)?.line]));
  return lines.flatMap((source, at) => {
    const [mark, code, reason] = /<!--[ \t]*allow[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)(?:[ \t]*:([^>]{0,500}))?[ \t]*-->/.exec(source.text) ?? [];
    if (mark === undefined || code === undefined) return [];
    const isAlone = source.text.trim() === mark;
    const line = isAlone ? source.line : source.line - 1;
    const next = isAlone ? (lines.slice(at + 1, at + 4).find((after) => after.text.trim() !== '')?.line ?? source.line) : source.line;
    return [{ code, reason: (reason ?? '').trim(), line, column: source.text.indexOf(mark) + 1, until: ends.get(next) ?? next }];
  });
}
