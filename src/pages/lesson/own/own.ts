import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';
import { startSaveCopy } from './save-copy.ts';
import { fillMyPage } from '../../../edit/fill-my-page.view.ts';

const mine = openMyLesson('../../');
answerForMyLesson(mine);
void fillMyPage(mine, { file: 'plan', root: '../../' }).then((isFilled) => {
  if (!isFilled) return;
  startSaveCopy(mine);
  void import('../plan.ts');
});
