import { listWords } from '../text/list-words.ts';
import type { GateState } from './gate.ts';

/** The teacher’s own four ticks, today and for this lesson (M27). */
export const todayTicks = ['watched', 'lead', 'pupils', 'help'] as const;

/** One of the four. */
export type TodayTick = (typeof todayTicks)[number];

/** Who a session is held for: a deck's `audience`. */
type Audience = 'pupils' | 'adults';

/** What somebody is about to do: teach a class, rehearse with a pretend one, or look without polls. */
export type Doing = 'teach' | 'rehearse' | 'preview';

/** What whoever holds a session for adults ticks: no pupil is there, and it may be held to get a go-ahead given. */
const adultTicks: readonly TodayTick[] = ['watched', 'lead', 'help'];

/** The ticks a start asks for, in the order of the page. */
export function ticksFor(audience: Audience): readonly TodayTick[] {
  return audience === 'adults' ? adultTicks : todayTicks;
}

/** What the rule looks at: `audience` is who sits there; `gate` is null while it is not known yet, `lead` is who is in the building today. */
export type BeforeTeaching = {
  readonly audience: Audience;
  readonly doing: Doing;
  readonly gate: GateState | null;
  readonly ticked: readonly TodayTick[];
  readonly lead: string;
};

/** What still keeps a lesson from starting, in the order of the page: the gate, ticks, and the name that one of them asks for. */
export function missingBefore({ audience, doing, gate, ticked, lead }: BeforeTeaching): readonly ('gate' | TodayTick | 'lead-name')[] {
  if (doing !== 'teach') return [];
  const ticks = ticksFor(audience).flatMap((tick) => {
    if (!ticked.includes(tick)) return [tick];
    return tick === 'lead' && lead.trim() === '' ? (['lead-name'] as const) : [];
  });
  // Parents and staff are told before the term's go-ahead can be given: it is about pupils.
  return audience === 'adults' || gate?.is === 'done' ? ticks : ['gate', ...ticks];
}

/** What is missing, in a sentence for whoever pressed start; empty where nothing is. */
export function missingSentence(missing: ReturnType<typeof missingBefore>): string {
  const ticks = missing.filter((one) => one !== 'gate' && one !== 'lead-name').length;
  const parts = [
    ...(missing.includes('gate') ? ['the safeguarding lead’s go-ahead for this term'] : []),
    ...(ticks === 0 ? [] : [ticks === 1 ? 'one tick' : `${ticks} ticks`]),
    ...(missing.includes('lead-name') ? ['the name of who is in the building'] : []),
  ];
  return parts.length === 0
    ? ''
    : `Not yet: ${listWords(parts)} ${parts.length > 1 || ticks > 1 ? 'are' : 'is'} still to do. A rehearsal or a preview needs none of it.`;
}
