import { lessonGate } from '../../approval/approval.ts';
import { openApprovalHere } from '../../approval/approval-here.view.ts';
import { approvalLine } from '../../approval/approval-line.ts';
import type { GateState } from '../../school/gate.ts';
import { openSchoolHere } from '../../school/school-here.view.ts';
import { dayWords } from '../../text/day.ts';
import { today } from '../../text/today.view.ts';

/** Says of each lesson of a list how its approval is; `root` leads to the site’s root. */
export async function listApprovals(root: string): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-approve]')];
  if (places.length === 0) return;
  const { school } = await openSchoolHere(root).read();
  await Promise.all(
    places.map(async (place) => {
      const reply = await openApprovalHere(root, place.dataset['approve'] ?? '').read();
      if (reply.is === 'refused') return void (place.textContent = reply.message);
      const { state, asked } = reply.view;
      const gate = lessonGate({ state, school, why: null }, today());
      place.textContent = listed(gate, asked);
    }),
  );
}

function listed(gate: GateState, asked: string | null): string {
  const since = asked === null ? '' : ` Asked for on ${dayWords(asked)}.`;
  const now = gate.is === 'waiting' ? 'Not approved yet.' : approvalLine(gate, null).state;
  return now + since;
}
