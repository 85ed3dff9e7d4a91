import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';
import { startSaveCopy } from './save-copy.ts';
import { startSaveOwnFolder } from './save-folder.ts';
import { fillMyPage, slotsOfMine } from '../../../edit/fill-my-page.view.ts';

const ROOT = '../../';
const mine = openMyLesson(ROOT);
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  if (!(await fillMyPage(mine, await slotsOfMine(mine, 'plan'), ROOT))) return;
  startSaveCopy(mine);
  startSaveOwnFolder(mine, ROOT);
  await import('../plan.ts');
}
