import { readLines } from '../lesson/lines.ts';
import type { Passage } from '../lesson/read-passages.ts';
import type { Problem } from '../text/problem.ts';

/** An author's word that a finding may stand: it counts for the passage on the next line that is not blank. */
type Pardon = { readonly code: string; readonly reason: string; readonly line: number; readonly column: number; readonly until: number };

/** Turns findings that the author overrules, `<!-- allow blaming-wording: quoted to be put right -->`, into information; one without a reason is an error. */
export function overrule(found: readonly Problem[], text: string, passages: readonly Passage[]): readonly Problem[] {
  const pardons = readPardons(text, passages);
  const overruled = found.map((problem): Problem => {
    const pardon = pardons.find(
      ({ code, reason, line, until }) => reason !== '' && code === problem.code && problem.line > line && problem.line <= until,
    );
    if (pardon === undefined) return problem;
    return { ...problem, severity: 'info', message: `${problem.message}. It may stand, says the lesson: ${pardon.reason}` };
  });
  const silent = pardons.filter(({ reason }) => reason === '').map(withoutReason);
  return [...overruled, ...silent];
}

function withoutReason({ code, line, column }: Pardon): Problem {
  const message = `Cannot let “${code}” stand: it needs a reason, “<!-- allow ${code}: why it may stand -->”`;
  return { code: 'allow-without-reason', severity: 'error', line, column, message };
}

function readPardons(text: string, passages: readonly Passage[]): readonly Pardon[] {
  const lines = readLines(text);
  return lines.flatMap((source, at) => {
    const [mark, code, reason] = /<!--[ \t]*allow[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)(?:[ \t]*:([^>]*))?[ \t]*-->/.exec(source.text) ?? [];
    if (mark === undefined || code === undefined) return [];
    const isAlone = source.text.trim() === mark;
    const line = isAlone ? source.line : source.line - 1;
    const next = isAlone ? (lines.slice(at + 1, at + 4).find((after) => after.text.trim() !== '')?.line ?? source.line) : source.line;
    const passage = passages.find(({ pieces }) => pieces[0]?.line === next);
    return [{ code, reason: (reason ?? '').trim(), line, column: source.text.indexOf(mark) + 1, until: passage?.pieces.at(-1)?.line ?? next }];
  });
}
