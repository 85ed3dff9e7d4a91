import { parseDocument, type ParseOptions, type Parsed } from '../document/parse.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isSeldomForClass, isSurelyForTeacher } from '../document/teacher-words.ts';

/**
 * What reads the parts of a lesson's text, and may remember what it made of them: each hangs on
 * what it is given alone, so that a lesson is the same however much is remembered.
 */
export type ReadMemory = {
  /** Begins the next reading of a text. */
  begin(): void;
  readonly parse: typeof parseDocument;
  readonly isSurelyForTeacher: typeof isSurelyForTeacher;
  readonly isSeldomForClass: typeof isSeldomForClass;
};

/** Remembers nothing: for a text that is read once. */
export const NO_MEMORY: ReadMemory = {
  begin() {},
  parse: parseDocument,
  isSurelyForTeacher,
  isSeldomForClass,
};

/** Opens a memory for a text that is read again and again as it is written: what the reading before did not ask for is forgotten. */
export function openReadMemory(): ReadMemory {
  const parsed = rememberLast<Parsed>();
  const surely = rememberLast<boolean>();
  const seldom = rememberLast<boolean>();
  return {
    begin() {
      for (const { begin } of [parsed, surely, seldom]) begin();
    },
    parse: (lines, options) =>
      parsed.recall(nameOf(lines, options), () => parseDocument(lines, options)),
    isSurelyForTeacher: (words) => surely.recall(words, () => isSurelyForTeacher(words)),
    isSeldomForClass: (words) => seldom.recall(words, () => isSeldomForClass(words)),
  };
}

// All that parsing hangs on; few lines were rewritten since they were written.
function nameOf(
  lines: readonly SourceLine[],
  { audience, sourceNames = new Set(), written = lines }: ParseOptions,
): string {
  const rewritten = written.map((line, at) => (isSame(line, lines[at]) ? 0 : line));
  const sources = [...sourceNames];
  return JSON.stringify([
    audience,
    sources,
    lines,
    rewritten.some((one) => one !== 0) && rewritten,
  ]);
}

function isSame(one: SourceLine, other: SourceLine | undefined): boolean {
  return one.text === other?.text && one.line === other.line;
}

/** Answers as before where the same was asked in this reading or in the one before it, and asks otherwise. */
function rememberLast<Answer>(): {
  begin(): void;
  recall(name: string, ask: () => Answer): Answer;
} {
  type Known = { readonly answer: Answer };
  let before = new Map<string, Known>();
  let now = new Map<string, Known>();
  return {
    begin() {
      before = now;
      now = new Map();
    },
    recall(name, ask) {
      const known = now.get(name) ?? before.get(name) ?? { answer: ask() };
      now.set(name, known);
      return known.answer;
    },
  };
}
