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
      const { approve: slug = '', why = null } = place.dataset;
      const reply = await openApprovalHere(root, slug).read();
      if (reply.is === 'refused') return void (place.textContent = reply.message);
      const { state, asked } = reply.body;
      const now = why ?? nowWords(lessonGate({ state, school, why }, today()));
      place.textContent = asked === null ? now : `${now} Asked for on ${dayWords(asked)}.`;
    }),
  );
}

function nowWords(gate: GateState): string {
  return gate.is === 'waiting' ? 'Not approved yet.' : approvalLine(gate, null).state;
}
