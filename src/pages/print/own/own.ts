import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';
import { fillMyPage, slotsOfMine } from '../../../edit/fill-my-page.view.ts';

const ROOT = '../../../';
const mine = openMyLesson(ROOT);
const sheet = new URLSearchParams(location.search).get('sheet') ?? '';
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  if (await fillMyPage(mine, await slotsOfMine(mine, sheet), ROOT)) await import('../print.ts');
}
