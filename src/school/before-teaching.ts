import { listWords } from '../text/list-words.ts';
import type { GateState } from './gate.ts';

/** The teacher’s own four ticks, today and for this lesson (M27). */
export const todayTicks = ['watched', 'lead', 'pupils', 'help'] as const;

/** One of the four. */
export type TodayTick = (typeof todayTicks)[number];

/** Who a session is held for: a deck's `audience`. */
type Audience = 'pupils' | 'adults';

/** What someone is about to do: teach a class, rehearse with a pretend one, or look without polls. */
export type Doing = 'teach' | 'rehearse' | 'preview';

/**
 * The ticks of a session for adults: no pupil is there, and it may be held before an approval is
 * given.
 */
const adultTicks: readonly TodayTick[] = ['watched', 'lead', 'help'];

/** The ticks a start asks for, in the order of the page. */
export function ticksFor(audience: Audience): readonly TodayTick[] {
  return audience === 'adults' ? adultTicks : todayTicks;
}

/** What the rule looks at: `audience` is who sits there; `gate` is null while it is not known yet, `lead` is who is in the building today. */
export type BeforeTeaching = {
  readonly audience: Audience;
  /** What the lesson's subject asks for before it is taught. */
  readonly approval: 'each term' | 'none';
  readonly doing: Doing;
  readonly gate: GateState | null;
  readonly ticked: readonly TodayTick[];
  readonly lead: string;
};

/** What still keeps a lesson from starting: the gate, or the review without which it does not hold, ticks, and the name that one of them asks for. */
type MissingBefore = 'gate' | 'review' | TodayTick | 'lead-name';

/** What still keeps a lesson from starting, in the order of the page. */
export function missingBefore({
  audience,
  approval,
  doing,
  gate,
  ticked,
  lead,
}: BeforeTeaching): readonly MissingBefore[] {
  if (doing !== 'teach' || approval === 'none') return [];
  const ticks = ticksFor(audience).flatMap((tick) => {
    if (!ticked.includes(tick)) return [tick];
    return tick === 'lead' && lead.trim() === '' ? (['lead-name'] as const) : [];
  });
  // Parents and staff hear of the lesson before the term's approval can be given: it is about
  // pupils.
  if (audience === 'adults' || gate?.is === 'done') return ticks;
  return [gate?.is === 'suspended' ? 'review' : 'gate', ...ticks];
}

/** What is missing, in a sentence shown after start was pressed; empty where nothing is. */
export function missingSentence(missing: ReturnType<typeof missingBefore>): string {
  const ticks = missing.filter((one) => todayTicks.some((tick) => tick === one)).length;
  if (missing.length === 1 && missing[0] === 'lead-name') {
    return 'Enter the name of the safeguarding lead or deputy who is in today.';
  }
  const parts = [
    ...(missing.includes('gate') ? ['your safeguarding lead’s approval for this term'] : []),
    ...(missing.includes('review') ? ['your safeguarding lead’s review of this lesson'] : []),
    ...(ticks === 0 ? [] : [ticks === 1 ? 'one tick' : `${ticks} ticks`]),
    ...(missing.includes('lead-name')
      ? ['the name of the safeguarding lead or deputy who is in today']
      : []),
  ];
  return parts.length === 0
    ? ''
    : `Still needed: ${listWords(parts)}. You can rehearse or preview without.`;
}

/** What is typed of today’s class that cannot be true, in the order of the page: how many are there, and when it ends. A preview asks neither. */
export function wrongToday({
  doing,
  count,
  isBellWrong,
}: {
  readonly doing: Doing;
  readonly count: number;
  readonly isBellWrong: boolean;
}) {
  if (doing === 'preview') return [];
  return [...(count < 1 ? (['count'] as const) : []), ...(isBellWrong ? (['bell'] as const) : [])];
}

/** What to write instead, in a sentence each. */
export function wrongSentences(
  wrong: ReturnType<typeof wrongToday>,
  audience: Audience,
): readonly string[] {
  const who = audience === 'adults' ? 'people' : '{pupils}';
  const words = {
    count: `Enter how many ${who} are here: at least 1.`,
    bell: 'Enter the end time like 10:40, at most six hours from now, or leave it empty.',
  };
  return wrong.map((one) => words[one]);
}
