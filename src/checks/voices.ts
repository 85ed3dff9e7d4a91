import type { Passage } from './passage.ts';
import type { SourceLine } from '../document/source-line.ts';
import { readVoices, type Span } from './quoted.ts';
import { columnsOf } from './table-columns.ts';

/**
 * Who speaks where in a lesson; `passages` are its passages without what is quoted to be corrected.
 */
export type LessonVoices = {
  readonly passages: readonly Passage[];
  /** Where a character of the story speaks: a message of a thread, a quotation, a cell under “Tactic”. */
  readonly story: ReadonlyMap<Passage, readonly Span[]>;
  /** Options of a knowledge question that its answer shows to be wrong. */
  readonly wrongAnswers: ReadonlySet<Passage>;
};

/** Reads who speaks in each passage of a lesson. */
export function voicesIn(passages: readonly Passage[], lines: readonly SourceLine[]): LessonVoices {
  const columns = columnsOf(passages, lines);
  const story = new Map<Passage, readonly Span[]>();
  const wrongAnswers = new Set<Passage>();
  let isToAvoid = false;
  const own = passages.map((passage, at) => {
    const column = columns.get(passage);
    isToAvoid =
      isLedIn(passage) ?? (isToAvoid && passage.role === 'text' && passage.text.length <= LONGEST);
    const isMyth =
      column === 'myth' ||
      isMythLine(passage, passages[at + 1]) ||
      (isToAvoid && passage.role === 'text');
    const { text, story: spans } = isMyth
      ? { text: ' '.repeat(passage.text.length), story: [] }
      : readVoices(passage.text);
    const read = { ...passage, text };
    if (passage.role === 'message' || column === 'story') {
      story.set(read, [{ from: 0, to: text.length }]);
    } else if (spans.length > 0) story.set(read, spans);
    if (passage.isWrong === true) wrongAnswers.add(read);
    return read;
  });
  return { passages: own, story, wrongAnswers };
}

/** True where words of a passage are said by a character of the story. */
export function isInStory({ story }: LessonVoices, passage: Passage, index: number): boolean {
  return story.get(passage)?.some(({ from, to }) => from <= index && index < to) ?? false;
}

/** More letters than a saying has. */
const LONGEST = 120;

const AVOID =
  /\b(?:(?:do not|don't|never|avoid|instead of|rather than|what not to|not to) (?:say|saying|ask|asking|write|writing)|(?:do not|don't|never|avoid|avoid using|not) use (?:these|this|the)? ?(?:words?|phrases?|terms?|language)|(?:phrases|words|wording|language|sayings|questions) (?:to avoid|that (?:blame|shame|hurt)|we avoid|not to use)|(?:unhelpful|blaming|shaming|victim-blaming) (?:words|phrases|language|wording|sayings|responses))\b/i;

// “What we don't say” over a list, or “Never say:” before one.
function isLedIn({ role, text }: Passage): boolean | undefined {
  if (role === 'heading') return AVOID.test(text);
  return text.endsWith(':') && AVOID.test(text) ? true : undefined;
}

// “Myth: …” with “Fact: …” in it or right behind it.
function isMythLine({ text }: Passage, next: Passage | undefined): boolean {
  if (!/^(?:myth|false)(?: \d+)? ?[:–-]/iu.test(text)) return false;
  return (
    next !== undefined && /^(?:facts?|truth|true|reality|in fact)(?: \d+)? ?[:–-]/iu.test(next.text)
  );
}
