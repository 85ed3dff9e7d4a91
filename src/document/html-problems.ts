import type { Token } from 'markdown-it';
import type { SourceLine } from './source-line.ts';
import type { Problem } from '../document/problem.ts';
import { htmlTags } from './html-tags.ts';
import { leftOutLink, leftOutOf, type LeftOut } from './left-out.ts';
import { takesItsText } from './sanitise.ts';

/** A piece of HTML as it is written, and the lines of the slide it lies in, from 0. */
type Piece = { readonly html: string; readonly from: number; readonly to: number };

/** Where something is written: a line of the slide from 0, and a column from 0. */
type Spot = { readonly at: number; readonly column: number };

/** What of a slide's HTML and links will not be on the board: each with its line, and with what a teacher would do instead. */
export function htmlProblems(
  tokens: readonly Token[],
  lines: readonly SourceLine[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  const [find, findLink] = [spotFinder(lines), spotFinder(lines)];
  const tell = (
    { at, column }: Spot,
    { code, severity, message }: Pick<Problem, 'code' | 'severity' | 'message'>,
  ) => {
    const line = lines[at]?.line ?? 1;
    const once = `${line} ${message}`;
    if (!reported.has(once)) problems.push({ code, severity, line, column: column + 1, message });
    reported.add(once);
  };
  const leaveOut = (spot: Spot, one: LeftOut) => tell(spot, leftOutProblem(one));
  const pieces = piecesOf(tokens, (address, from, to) =>
    leftOutLink(address).forEach((one) => leaveOut(findLink(address, { from, to }), one)),
  );
  let inside: { readonly name: string; readonly spot: Spot } | null = null;
  for (const piece of pieces) {
    const lower = piece.html.toLowerCase();
    const leaves = (name: string, from: number) => lower.indexOf(`</${name}`, from);
    let from: number = inside === null ? 0 : leaves(inside.name, 0);
    if (from < 0) continue;
    inside = null;
    for (const tag of htmlTags(piece.html)) {
      if (tag.at < from) continue;
      const written = piece.html.slice(tag.at, tag.at + 1 + tag.name.length);
      const spot = find(written, piece);
      leftOutOf(tag).forEach((one) => leaveOut(spot, one));
      if (!tag.ends) tell(spot, noEnd(`${written}…`, 'a “>”'));
      if (!tag.ends || !takesItsText(tag.name)) continue;
      from = leaves(tag.name.toLowerCase(), tag.at);
      if (from >= 0) continue;
      inside = { name: tag.name.toLowerCase(), spot };
      break;
    }
  }
  if (inside !== null) tell(inside.spot, noEnd(`<${inside.name}>`, `“</${inside.name}>”`));
  return problems;
}

function leftOutProblem({
  what,
  instead,
  shows,
  lacks,
}: LeftOut): Pick<Problem, 'code' | 'severity' | 'message'> {
  if (lacks) {
    return {
      code: 'embedded-media',
      severity: 'error',
      message: `Cannot show “${what}”: ${instead}`,
    };
  }
  return {
    code: shows ? 'hidden-text' : 'left-out',
    severity: shows ? 'error' : 'warning',
    message: `“${what}” is left out: ${instead}`,
  };
}

function noEnd(tag: string, wanted: string): Pick<Problem, 'code' | 'severity' | 'message'> {
  return {
    code: 'unclosed-html',
    severity: 'error',
    message: `Cannot find the end of “${tag.slice(0, 40)}”: it needs ${wanted}, what follows is not shown`,
  };
}

function piecesOf(
  tokens: readonly Token[],
  link: (address: string, from: number, to: number) => void,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, to] = [0, 0];
  for (const { type, content, map, children } of tokens) {
    if (map !== null) [from, to] = map;
    if (type === 'html_block') pieces.push({ html: content, from, to });
    for (const child of children ?? []) {
      if (child.type === 'html_inline') pieces.push({ html: child.content, from, to });
      if (child.type === 'link_open') link(String(child.attrGet('href') ?? ''), from, to);
    }
  }
  return pieces;
}

/** Report no more than this many: no one reads on. */
const MAX_MISSED = 20;

// Finds things in the order they are written; what is written otherwise than it reads is on the first of its lines.
function spotFinder(
  lines: readonly SourceLine[],
): (words: string, within: { readonly from: number; readonly to: number }) => Spot {
  let last: Spot = { at: 0, column: 0 };
  let missed = 0;
  return (words, { from, to }) => {
    for (let at = Math.max(from, last.at); missed < MAX_MISSED && at < to; at += 1) {
      const column = (lines[at]?.text ?? '').indexOf(words, at === last.at ? last.column : 0);
      if (column < 0) continue;
      last = { at, column: column + 1 };
      return { at, column };
    }
    missed += 1;
    return { at: from, column: 0 };
  };
}
