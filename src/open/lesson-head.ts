import type { SourceLine } from '../document/source-line.ts';
import { headField } from '../lesson/head-fields.ts';
import type { LessonDraft } from '../lesson/read-draft.ts';

/** The fields of a lesson's head that are written for it. */
export type HeadFields = {
  readonly title: string;
  readonly boardTitle: string;
} & LessonDraft['plan'];

/** Writes a lesson's head: what its own head has of our fields, as it is written there, and what else is known. */
export function headLines(
  own: readonly SourceLine[],
  { title, boardTitle, subjectName, stage, minutes, vocabulary, ...lists }: HeadFields,
): readonly string[] {
  const groups = ownGroups(own);
  const has = (name: string) => groups.some((group) => group.name === name);
  const add = (name: string, lines: readonly string[]) => (has(name) ? [] : lines);
  return [
    '---',
    ...add('title', [`title: ${quoted(title)}`]),
    ...add('on the board', [`on the board: ${quoted(boardTitle)}`]),
    ...groups.flatMap(({ lines }) => lines),
    ...add('subject', subjectName === '' ? [] : [`subject: ${quoted(subjectName)}`]),
    ...add('stage', stage === null ? [] : [`stage: ${stage}`]),
    ...add('minutes', minutes === null ? [] : [`minutes: ${minutes}`]),
    ...(['objectives', 'resources', 'references', 'sources'] as const).flatMap((name) =>
      add(
        name,
        lists[name].length === 0
          ? []
          : [`${name}:`, ...lists[name].map((one) => `  - ${quoted(one)}`)],
      ),
    ),
    ...add(
      'vocabulary',
      unique(vocabulary).length === 0
        ? []
        : [
            'vocabulary:',
            ...unique(vocabulary).map(
              ({ word, meaning }) => `  ${quoted(word)}: ${quoted(meaning)}`,
            ),
          ],
    ),
    '---',
  ];
}

// A word twice would be a field twice, and one without its meaning cannot be read there: it is where the plan has it.
function unique(vocabulary: HeadFields['vocabulary']): HeadFields['vocabulary'] {
  const meant = vocabulary.filter(({ meaning }) => meaning !== '');
  return [...new Map(meant.map((one) => [one.word, one])).values()];
}

// The fields of a head that a lesson has, each with the lines below it.
function ownGroups(own: readonly SourceLine[]) {
  const groups: { readonly name: string; readonly lines: string[] }[] = [];
  for (const { text } of own) {
    const [, name] = /^([a-z][a-z ]{0,40}):(?:\s|$)/i.exec(text) ?? [];
    if (name !== undefined) groups.push({ name, lines: [text] });
    else if (/^\s+\S|^- /.test(text)) groups.at(-1)?.lines.push(text);
  }
  return groups.filter(({ name }) => headField(name) !== undefined);
}

function quoted(words: string): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim();
  return /^\p{L}[\p{L}\p{N} ,.'’()!?–-]*$/u.test(plain) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(plain)
    ? plain
    : JSON.stringify(plain.toWellFormed());
}
