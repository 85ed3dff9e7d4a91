import { IN_BRACES } from '../../document/braces.ts';
import type { Node, Span } from '../../document/nodes.ts';
import { findHead } from '../../lesson/head.ts';
import { readLines } from '../../document/lines.ts';
import type { WrittenField } from '../../lesson/lesson.ts';
import type { Problem } from '../../document/problem.ts';
import type { Handout, ReadHandout } from './handout.ts';
import { NO_HEAD, readHandoutHead, type HandoutHead } from './handout-head.ts';
import { readPieces } from './read-pieces.ts';

/** What stands behind the name of a sheet in easy read: fewer and plainer words, written by its author. */
const EASY = 'easy';

/** Reads a handout from its Markdown, `name` being its file’s without `.md`: `letter-home`, `letter-home.ur` for a translation, or `letter-home.easy` in easy read. Never throws on what is written there. */
export function readHandout(name: string, text: string): ReadHandout {
  const lines = readLines(text);
  const [base = name, variant = ''] = name.split('.');
  const isEasy = variant === EASY;
  const found = findHead(lines, (field) => field === 'title' || field === 'audience');
  const { checkedBy, ...head } = found === null ? NO_HEAD : readHandoutHead(found.map);
  const body = readPieces(found?.rest ?? lines);
  const problems = [...(found?.map.problems ?? []), ...missing(head, found), ...body.problems];
  if (body.pieces.length === 0) {
    problems.push(atTop('empty-handout', 'error', 'Cannot print this handout: it has no words'));
  }
  const handout: Handout = {
    ...head,
    slug: isEasy ? `${base}-${EASY}` : base,
    title: head.title || base,
    translation: isEasy || variant === '' ? null : { language: variant, checkedBy },
    fields: fieldsIn(lines.slice(0, lines.length - (found?.rest ?? lines).length)),
    pieces: body.pieces,
    pictures: [...new Set(body.pictures.map(({ path }) => path))],
  };
  return {
    handout,
    pictures: body.pictures,
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

// The fields that people read; a library and an index have the title and what it is about.
function fieldsIn(head: ReturnType<typeof readLines>): readonly WrittenField[] {
  return head.flatMap(({ text, line }): readonly WrittenField[] => {
    const [, name, words] = /^(title|about|reviewed):\s*(\S.*)$/.exec(text) ?? [];
    if (name === undefined || words === undefined) return [];
    const span = { line, column: text.indexOf(words) + 1 };
    return [{ name, words: { kind: 'document', audience: 'teacher', children: nodesOf(words, span) } }];
  });
}

// A word of the catalogue in braces is a node of its own, as in the text below.
function nodesOf(words: string, { line, column }: Span): readonly Node[] {
  let from = 0;
  return words.split(IN_BRACES).map((part, at): Node => {
    const isField = at % 2 === 1;
    const span = { line, column: column + from + (isField ? 1 : 0) };
    from += part.length + (isField ? 2 : 0);
    return isField ? { kind: 'field', span, name: part } : { kind: 'text', span, text: part };
  });
}

function missing(
  { title, reviewed }: Omit<HandoutHead, 'checkedBy'>,
  found: { readonly isClosed: boolean } | null,
): readonly Problem[] {
  if (found === null) {
    const message =
      'Cannot tell who this handout is for: it needs to begin with a line “---”, then “title: …” and “audience: …”, then a line “---”';
    return [atTop('no-front-matter', 'error', message)];
  }
  if (!found.isClosed) {
    return [
      atTop(
        'front-matter-open',
        'error',
        'Cannot find the end of the handout’s fields: they need a line “---” below them',
      ),
    ];
  }
  if (title === '') {
    return [
      atTop(
        'no-title',
        'error',
        'Cannot find this handout’s title: it needs a line “title: …” at its head',
      ),
    ];
  }
  if (reviewed !== null) return [];
  return [
    atTop(
      'no-review-date',
      'warning',
      'Nobody has reviewed this handout yet: it needs a line “reviewed: 2026-11-24” with the day on which someone did',
    ),
  ];
}

function atTop(code: string, severity: Problem['severity'], message: string): Problem {
  return { code, severity, line: 1, column: 1, message };
}
