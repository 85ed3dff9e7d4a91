import { byWords } from '../help/shown.ts';
import { dayWords } from '../text/day.ts';
import type { GateState } from './gate.ts';

/** How the term's approval is, for the teacher of a lesson: what it is, in bold where something is to do, what that means, and what to press. */
export type ApprovalLine = {
  readonly state: string;
  readonly means: string;
  readonly ask: 'Ask them' | 'Ask again' | 'Remind them' | null;
};

const MEANWHILE = 'Until then you can preview and practise.';

/** The line; `asked` is the day on which the lead was asked on this computer, null where that is not known. */
export function approvalLine(gate: GateState, asked: string | null): ApprovalLine {
  if (gate.is === 'done') {
    const state = `Approved by ${byWords(gate.role)} until ${dayWords(gate.until)}.`;
    return { state, means: '', ask: null };
  }
  const why = whyNot(gate);
  if (asked !== null) {
    const state = `You asked your safeguarding lead on ${dayWords(asked)}.`;
    return { state, means: `${why} ${MEANWHILE}`, ask: 'Remind them' };
  }
  switch (gate.is) {
    case 'waiting':
      return { state: why, means: `It takes them two minutes. ${MEANWHILE}`, ask: 'Ask them' };
    case 'lapsed':
      return { state: why, means: MEANWHILE, ask: 'Ask again' };
    case 'suspended':
      return { state: why, means: MEANWHILE, ask: 'Ask them' };
  }
}

function whyNot(gate: Exclude<GateState, { readonly is: 'done' }>): string {
  switch (gate.is) {
    case 'waiting':
      return 'Your safeguarding lead has not approved this yet.';
    case 'lapsed':
      return `The approval ended on ${dayWords(gate.until)}.`;
    case 'suspended':
      return gate.why;
  }
}
