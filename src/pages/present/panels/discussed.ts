import { findingOf } from '../../../outputs/board/finding.ts';
import { nameOfRight, resultHead, resultOptions } from '../../../outputs/board/result-words.ts';
import { resultNote, shareText, type OptionShare } from '../../../poll/disclose.ts';
import type { Discussed } from '../../../room/protocol.ts';
import { blocksOf, type ShareBlocks } from './share-blocks.ts';

/** One result that the class talked about, to read and to print: what the board showed, and no more. */
export type DiscussedResult = {
  readonly id: string;
  readonly prompt: string;
  /** Which time it was asked, where it was asked more than once; else empty. */
  readonly time: string;
  /** What it comes to, in a sentence; empty where the board had none. */
  readonly finding: string;
  /** What the shares count, where it is not simply who chose an answer. */
  readonly head: string;
  readonly rows: readonly DiscussedRow[];
  /** Which answer is right, and why; empty where there is nothing to say. */
  readonly why: string;
  readonly note: string;
};

/** One answer, with its share in words, and in blocks where the board drew any. */
export type DiscussedRow = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly isRight: boolean;
  readonly share: string;
  readonly blocks: ShareBlocks | null;
};

const TIMES = ['The first time', 'Asked again', 'Asked a third time'];

/** Every result that the board was shown, in the order in which the questions were asked. */
export function discussedResults(all: readonly Discussed[]): readonly DiscussedResult[] {
  return all.map(({ question, round, published }) => {
    const isAgain = all.some((one) => one.question.id === question.id && one.round !== round);
    const isOrdered = question.picks === 'order' && published.right.length > 0;
    return {
      id: `${question.id} ${round}`,
      prompt: question.prompt,
      time: isAgain ? (TIMES[round - 1] ?? '') : '',
      finding: findingOf(question, published),
      head: resultHead(question, published),
      rows: resultOptions(question, published).map(({ id, label, text }, at) => ({
        id,
        name: isOrdered ? `${at + 1}` : label,
        text,
        isRight: !isOrdered && published.right.includes(id),
        ...shareIn(published, id),
      })),
      why: `${nameOfRight(question, published)} ${published.explanation}`.trim(),
      note: resultNote(published),
    };
  });
}

function shareIn(
  published: Discussed['published'],
  id: string,
): Pick<DiscussedRow, 'share' | 'blocks'> {
  switch (published.rung) {
    case 'bands':
      return shareOf(published.bands[id] ?? null);
    case 'each':
      return shareOf(published.shares[id] ?? null);
    case 'largest':
      return { share: published.largest === id ? 'the largest group' : '', blocks: null };
    case 'words':
    case 'too-few':
      return { share: '', blocks: null };
  }
}

function shareOf(share: OptionShare): Pick<DiscussedRow, 'share' | 'blocks'> {
  return { share: shareText(share, 'not shown'), blocks: blocksOf(share) };
}
