import { byWords } from '../help/shown.ts';
import type { GateState, Proof } from '../school/gate.ts';
import { dayWords } from '../text/day.ts';

/** How the approval of a lesson is, for its teacher: what it is, in bold where something is to do, what that means, and what to press. */
export type ApprovalLine = {
  readonly state: string;
  readonly means: string;
  readonly ask: 'Ask them' | 'Ask again' | 'Remind them' | null;
};

const MEANWHILE = 'Until then you can preview and practise.';
const HERE = 'Here you can preview and practise.';

/** The line; `asked` is the day on which the lead was asked and has not answered since, null where no one is. */
export function approvalLine(gate: GateState, asked: string | null): ApprovalLine {
  if (gate.is === 'done') return { state: doneWords(gate), means: '', ask: null };
  const why = whyNot(gate);
  if (asked !== null) {
    const state = `You asked your safeguarding lead on ${dayWords(asked)}.`;
    const since = gate.is === 'waiting' ? 'They have not answered yet.' : why;
    return { state, means: `${since} ${MEANWHILE}`, ask: 'Remind them' };
  }
  switch (gate.is) {
    case 'waiting':
      return { state: why, means: `It takes them two minutes. ${MEANWHILE}`, ask: 'Ask them' };
    case 'lapsed':
    case 'refused':
      return { state: why, means: MEANWHILE, ask: 'Ask again' };
    case 'suspended':
      return {
        state: why,
        means: gate.until === 'program' ? HERE : MEANWHILE,
        ask: gate.until === 'program' ? null : 'Ask them',
      };
  }
}

const proofWords: Readonly<Record<Proof, string>> = {
  key: ', with their key',
  link: ', by a request link',
  here: ', in this browser',
};

function doneWords({
  role,
  until,
  on,
  proof,
}: Extract<GateState, { readonly is: 'done' }>): string {
  const how = proof === undefined ? '' : proofWords[proof];
  return `Approved until ${dayWords(until)} by ${byWords(role)}, ${dayWords(on)}${how}.`;
}

function whyNot(gate: Exclude<GateState, { readonly is: 'done' }>): string {
  switch (gate.is) {
    case 'waiting':
      return 'Your safeguarding lead has not approved this yet.';
    case 'lapsed':
      return `The approval ended on ${dayWords(gate.until)}.`;
    case 'refused':
      return `Not yet, says ${byWords(gate.role)}, ${dayWords(gate.on)}: “${gate.note}”`;
    case 'suspended':
      return gate.why;
  }
}
