import { openSchoolHere } from '../school/school-here.view.ts';
import { acceptAnswer, type ApprovalReply } from './approval-here.view.ts';
import { withContacts, type SentAnswer } from './sent-answer.ts';

/** Takes an answer that came back to the browser that asked, with the contacts it has; `root` leads to the site’s root. */
export async function takeAnswer(
  root: string,
  slug: string,
  answer: SentAnswer | null,
): Promise<ApprovalReply> {
  if (answer === null) return no('This isn’t an answer of your safeguarding lead’s.');
  if (answer.lesson !== slug) return no('This answer is for another lesson.');
  const reply = await acceptAnswer(root, slug, answer);
  if (reply.is === 'refused') return reply;
  const here = openSchoolHere(root);
  const { school } = await here.read();
  const saved = { ...withContacts(school, answer), saved: new Date().toISOString() };
  const trouble = await here.write(saved);
  return trouble === '' ? reply : no(trouble);
}

function no(message: string): ApprovalReply {
  return { is: 'refused', status: 0, message };
}
