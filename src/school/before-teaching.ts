import type { GateState } from './gate.ts';

/** The teacher’s own ticks, today and for this lesson (M27): three for a class, three for adults. */
export const todayTicks = ['watched', 'lead', 'pupils', 'help'] as const;

/** One of them. */
export type TodayTick = (typeof todayTicks)[number];

/** Who a session is held for: a deck's `audience`. */
type Audience = 'pupils' | 'adults';

/** What someone is about to do: teach a class, rehearse with a pretend one, or look without polls. */
export type Doing = 'teach' | 'rehearse' | 'preview';

/** The ticks a start asks for, in the order of the page. For adults no pupil is there, and someone stays behind. */
export function ticksFor(audience: Audience): readonly TodayTick[] {
  return audience === 'adults' ? ['watched', 'lead', 'help'] : ['watched', 'lead', 'pupils'];
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
export type MissingBefore = 'gate' | 'review' | TodayTick | 'lead-name';

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
  const isReview = gate?.is === 'suspended' && gate.until === 'review';
  return [isReview ? 'review' : 'gate', ...ticks];
}

/** All that is missing, a line each in the order of the page, shown once start was pressed; `words` are what the ticks say. */
export function missingLines(
  missing: readonly MissingBefore[],
  words: Readonly<Record<TodayTick, string>>,
): readonly string[] {
  return missing.map((one) => {
    switch (one) {
      case 'gate':
        return 'Your safeguarding lead’s approval of this lesson. You can practise or preview without.';
      case 'review':
        return 'Your safeguarding lead’s review of this lesson. You can practise or preview without.';
      case 'lead':
      case 'lead-name':
        return NAME_WANTED;
      case 'watched':
      case 'pupils':
      case 'help':
        return `Tick “${words[one]}”.`;
    }
  });
}

/** What is written where no one is named. */
export const NAME_WANTED = 'Enter the name of the safeguarding lead or deputy who is in today.';

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
