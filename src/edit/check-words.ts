import type { CheckedPart, PartChoice, PartPlace } from '../open/check-plan.ts';
import type { Finding } from '../open/opened.ts';
import { counted } from '../text/counted.ts';
import type { OpenedCheck } from './opened-check.ts';

/** The places of a part, in the order of its switch. */
export const CHOICES: readonly PartChoice[] = ['teacher', 'board', 'worksheet'];

/** What a place is called on the switch. */
export const CHOICE_NAMES: Readonly<Record<PartChoice, string>> = {
  teacher: 'Teacher only',
  board: 'On the board',
  worksheet: 'Worksheet',
};

/** The choice that a place is on the switch: the details of a lesson are the teacher's. Null for what is in no lesson, and for what is in two places. */
export function choiceOf(goes: PartPlace): PartChoice | null {
  switch (goes) {
    case 'details':
      return 'teacher';
    case 'some':
      return null;
    case 'teacher':
    case 'board':
    case 'worksheet':
    case null:
      return goes;
  }
}

/** Where a part is, in words beside what the class sees of it. */
export function placeInWords({ goes, slide }: Pick<CheckedPart, 'goes' | 'slide'>): string {
  switch (goes) {
    case 'board':
      return slide === null ? 'On the board' : `Slide ${slide}`;
    case 'worksheet':
      return slide === null ? 'On the worksheet' : `Slide ${slide}, and on the worksheet`;
    case 'teacher':
      return slide === null
        ? 'Not shown. In your plan'
        : `Not shown. In your notes for slide ${slide}`;
    case 'some':
      return slide === null
        ? 'On the board in part'
        : `Slide ${slide} shows some of it, your notes have the rest`;
    case 'details':
      return 'Not shown. In the lesson’s details';
    case null:
      return 'Not in the lesson';
  }
}

/** What becomes of the whole, in words for the foot of the page. */
export function sumInWords({
  parts,
  tasks,
  reading,
}: Pick<OpenedCheck, 'parts' | 'tasks' | 'reading'>): string {
  const yours = parts.filter(({ goes }) => choiceOf(goes) === 'teacher').length;
  return [
    counted(reading.deck.slides.length, 'slide'),
    ...(tasks === 0 ? [] : [counted(tasks, 'worksheet task')]),
    yours === 1 ? '1 part only you will see' : `${yours} parts only you will see`,
  ].join(', ');
}

/** What is reported of a file, sorted by what its reader does with it; parts have their own switch, and minutes their own place. */
export type Report = {
  /** How many parts are in the lesson. */
  readonly inLesson: number;
  readonly look: readonly Finding[];
  readonly changed: readonly Finding[];
  readonly leftOut: readonly Finding[];
};

/** Sorts what is reported. */
export function reportOf(findings: readonly Finding[], parts: readonly CheckedPart[]): Report {
  const of = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind);
  return {
    inLesson: parts.filter(({ goes }) => goes !== null).length,
    look: of('look'),
    changed: of('changed').filter(({ words }) => !/ is in the lesson’s details: /.test(words)),
    leftOut: of('left-out'),
  };
}
