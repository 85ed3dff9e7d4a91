import type { Answer } from '../poll/answer.ts';
import type { AfterLesson, Published } from '../poll/disclose.ts';
import { askedOf } from '../poll/question.ts';
import type { Question } from '../poll/question.ts';
import { countAnswers } from '../poll/tally.ts';
import { isForAfter, talliedIn } from './rounds.ts';
import { CLOSING_MS, openRoom } from './room.ts';
import type { Room, RoomEvent } from './room.ts';
import { step } from './step.ts';

/** What one question on a pile of paper slips was answered with: an answer for each slip, in no order that matters. */
export type Pile = {
  readonly question: string;
  readonly round: number;
  readonly answers: readonly Answer[];
};

/** The questions that slips may be counted for, each once, or before and after (M7a, M12). */
export type SlipItem = { readonly question: Question; readonly round: number };

/** Every question of a lesson as it may stand on a slip; what is asked before and after stands there twice. */
export function slipItems(questions: readonly Question[]): readonly SlipItem[] {
  return questions.flatMap((question) =>
    (question.paired ? [1, 2] : [1]).map((round) => ({ question, round })),
  );
}

/**
 * What may be told of slips: a room of their own, with the same questions and no devices, asks, closes and finishes, and is
 * forgotten. They go through the same step and the same disclosure as everything else; throws for a question it does not have.
 */
export function countSlips(
  questions: readonly Question[],
  piles: readonly Pile[],
): readonly AfterLesson[] {
  let room: Room = openRoom({
    code: 'slips',
    pass: '',
    keyHash: '',
    lesson: '',
    questions,
    pupils: 1,
    devices: false,
    now: 0,
  });
  let now = 0;
  const take = (event: RoomEvent): void => {
    const stepped = step(room, event, now);
    if ('refused' in stepped) throw new Error(`Cannot count slips: ${stepped.refused.message}`);
    room = stepped.room;
  };
  const results: AfterLesson[] = [];
  const ordered = questions.flatMap((question) =>
    piles
      .filter((pile) => pile.question === question.id)
      .toSorted((one, other) => one.round - other.round),
  );
  for (const { question: id, round, answers } of ordered) {
    const question = questions.find((one) => one.id === id);
    if (!question) continue;
    take({ type: 'ask', question: id, round });
    take({ type: 'close' });
    now += CLOSING_MS;
    take({ type: 'closed', tablets: countAnswers(question, answers) });
    if (isForAfter(question)) continue;
    take({ type: 'show', question: id });
    results.push({ question: askedOf(question), round, paired: false, told: shownIn(room) });
  }
  take({ type: 'finish' });
  return [...results, ...afterOf(room)];
}

function shownIn(room: Room): Published {
  const shown = room.state === 'shown' ? talliedIn(room).at(-1)?.told : null;
  if (!shown) throw new Error('Cannot count slips: nothing was shown');
  return shown;
}

function afterOf(room: Room): readonly AfterLesson[] {
  return room.state === 'finished' ? room.after : [];
}
