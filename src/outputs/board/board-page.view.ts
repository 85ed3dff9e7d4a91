import { showNames, watchToday } from '../../lesson/today.view.ts';
import { channelName, type FromBoard, type ToBoard } from './board-link.ts';
import { readChange, readDeck, readToBoard } from './board-readers.ts';
import { startBoard } from './board.view.ts';
import { coverSlide } from './sections.ts';
import type { Deck } from './deck.ts';
import { followLesson } from './follow-lesson.view.ts';
import { channelLink } from './links.view.ts';
import { showOldPage } from './old-page.view.ts';
import { todaysDeck } from './todays-deck.view.ts';
import { versionedLink, versionedReader } from './versioned-link.ts';

const root = '../../';
// A deck of a newer program may hold what this page cannot draw.
const other = (isNewer: boolean) => isNewer && showOldPage();
const readServed = versionedReader(readDeck, other);

/** Starts the board on its own page; `first` is all of the lesson, whatever is chosen of it today. What is returned shows a changed lesson. */
export function startBoardPage(place: HTMLElement, first: Deck): (next?: Deck) => void {
  const { slug } = first;
  // What is chosen of it later is chosen of this: its file may have a mistake by then that is held back.
  let whole = withMarkup(first, place);
  const site = new URL(root, location.href).pathname;
  const deck = todaysDeck(whole, site);
  // A presenter of another version would draw what this page does not know.
  const link = versionedLink<FromBoard, ToBoard>(
    channelLink(channelName(slug, site)),
    versionedReader(readToBoard, other),
  );
  const meta = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="wholeclass-${name}"]`)?.content ?? '';

  showNames(document, deck.names);
  takeOut(place, deck);
  const board = startBoard(place, deck, { link, root, ownWindow: true, store: sessionStorage });
  // The first press is on the board's one large button: what it has beside its slides comes after them.
  addEventListener(
    'click',
    () => void import('./tools.view.ts').then((tools) => tools.start(place, link)),
  );
  const stamp = meta('lesson');
  const renew = (next?: Deck) => board.renew(todaysDeck((whole = next ?? whole), site));
  watchToday({ slug, site }, () => renew());
  // Only the teacher sees what is wrong with the lesson's file.
  if (meta('room') === 'server' && stamp !== '') {
    const readNews = versionedReader(readChange, other);
    followLesson(
      { slug, root, stamp, readDeck: readServed, readChange: readNews },
      { deck: renew },
    );
  }
  return renew;
}

// The board's own page carries its slides' markup once, and not in its data.
function withMarkup(deck: Deck, box: HTMLElement): Deck {
  const inside = (id: string) =>
    box.querySelector(`[data-slide="${id}"] > .slide`)?.innerHTML ?? '';
  return {
    ...deck,
    help: deck.help || inside(coverSlide('help')),
    slides: deck.slides.map((slide) => ({ ...slide, html: slide.html || inside(slide.id) })),
  };
}

// The page carries every slide of the lesson; the covers have a colon in their names.
function takeOut(box: HTMLElement, { slides }: Deck): void {
  const shown = new Set(slides.map(({ id }) => id));
  for (const section of box.querySelectorAll<HTMLElement>('section[data-slide]')) {
    const id = section.dataset['slide'] ?? '';
    if (!id.includes(':') && !shown.has(id)) section.remove();
  }
}
