/** What a line begins inside of: a comment, or a tag that other tools keep notes in, `<aside class="notes">`, `<div class="notes">`, `<Notes>`; `depth` counts the same tag within it. */
export type CommentOpen = { readonly end: string; readonly depth: number };

/** A line without its comments, and what they said: `open` is null for one that ends in this line. */
export type Uncommented = {
  readonly text: string;
  readonly pieces: readonly {
    readonly content: string;
    /** All of it that stands on this line, its marks too. */
    readonly raw: string;
    readonly end: string;
    readonly column: number;
    readonly open: CommentOpen | null;
  }[];
};

const NO_PIECES: Uncommented['pieces'] = [];

const NOTES_CLASS = String.raw`class(?:name)?\s*=\s*(?:["'][^"'<>]{0,200}(?<![\w-])(?:speaker-|presenter-|teacher-)?notes?(?![\w-])|(?:speaker-|presenter-|teacher-)?notes?(?=[\s>]))`;

// What other tools than Markdown's leave out: Hugo's notes, comments of MDX, of Jinja and of Liquid; each is closed by what `ENDS` says.
const ELSEWHERE = String.raw`\{\{[<%]-?\s*(?:speaker|presenter)?_?notes?\s*-?[>%]\}\}|\{\/\*|\{#(?=\s[^{}]*#\})|\{%-?\s*comment\s*-?%\}|\\note(?:<[^<>]{0,20}>)?\{`;
const ENDS: Readonly<Record<string, readonly [string, RegExp]>> = {
  '{{': ['{{< /note >}}', /\{\{[<%]-?\s*\/\s*(?:speaker|presenter)?_?notes?\s*-?[>%]\}\}/g],
  '{/': ['*/}', /\*\/\}/g],
  '{#': ['#}', /#\}/g],
  '{%': ['{% endcomment %}', /\{%-?\s*endcomment\s*-?%\}/g],
};
const TOKEN = new RegExp(
  String.raw`\`+|<!--|%%(?=[^%]*%%)|${ELSEWHERE}|<(?<holder>aside|div|section|p|span|details)\b[^<>]{0,200}\b${NOTES_CLASS}[^<>]{0,200}>|<(?<notes>notes?|speaker-?notes?|presenter-?notes?)\b[^<>]{0,200}>`,
  'gi',
);
const MAY_BEGIN =
  /\\note[<{]|<(?:!--|aside|div|section|p|span|details|notes?|speaker|presenter)|%%|\{[{/#%]/i;

/** Takes `<!-- … -->`, and what else is never shown, out of a line, but not where it stands in `code`. */
export function takeComments(text: string, open: CommentOpen | null): Uncommented {
  if (open === null && !(/[<%{]/.test(text) && MAY_BEGIN.test(text))) {
    return { text, pieces: NO_PIECES };
  }
  const shown: string[] = [];
  const pieces: Uncommented['pieces'][number][] = [];
  const last = lastRuns(text);
  const lower = text.toLowerCase();
  let at = 0;
  const take = (from: number, inside: CommentOpen, column: number): boolean => {
    const { to, next, depth } = findEnd(lower, from, inside);
    pieces.push({
      content: text.slice(from, to),
      raw: text.slice(column - 1, next),
      end: inside.end,
      column,
      open: depth === 0 ? null : { end: inside.end, depth },
    });
    at = next;
    return depth === 0;
  };
  if (open !== null && !take(0, open, 1)) return { text: '', pieces };
  const token = new RegExp(TOKEN);
  token.lastIndex = at;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark] = found;
    if (mark.startsWith('`')) {
      if ((last.get(mark.length) ?? -1) > found.index) {
        token.lastIndex = runAfter(text, token.lastIndex, mark.length);
      }
      continue;
    }
    if (mark.endsWith('/>')) continue;
    shown.push(text.slice(at, found.index));
    if (!take(token.lastIndex, { end: endOf(mark, found.groups), depth: 1 }, found.index + 1)) {
      break;
    }
    token.lastIndex = at;
  }
  return { text: [...shown, text.slice(at)].join(''), pieces };
}

/** What Obsidian calls a comment, `%%` on a line of its own up to the next. */
export function isCommentFence(text: string): boolean {
  return text.trim() === '%%';
}

function endOf(mark: string, groups: Readonly<Record<string, string | undefined>> = {}): string {
  const tag = groups['holder'] ?? groups['notes'];
  if (tag !== undefined) return `</${tag.toLowerCase()}>`;
  if (mark.startsWith('\\')) return '}';
  return mark === '%%' ? '%%' : (ENDS[mark.slice(0, 2)]?.[0] ?? '-->');
}

// Where it ends: tags are counted, so that a `<div>` in notes does not end them.
function findEnd(
  lower: string,
  from: number,
  { end, depth }: CommentOpen,
): { readonly to: number; readonly next: number; readonly depth: number } {
  const nowhere = { to: lower.length, next: lower.length };
  if (end === '}') return braceEnd(lower, from, depth);
  if (!end.startsWith('</')) {
    const [found, length] = placeOf(lower, from, end);
    return found < 0 ? { ...nowhere, depth } : { to: found, next: found + length, depth: 0 };
  }
  const tag = end.slice(2, -1);
  const either = new RegExp(`<(/?)${tag}(?=[\\s>/])[^<>]*>`, 'g');
  either.lastIndex = from;
  let left = depth;
  for (let found = either.exec(lower); found !== null; found = either.exec(lower)) {
    if (found[0].endsWith('/>')) continue;
    left += found[1] === '/' ? -1 : 1;
    if (left === 0) return { to: found.index, next: found.index + found[0].length, depth: 0 };
  }
  return { ...nowhere, depth: left };
}

// Beamer's `\note{…}` may hold braces of its own.
function braceEnd(
  text: string,
  from: number,
  depth: number,
): { readonly to: number; readonly next: number; readonly depth: number } {
  let left = depth;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') left += 1;
    else if (text[at] === '}') left -= 1;
    if (left === 0) return { to: at, next: at + 1, depth: 0 };
  }
  return { to: text.length, next: text.length, depth: left };
}

function placeOf(lower: string, from: number, end: string): readonly [at: number, length: number] {
  const [, pattern] = Object.values(ENDS).find(([words]) => words === end) ?? [];
  if (pattern === undefined) return [lower.indexOf(end, from), end.length];
  pattern.lastIndex = from;
  const found = pattern.exec(lower);
  return [found?.index ?? -1, found?.[0].length ?? 0];
}

// Where the last run of so many backticks begins, by its length.
function lastRuns(text: string): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (const run of text.matchAll(/`+/g)) last.set(run[0].length, run.index);
  return last;
}

// Just behind the next run of exactly so many backticks.
function runAfter(text: string, from: number, length: number): number {
  const run = /`+/g;
  run.lastIndex = from;
  for (let found = run.exec(text); found !== null; found = run.exec(text)) {
    if (found[0].length === length) return run.lastIndex;
  }
  return text.length;
}
