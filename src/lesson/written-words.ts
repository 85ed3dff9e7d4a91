import { startFinder } from '../document/find-words.ts';
import type { Document, Node } from '../document/nodes.ts';
import { asOurs, parseDocument, parseInline } from '../document/parse.ts';
import type { SourceLine } from '../document/source-line.ts';
import { wordNodes } from '../document/token-nodes.ts';
import type { DraftBlock } from './draft.ts';
import { headFields } from './head-fields.ts';
import type { WrittenField } from './lesson.ts';
import type { LessonDraft } from './read-draft.ts';

/** Some lines as they stand in the file, `all` being all of its lines: importers may have rewritten them. */
export function asWritten(
  some: readonly SourceLine[],
  all: readonly SourceLine[],
): readonly SourceLine[] {
  return some.map((line) => all[line.line - 1] ?? line);
}

/** Words that run over some lines, such as an option's, as nodes. */
export function wordsIn(some: readonly SourceLine[], all: readonly SourceLine[]): readonly Node[] {
  if (some.length === 0) return [];
  return parseInline(some.map(({ text }) => text).join('\n'), startFinder(asWritten(some, all)));
}

/** A heading as nodes, written from a line on; one that is ours, such as the film's, stands nowhere in the text. */
export function headingWords(
  heading: string,
  line: number,
  all: readonly SourceLine[],
): readonly Node[] {
  if (heading === '') return [];
  const [own] = all.slice(line - 1, line);
  // Most headings stand whole in their line, and no other is looked through.
  const isWhole = own?.text.includes(heading) === true;
  const written = all.slice(line - 1, isWhole ? line : line - 1 + REACH);
  const words = inItsLines(heading, written);
  const begins = /^.{0,12}/.exec(words)?.[0].trimEnd() ?? '';
  const nodes = parseInline(words, startFinder(written));
  return written.some(({ text }) => text.includes(begins)) ? nodes : asOurs(nodes);
}

/** A heading over `===` may run over so many lines. */
const REACH = 41;

// Its lines were put into one: parted again as they are written, their words are found where they stand.
function inItsLines(heading: string, written: readonly SourceLine[]): string {
  let words = '';
  for (const { text } of written) {
    words += words === '' ? text.trim() : `\n${text.trim()}`;
    if (words.length >= heading.length) break;
  }
  return words.replaceAll('\n', ' ') === heading ? words : heading;
}

/** The words of a lesson's fields: those of its head, line by line, then those of a plan's sections. */
export function fieldsOf(
  { head, front, blocks, taken }: LessonDraft,
  all: readonly SourceLine[],
): readonly WrittenField[] {
  // Without words of its own for the class, the board bears the lesson's title.
  const isTitleShown = front.boardTitle === '' && !hasTitleSlide(blocks);
  return [
    ...headWords(head, isTitleShown),
    ...taken.map(({ field, text, line }) => {
      const written = all.slice(line - 1, line - 1 + REACH);
      const lines = [{ text: inItsLines(text, written), line }];
      return {
        name: field,
        words: parseDocument(lines, { audience: 'teacher', written }).document,
      };
    }),
  ];
}

function hasTitleSlide(blocks: readonly DraftBlock[]): boolean {
  return blocks.some(({ slides }) => slides.some(({ show }) => show.kind === 'title'));
}

function headWords(head: readonly SourceLine[], isTitleShown: boolean): readonly WrittenField[] {
  let name = '';
  return head.flatMap((line) => {
    const { text } = line;
    // What YAML calls a comment, such as an author’s “# allow …”.
    if (/^\s*#/.test(text)) return [];
    const [, named, value] = /^([\w][\w ]*):(?:\s+(.*))?$/.exec(text) ?? [];
    name = named?.toLowerCase() ?? name;
    const bare = value ?? (named === undefined ? text.replace(/^\s*(?:-\s+)?/, '') : '');
    const words = bare.replace(/^["'[]|["'\]]$/g, '');
    if (name === '' || words.trim() === '' || /^(?:---|\.\.\.)\s*$/.test(text)) return [];
    const audience = isTitleShown && name === 'title' ? 'class' : readBy(name);
    const children = wordNodes(words, startFinder([line]));
    return [{ name, words: { kind: 'document', audience, children } as const }];
  });
}

// An unknown field is for adults: the program shows it nowhere.
function readBy(name: string): Document['audience'] {
  return Object.hasOwn(headFields, name) ? (headFields[name]?.readBy ?? 'teacher') : 'teacher';
}
