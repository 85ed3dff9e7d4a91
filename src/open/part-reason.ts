import { readOffBoard } from '../document/off-board.ts';
import { isLikelyForTeacher, isSurelyForTeacher } from '../document/teacher-words.ts';
import { questionsForClass } from '../import/plan/plan-questions.ts';
import { planName, type PlanFields } from '../import/plan/section-names.ts';
import type { Destination } from './opened.ts';

type Around = {
  readonly goes: Destination;
  readonly field: keyof PlanFields | undefined;
  readonly place: string;
};

/** Why a part of a plan goes where it does, in words for its teacher: a suggestion, which they may turn. */
export function partReason(written: string, { goes, field, place }: Around): string {
  switch (goes) {
    case 'board':
      return boardReason(written, place);
    case 'teacher':
      return teacherReason(written, place);
    case 'some':
      return questionsForClass(written).length > 0
        ? 'what you ask is on the board, what you say around it is in your notes'
        : 'what is plainly for the class is on the board, the rest is in your notes';
    case 'details':
      return field === undefined ? 'what the lesson is' : (FIELDS[field] ?? 'what the lesson is');
    case null:
      return 'it has no place in a lesson';
  }
}

const FIELDS: Readonly<Partial<Record<keyof PlanFields, string>>> = {
  resources: 'what to have ready',
  references: 'where it is in the curriculum',
  sources: 'what it rests on',
  minutes: 'how long it takes',
  stage: 'who it is for',
  objectives: 'objectives are for pupils',
  vocabulary: 'key words are for pupils',
  title: 'what it is called',
};

function boardReason(written: string, place: string): string {
  const name = nameOf(written, place);
  if (name?.field === 'objectives') return 'objectives are for pupils';
  if (name?.field === 'vocabulary') return 'key words are for pupils';
  if (/!\[/.test(written)) return 'a picture';
  if (/^\s*#/.test(written)) return 'a heading';
  if (/\?/.test(written)) return 'a question to the class';
  return 'a task for the class';
}

/** Why words are off the board by the one table of signs; null for all others. */
export function offBoardReason(written: string): string | null {
  switch (readOffBoard(written.split('\n')[0] ?? '')?.why) {
    case 'answer':
      return 'it gives an answer away';
    case 'teacher':
      return 'it speaks to the teacher';
    case undefined:
      return null;
  }
}

function teacherReason(written: string, place: string): string {
  const offBoard = offBoardReason(written);
  if (offBoard !== null) return offBoard;
  if (isSurelyForTeacher(written) || isLikelyForTeacher(written)) return 'it speaks to the teacher';
  const name = nameOf(written, place);
  if (name?.field === 'resources') return 'what to have ready';
  if (name !== undefined && !name.onBoard) return 'a section for the teacher';
  if (
    /\b(?:last time|last year|remember to|don'?t forget|model it|note to self)\b/i.test(written)
  ) {
    return 'a reminder to yourself';
  }
  if (/^\s*\|/.test(written)) return 'a table of a plan';
  return 'not plainly for the class';
}

function nameOf(written: string, place: string) {
  const [, label] =
    /^\s*(?:[-*+•|]\s*)?[*_]{0,3}([^:|*_\n]{2,40})[*_]{0,3}\s*[:|]/.exec(written) ?? [];
  const [, heading] = /^#{1,6}\s+(.*)$/.exec(written) ?? [];
  const [, section] =
    heading === undefined ? (/^under “(.*)”$/.exec(place) ?? []) : [null, heading];
  const own = label === undefined ? undefined : planName(label, true);
  return own ?? (section === undefined ? undefined : planName(section, true));
}
