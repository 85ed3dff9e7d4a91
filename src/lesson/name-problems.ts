import type { SourceLine } from '../document/source-line.ts';
import { nearest } from '../text/nearest.ts';
import type { Problem } from '../document/problem.ts';
import { outsideCode, outsideSpans } from '../document/code-blocks.ts';
import { IN_BRACES } from '../document/braces.ts';
import type { Field } from '../film/yaml-map.ts';
import type { Lesson } from './lesson.ts';
import type { Names } from './names.ts';

/** Names in braces that the lesson does not know, and names it knows that stand without braces, outside of code. */
export function nameProblems(lines: readonly SourceLine[], names: Names): readonly Problem[] {
  if (Object.keys(names).length === 0 && !lines.some(({ text }) => text.includes('{'))) return [];
  const words = withoutCode(lines);
  return [
    ...words.filter(({ text }) => text.includes('{')).flatMap((line) => unknownNames(line, names)),
    ...bareNames(words, names),
  ];
}

function unknownNames({ text, line }: SourceLine, names: Names): readonly Problem[] {
  const known = Object.keys(names);
  return [...text.matchAll(IN_BRACES)].flatMap(({ 0: braced, 1: field = '', index }) => {
    if (known.includes(field)) return [];
    // Other tools have braces of their own: `{{ page }}`, `\frac{a}{b}`.
    const isTheirs =
      /[\\{}$\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index)) ||
      text[index + braced.length] === '}' ||
      field.startsWith('v-');
    if (isTheirs || (known.length === 0 && !/^\p{Lu}\p{Ll}+$/u.test(field))) return [];
    const near = nearest(field, known);
    const instead =
      near === undefined
        ? `it needs a line “names: [${[...known, field].join(', ')}]” at its head`
        : `is it “{${near}}”?`;
    const message = `“${braced}” is no character of this lesson, so it is shown as it is: ${instead}`;
    return [{ code: 'unknown-name', severity: 'warning', line, column: index + 1, message }];
  });
}

/** Roles that are given to no character of the lesson: a film's messages would have neither the name of today nor a face. */
export function roleProblems(
  { roles, names }: Pick<Lesson, 'roles' | 'names'>,
  field: Field | undefined,
): readonly Problem[] {
  if (field === undefined) return [];
  const known = Object.keys(names);
  return [...new Set(Object.values(roles))].flatMap((name) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const instead =
      near === undefined
        ? `“names” needs to list it, [${[...known, name].join(', ')}]`
        : `is it “${near}”?`;
    const message = `“${name}” has a part in “roles” and is no character of this lesson: ${instead}`;
    return [
      {
        code: 'unknown-name',
        severity: 'warning',
        ...field.placeOf(field.value ?? field.key),
        message,
      },
    ];
  });
}

// One warning for each name, where it first stands.
function bareNames(lines: readonly SourceLine[], names: Names): readonly Problem[] {
  const text = lines.map((line) => line.text).join('\n');
  return Object.entries(names).flatMap(([field, name]) => {
    const [first] = [...new Set([field, name])]
      .map((word) => ({ word, at: firstBare(text, word) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    if (first === undefined) return [];
    const start = text.lastIndexOf('\n', first.at - 1) + 1;
    const { line } = lines[countOf('\n', text.slice(0, start))] ?? { line: 1 };
    const message = `“${first.word}” is here without braces, so a name chosen for today does not change it: write “{${field}}”`;
    const column = first.at - start + 1;
    return [{ code: 'bare-name', severity: 'warning', line, column, message }];
  });
}

// Where a word first is no part of another, and not in braces; -1 where it never is.
function firstBare(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (text[at - 1] === '{') continue;
    const end = at + word.length;
    const isBare =
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}}]/u.test(text.slice(end, end + 2));
    if (isBare) return at;
  }
  return -1;
}

function countOf(sign: string, text: string): number {
  return text.split(sign).length - 1;
}

// Code blocks are left out, and code within a line is blank, so that columns stay.
function withoutCode(lines: readonly SourceLine[]): readonly SourceLine[] {
  return outsideCode(lines).map((line) => {
    return line.text.includes('`') || line.text.includes('$')
      ? { ...line, text: outsideSpans(line.text, (words) => words, ' ') }
      : line;
  });
}
