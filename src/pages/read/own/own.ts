import { showNotHere } from '../../../edit/fill-my-page.view.ts';
import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';

const ROOT = '../../';
const mine = openMyLesson(ROOT);
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  const json = await mine.make('deck.json');
  const place = document.querySelector('#deck');
  if (json === null || place === null) {
    return showNotHere(document.querySelector('#read'), mine.id, ROOT);
  }
  place.textContent = json;
  await import('../read.tsx');
}
