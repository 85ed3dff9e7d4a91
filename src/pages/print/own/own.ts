import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';
import { fillMyPage } from '../../../edit/fill-my-page.view.ts';

const ROOT = '../../../';
const mine = openMyLesson(ROOT);
const { sheet } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
answerForMyLesson(mine);
void fillMyPage(mine, { file: sheet ?? '', root: ROOT }).then((isFilled) => {
  if (isFilled) void import('../print.ts');
});
