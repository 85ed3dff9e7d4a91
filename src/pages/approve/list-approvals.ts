import { lessonGate } from '../../approval/approval.ts';
import { openApprovalHere } from '../../approval/approval-here.view.ts';
import type { ApprovalView } from '../../approval/approval-protocol.ts';
import { approvalLine } from '../../approval/approval-line.ts';
import { withdrawRequest, WITHDRAWN } from '../../approval/withdraw-request.view.ts';
import type { GateState } from '../../school/gate.ts';
import { openSchoolHere } from '../../school/school-here.view.ts';
import { dayWords } from '../../text/day.ts';
import { today } from '../../text/today.view.ts';

/** Says of each lesson of a list how its approval is, and withdraws what was asked; `root` leads to the site’s root. */
export async function listApprovals(root: string): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-approve]')];
  if (places.length === 0) return;
  const { school } = await openSchoolHere(root).read();
  await Promise.all(
    places.map(async (place) => {
      const { approve: slug = '', why = null } = place.dataset;
      const here = openApprovalHere(root, slug);
      const reply = await here.read();
      if (reply.is === 'refused') return void (place.textContent = reply.message);
      const words = ({ state, asked }: ApprovalView) => {
        const now = why ?? nowWords(lessonGate({ state, school, why }, today()));
        return asked === null ? now : `${now} Asked for on ${dayWords(asked)}.`;
      };
      place.textContent = words(reply.body);
      if (reply.body.asked === null) return;
      const link = place.parentElement?.querySelector('a');
      const withdraw = withdrawRequest(here, {
        of: link?.textContent ?? '',
        done: (view) => {
          place.textContent = `${WITHDRAWN} ${words(view)}`;
          withdraw.remove();
          link?.focus();
        },
      });
      place.after(withdraw);
    }),
  );
}

function nowWords(gate: GateState): string {
  return gate.is === 'waiting' ? 'Not approved yet.' : approvalLine(gate, null).state;
}
