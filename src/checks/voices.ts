import type { TextBlock } from './text-block.ts';
import { readVoices, type Span } from './quoted.ts';
import { columnsOf } from './table-columns.ts';

/**
 * Who speaks where in a lesson; `textBlocks` are its text blocks without what is quoted to be corrected.
 */
export type LessonVoices = {
  readonly textBlocks: readonly TextBlock[];
  /** Where a character of the story speaks: a message of a thread, a quotation, a cell under “Tactic”. */
  readonly story: ReadonlyMap<TextBlock, readonly Span[]>;
  /** Options of a knowledge question that its answer shows to be wrong. */
  readonly wrongAnswers: ReadonlySet<TextBlock>;
};

/** Reads who speaks in each text block of a lesson. */
export function voicesIn(textBlocks: readonly TextBlock[]): LessonVoices {
  const columns = columnsOf(textBlocks);
  const story = new Map<TextBlock, readonly Span[]>();
  const wrongAnswers = new Set<TextBlock>();
  let isToAvoid = false;
  const own = textBlocks.map((textBlock, at) => {
    const column = columns.get(textBlock);
    isToAvoid =
      isLedIn(textBlock) ??
      (isToAvoid && textBlock.role === 'text' && textBlock.text.length <= LONGEST);
    const isMyth =
      column === 'myth' ||
      isMythLine(textBlock, textBlocks[at + 1]) ||
      (isToAvoid && textBlock.role === 'text');
    const { text, story: spans } = isMyth
      ? { text: ' '.repeat(textBlock.text.length), story: [] }
      : readVoices(textBlock.text);
    const read = { ...textBlock, text };
    if (textBlock.role === 'message' || column === 'story') {
      story.set(read, [{ from: 0, to: text.length }]);
    } else if (spans.length > 0) story.set(read, spans);
    if (textBlock.isWrong === true) wrongAnswers.add(read);
    return read;
  });
  return { textBlocks: own, story, wrongAnswers };
}

/** True where words of a text block are said by a character of the story. */
export function isInStory({ story }: LessonVoices, textBlock: TextBlock, index: number): boolean {
  return story.get(textBlock)?.some(({ from, to }) => from <= index && index < to) ?? false;
}

/** More letters than a saying has. */
const LONGEST = 120;

const AVOID =
  /\b(?:(?:do not|don't|never|avoid|instead of|rather than|what not to|not to) (?:say|saying|ask|asking|write|writing)|(?:do not|don't|never|avoid|avoid using|not) use (?:these|this|the)? ?(?:words?|phrases?|terms?|language)|(?:phrases|words|wording|language|sayings|questions) (?:to avoid|that (?:blame|shame|hurt)|we avoid|not to use)|(?:unhelpful|blaming|shaming|victim-blaming) (?:words|phrases|language|wording|sayings|responses))\b/i;

// “What we don't say” over a list, or “Never say:” before one.
function isLedIn({ role, text }: TextBlock): boolean | undefined {
  if (role === 'heading') return AVOID.test(text);
  return text.endsWith(':') && AVOID.test(text) ? true : undefined;
}

// “Myth: …” with “Fact: …” in it or right behind it.
function isMythLine({ text }: TextBlock, next: TextBlock | undefined): boolean {
  if (!/^(?:myth|false)(?: \d+)? ?[:–-]/iu.test(text)) return false;
  return (
    next !== undefined && /^(?:facts?|truth|true|reality|in fact)(?: \d+)? ?[:–-]/iu.test(next.text)
  );
}
