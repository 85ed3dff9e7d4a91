import { leadToFilmHere } from '../../film/films-here.view.ts';
import { today } from '../../text/today.view.ts';
import { namesIn, namesToday, showNames } from '../../lesson/today.view.ts';
import { hasMarginBoxes } from '../../outputs/handouts/margin-boxes.view.ts';
import { lookOf } from '../../outputs/handouts/paper-look.ts';
import { showFoot } from '../../outputs/handouts/show-foot.view.ts';
import { showLook } from '../../outputs/handouts/show-look.view.ts';
import { wording, setWording } from '../../ui/wording.view.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { startPrintButtons } from '../../ui/print-button.view.ts';
import { slidesAPageOf } from '../../outputs/handouts/slides-a-page.ts';
import { showTodaysParts } from './todays-notes.ts';

const ROOT = '../../../';
// A program that prints this page waits until all of it is there.
document.documentElement.dataset['filling'] = '';
const filling: Promise<unknown>[] = [leadToFilmHere(ROOT)];
const named = document.querySelector<HTMLElement>('[data-names]');
if (named) {
  const site = new URL(ROOT, location.href).pathname;
  const own = namesIn(named);
  showNames(document, namesToday({ slug: named.dataset['lesson'] ?? '', site }, own));
  if (named.dataset['follows'] !== undefined) filling.push(showTodaysParts(named, ROOT));
}

showAPage();
showFoot(document);
filling.push(showLook(document, lookOf(location.search)));

// The sheet is whole without the school’s own words; where it has a place for them they come in.
filling.push(fillIn());

startPrintButtons();
void offerLetterHere();
startRunningNotice();
if (!hasMarginBoxes() && document.querySelector('[data-foot]')) {
  document.querySelector('.print-bar')?.append(noFeetNote());
}
void Promise.allSettled(filling).then(() => delete document.documentElement.dataset['filling']);

// A school sends a letter in its own words and by its own ways.
async function offerLetterHere(): Promise<void> {
  const letter = document.querySelector<HTMLElement>('[data-letter]');
  const bar = document.querySelector('.print-bar [data-print]')?.parentElement;
  if (letter === null || !bar) return;
  const { offerLetter } = await import('./letter.view.ts');
  offerLetter(letter, bar);
}

// Slides on paper: as many on a page as the address asks for.
function showAPage(): void {
  if (document.querySelector('.slides-sheet') === null) return;
  const count = String(slidesAPageOf(location.search));
  document.documentElement.dataset['aPage'] = count;
  for (const link of document.querySelectorAll<HTMLElement>('a[data-a-page]')) {
    if (link.dataset['aPage'] === count) link.setAttribute('aria-current', 'page');
  }
}

function noFeetNote(): HTMLElement {
  const note = document.createElement('p');
  note.className = 'advice';
  note.textContent =
    'This browser leaves out the foot of the page, with its number. Print from the page “Print”, or in Edge or Chrome.';
  return note;
}

async function fillIn(): Promise<void> {
  const home = document.querySelector<HTMLAnchorElement>('.site-mark')?.href ?? '';
  const [{ openSchoolHere }, { showSchool }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('../../outputs/handouts/show-school.view.ts'),
  ]);
  const { school } = await openSchoolHere(new URL('.', home).href).read();
  showSchool(document, school, today());
  setWording(school.setting);
  const { title } = document.querySelector<HTMLElement>('[data-title]')?.dataset ?? {};
  if (title !== undefined) document.title = `${wording(title)} · Wholeclass`;
  showFoot(document);
}
