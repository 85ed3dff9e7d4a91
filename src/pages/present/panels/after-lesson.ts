import {
  resultNote,
  shareText,
  type AfterLesson,
  type DisclosedResult,
  type OptionShare,
} from '../../../poll/disclose.ts';
import { groupBy } from '../../../text/group-by.ts';
import { blocksOf, type ShareBlocks } from './share-blocks.ts';

/** One question as the teacher reads it after the lesson: a row for each option, a column for each time it was asked. */
export type AfterTable = {
  readonly id: string;
  readonly prompt: string;
  readonly columns: readonly { readonly title: string; readonly about: string }[];
  /** True where too few answered each time: there is nothing to put in a table (D2). */
  readonly isEmpty: boolean;
  readonly rows: readonly { readonly label: string; readonly cells: readonly AfterCell[] }[];
};

/** A share in words, and in blocks where it is one that can be drawn. */
export type AfterCell = { readonly words: string; readonly blocks: ShareBlocks | null };

/** What the class said, question by question, in the order in which they were first asked. */
export function afterTables(after: readonly AfterLesson[]): readonly AfterTable[] {
  const byQuestion = groupBy(after, ({ question }) => question.id);
  return [...byQuestion.values()].flatMap((all) => {
    const rounds = columnsOf(all);
    const [first] = rounds;
    if (!first) return [];
    const { id, prompt, options } = first.question;
    const columns = rounds.map(({ paired, round, told: result }) => ({
      title: titleOf(paired, round),
      about: aboutOf(result),
    }));
    const rows = options.map((option) => ({
      label: [option.label, option.text].filter((part) => part !== '').join(': '),
      cells: rounds.map(({ told: result }) => cellOf(result, option.id)),
    }));
    return [
      {
        id,
        prompt,
        columns,
        isEmpty: rounds.every(({ told: result }) => result.rung === 'too-few'),
        rows,
      },
    ];
  });
}

// A question asked before and after has two columns, however often it was asked after.
function columnsOf(all: readonly AfterLesson[]): readonly AfterLesson[] {
  const last = all.at(-1);
  if (!last?.paired) return all;
  return all.filter((one) => one.round === 1 || one === last);
}

function titleOf(paired: boolean, round: number): string {
  if (paired) return round === 1 ? 'Before' : 'After';
  return ['The class', 'Asked again', 'Asked a third time'][round - 1] ?? '';
}

function aboutOf(result: DisclosedResult): string {
  switch (result.rung) {
    case 'bands':
    case 'each':
    case 'largest':
      return `${result.turnout} or more took part`;
    case 'words':
    case 'too-few':
      return resultNote(result);
  }
}

function cellOf(result: DisclosedResult, id: string): AfterCell {
  switch (result.rung) {
    case 'bands':
      return shareCell(result.bands[id] ?? null);
    case 'each':
      return shareCell(result.shares[id] ?? null);
    case 'largest':
      return { words: result.largest === id ? 'the largest group' : NONE, blocks: null };
    case 'words':
    case 'too-few':
      return { words: NONE, blocks: null };
  }
}

const NONE = '–';

function shareCell(share: OptionShare): AfterCell {
  return { words: shareText(share, NONE), blocks: blocksOf(share) };
}
