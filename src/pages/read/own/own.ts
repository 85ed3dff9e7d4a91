import { showNotHere } from '../../../edit/fill-my-page.view.ts';
import { answerForMyLesson, openMyLesson } from '../../../edit/my-lesson-here.view.ts';

const ROOT = '../../';
const mine = openMyLesson(ROOT);
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  const json = await mine.make('deck.json');
  if (json === null) return showNotHere(document.querySelector('#read'), mine.id, ROOT);
  const deck = document.createElement('script');
  Object.assign(deck, { type: 'application/json', id: 'deck', textContent: json });
  document.body.append(deck);
  await import('../read.tsx');
}
