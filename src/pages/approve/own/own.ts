import { fillMyPage, slotsOfMine } from '../../../edit/fill-my-page.view.ts';
import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';

// A lesson of the site with a film that is described in this browser alone: the safeguarding lead watches it and answers here.
const ROOT = '../../';
const mine = openMyLesson(ROOT);
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  const slots = await slotsOfMine(mine, 'approve');
  if (!(await fillMyPage(mine, slots, ROOT))) return;
  const data = document.createElement('script');
  Object.assign(data, { type: 'application/json', id: 'to-approve', textContent: slots?.['data'] });
  document.body.append(data);
  await import('../approve.tsx');
}
