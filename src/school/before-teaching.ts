import { listWords } from '../text/list-words.ts';
import type { GateState } from './gate.ts';

/** The teacher’s own four ticks, today and for this lesson (M27). */
export const todayTicks = ['watched', 'lead', 'pupils', 'help'] as const;

/** One of the four. */
export type TodayTick = (typeof todayTicks)[number];

/** What somebody is about to do: teach a class, rehearse with a pretend one, or look without polls. */
export type Doing = 'teach' | 'rehearse' | 'preview';

/** What the rule looks at: `gate` is null while it is not known yet, `lead` is who is in the building today. */
export type BeforeTeaching = {
  readonly doing: Doing;
  readonly gate: GateState | null;
  readonly ticked: readonly TodayTick[];
  readonly lead: string;
};

/** What still keeps a lesson from starting, in the order of the page: the gate, ticks, and the name that one of them asks for. */
export function missingBefore({ doing, gate, ticked, lead }: BeforeTeaching): readonly ('gate' | TodayTick | 'lead-name')[] {
  if (doing !== 'teach') return [];
  const ticks = todayTicks.flatMap((tick) => {
    if (!ticked.includes(tick)) return [tick];
    return tick === 'lead' && lead.trim() === '' ? (['lead-name'] as const) : [];
  });
  return gate?.is === 'done' ? ticks : ['gate', ...ticks];
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
