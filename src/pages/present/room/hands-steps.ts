import type { SharedAsked } from '../../../poll/question.ts';
import { sumOf, type Counts } from '../../../poll/tally.ts';
import type { Step, StaffView } from '../../../room/protocol.ts';

/** One number to count: what the teacher says for it, and what it is called. */
export type HandsStep = {
  readonly id: string;
  readonly place: string;
  readonly say: string;
  readonly label: string;
};

/** Where a pupil may raise a hand more than once, those who raise any are counted first; no option has this id. */
const EVERYONE = 'everyone';

/** What the teacher says and counts, a step for each answer. */
export function handsSteps({ options, picks }: SharedAsked): readonly HandsStep[] {
  const steps = options.map(({ id, label, text }, at) => ({
    id,
    place: `Answer ${at + 1} of ${options.length}.${at === 0 ? ' Ask for eyes down first.' : ''}`,
    say: `“Hands up if you ${sayFor(picks, label)}${text === '' ? '' : `: ${text}`}”`,
    label: `Hands for ${label}`,
  }));
  if (picks !== 'several') return steps;
  const first = {
    id: EVERYONE,
    place: 'First, how many take part.',
    say: '“Hands up if you are answering this one. You can pass.”',
    label: 'Hands',
  };
  return [first, ...steps];
}

/** The numbers that were saved before, to be counted again. */
export function countedBefore({ hands, handsOf }: Pick<StaffView, 'hands' | 'handsOf'>): Counts {
  return { ...hands, [EVERYONE]: handsOf };
}

/** The step that saves what was counted; one who raised a hand for any answer takes part. */
export function saveHands(
  { id, options, picks }: SharedAsked,
  counted: Counts,
): Extract<Step, { readonly type: 'hands' }> {
  const counts = Object.fromEntries(options.map((option) => [option.id, counted[option.id] ?? 0]));
  const saved = { type: 'hands', question: id, counts } as const;
  return picks === 'several'
    ? { ...saved, answering: Math.max(counted[EVERYONE] ?? 0, ...Object.values(counts)) }
    : saved;
}

/** How many more hands than pupils there are; 0 where they fit. */
export function handsOver(question: SharedAsked, counted: Counts, pupils: number): number {
  const { counts, answering } = saveHands(question, counted);
  return Math.max(0, (answering ?? sumOf(counts)) - pupils);
}

/** What the numbers come to so far, in a sentence, and whether they can be. */
export function handsSoFar(question: SharedAsked, counted: Counts, pupils: number): string {
  const { counts, answering } = saveHands(question, counted);
  const all = answering ?? sumOf(counts);
  const over = all > pupils ? ' That is more hands than {pupils}.' : '';
  return answering === undefined
    ? `${all} of ${pupils} {pupils} so far.${over}`
    : `${all} of ${pupils} {pupils} take part.${over}`;
}

function sayFor(picks: SharedAsked['picks'], label: string): string {
  switch (picks) {
    case 'one':
      return `think ${label}`;
    case 'several':
      return `would pick ${label}`;
    case 'order':
      return `put ${label} first`;
  }
}
