import { monthsAfter } from '../text/day.ts';
import { gateTicks, type GateTick, type Approver, type School } from './school.ts';

/** How the safeguarding lead’s gate stands on a day (M27): done until a day, lapsed since one, or waiting for ticks; refused with a note; or done, and not for this lesson, until it is reviewed or approved again, or where no program is that could be asked. */
export type GateState =
  | {
      readonly is: 'done';
      readonly on: string;
      readonly role: Approver;
      readonly until: string;
      readonly by: 'term' | 'months';
      /** How they showed who they are; nothing is known of it in the older form, for all lessons. */
      readonly proof?: Proof;
    }
  | { readonly is: 'lapsed'; readonly until: string; readonly by: 'term' | 'months' }
  | { readonly is: 'waiting'; readonly missing: readonly GateTick[] }
  | { readonly is: 'refused'; readonly on: string; readonly role: Approver; readonly note: string }
  | {
      readonly is: 'suspended';
      readonly why: string;
      readonly until: 'review' | 'approval' | 'program';
    };

/** How someone who approves shows who they are: with the words of a safeguarding key, by a request link, or not at all, on a site of files. */
export const proofs = ['key', 'link', 'here'] as const;

/** One of them. */
export type Proof = (typeof proofs)[number];

/** How long a gate stands where the term goes on for longer, or no one said when it ends. */
const MONTHS = 4;

/** What each tick of the gate says. */
export const gateWords: Readonly<Record<GateTick, string>> = {
  policy: 'We’ve read our policy, and this fits it',
  parents: 'Parents and carers have been told',
  contacts: 'The contacts have been confirmed, or are left off',
  it: 'IT knows that filters may send alerts',
  cover: 'Someone covers when the lead is away',
};

/** How the gate stands; it lapses at the end of the term, and four months after it was done at the latest. */
export function gateState(
  { gate, termEnds }: Pick<School, 'gate' | 'termEnds'>,
  today: string,
): GateState {
  const missing = gateTicks.filter((tick) => gate?.ticked.includes(tick) !== true);
  if (gate === null || missing.length > 0) return { is: 'waiting', missing };
  const latest = monthsAfter(gate.on, MONTHS);
  const isTerm = termEnds >= gate.on && termEnds < latest;
  const [until, by] = isTerm ? ([termEnds, 'term'] as const) : ([latest, 'months'] as const);
  return today <= until
    ? { is: 'done', on: gate.on, role: gate.by, until, by }
    : { is: 'lapsed', until, by };
}

/** What is said of a last day of term that no approval of today ends on; empty where one would, and where none was given. */
export function termTrouble(termEnds: string, today: string): string {
  return termEnds !== '' && termEnds < today
    ? 'That day has passed: an approval of today lasts four months.'
    : '';
}

/** How the gate stands for one lesson; `why` the term's approval does not hold for it, in a sentence, null where it holds. */
export function gateFor(state: GateState, why: string | null): GateState {
  return state.is === 'done' && why !== null ? { is: 'suspended', why, until: 'review' } : state;
}
