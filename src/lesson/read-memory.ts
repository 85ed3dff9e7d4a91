import { parseDocument, type ParseOptions, type Parsed } from '../document/parse.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isEqual } from '../text/is-equal.ts';
import type { Block } from './lesson.ts';
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
  /** A lesson's blocks, of which those that are as they were, and slides that are, are the same objects as before. */
  same(blocks: readonly Block[]): readonly Block[];
};

/** Remembers nothing: for a text that is read once. */
export const NO_MEMORY: ReadMemory = {
  begin() {},
  parse: parseDocument,
  isSurelyForTeacher,
  isSeldomForClass,
  same: (blocks) => blocks,
};

/** Opens a memory for a text that is read again and again as it is written: what the reading before did not ask for is forgotten. */
export function openReadMemory(): ReadMemory {
  const parsed = rememberLast<Parsed>();
  const surely = rememberLast<boolean>();
  const seldom = rememberLast<boolean>();
  let last: readonly Block[] = [];
  return {
    begin() {
      for (const { begin } of [parsed, surely, seldom]) begin();
    },
    parse: (lines, options) =>
      parsed.recall(nameOf(lines, options), () => parseDocument(lines, options)),
    isSurelyForTeacher: (words) => surely.recall(words, () => isSurelyForTeacher(words)),
    isSeldomForClass: (words) => seldom.recall(words, () => isSeldomForClass(words)),
    same: (blocks) => (last = sameAs(last, blocks)),
  };
}

function sameAs(before: readonly Block[], blocks: readonly Block[]): readonly Block[] {
  const knownBlocks = byId(before);
  const knownSlides = byId(before.flatMap(({ slides }) => slides));
  return blocks.map((block) => {
    const slides = block.slides.map((slide) => known(knownSlides, slide));
    return known(knownBlocks, { ...block, slides });
  });
}

function byId<Part extends { readonly id: string }>(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

function known<Part extends { readonly id: string }>(all: Map<string, Part>, part: Part): Part {
  const was = all.get(part.id);
  return was !== undefined && isEqual(was, part) ? was : part;
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
