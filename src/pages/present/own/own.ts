import { showNotHere } from '../../../edit/fill-my-page.view.ts';
import {
  answerForMyLesson,
  openMyLesson,
  type FoundLesson,
} from '../../../edit/my-lesson-here.view.ts';
import { runningHere } from '../../../ui/running-lesson.view.ts';
import { handOverDeck } from '../../../outputs/board/hand-over.view.ts';

const ROOT = '../../';
const mine = openMyLesson(ROOT);
answerForMyLesson(mine);
void open();

async function open(): Promise<void> {
  const found = await mine.found;
  if (found === null) {
    return showNotHere(document.querySelector('#present'), mine.id, ROOT);
  }
  const site = new URL(ROOT, location.href).pathname;
  handOverDeck({ slug: mine.slug, site }, () => mine.makeToSend('deck.json'));
  await import('../present.tsx');
  markTaught(found);
}

/** How often it is looked whether the lesson runs, in ms. */
const LOOK_MS = 10_000;

// A lesson that has begun is taught with the text of now; practising leaves no mark.
function markTaught({ home, lesson }: FoundLesson): void {
  const looking = setInterval(() => {
    if (!runningHere(ROOT).some(({ slug }) => slug === mine.slug)) return;
    clearInterval(looking);
    void home.history?.taught?.(lesson.id, lesson.text);
  }, LOOK_MS);
}
