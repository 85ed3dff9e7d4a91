import '../../ui/tokens.css';
import '../../ui/page-tokens.css';
import '../../ui/fonts.css';
import './board.css';
import { channelName, type FromBoard, type ToBoard } from '../../outputs/board/board-link.ts';
import { readChange, readDeck, readToBoard } from '../../outputs/board/board-readers.ts';
import { startBoard } from '../../outputs/board/board.view.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { followLesson } from '../../outputs/board/follow-lesson.view.ts';
import { todaysDeck } from '../../outputs/board/todays-deck.view.ts';
import { showNames, watchToday } from '../../lesson/today.view.ts';
import { fetchFile } from '../../text/site-file.view.ts';
import { channelLink } from '../../outputs/board/links.view.ts';
import { showOldPage } from '../../outputs/board/old-page.view.ts';
import { versionedLink, versionedReader } from '../../outputs/board/versioned-link.ts';

const root = '../../';
const place = document.querySelector<HTMLElement>('#board');
// A deck of a newer program may hold what this page cannot draw.
const other = (isNewer: boolean) => isNewer && showOldPage();
const readServed = versionedReader(readDeck, other);
const made = readDeck(JSON.parse(document.querySelector('#deck')?.textContent ?? ''));
if (place && made) start(place, made);

/** Starts the board; `whole` is all of the lesson, whatever is chosen of it today. */
function start(place: HTMLElement, whole: Deck): void {
  const { slug } = whole;
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
    () =>
      void import('../../outputs/board/tools.view.ts').then((tools) => tools.start(place, link)),
  );
  const stamp = meta('lesson');
  const renew = (next: Deck | null) => next && board.renew(todaysDeck(next, site));
  watchToday({ slug, site }, () => void fetchWhole(slug).then(renew));
  // Only the teacher sees what is wrong with the lesson's file.
  if (meta('room') === 'server' && stamp !== '') {
    const readNews = versionedReader(readChange, other);
    followLesson(
      { slug, root, stamp, readDeck: readServed, readChange: readNews },
      { deck: renew },
    );
  }
}

// This page has its slides as markup, and those that were taken out no more.
async function fetchWhole(slug: string): Promise<Deck | null> {
  const response = await fetchFile(`${root}present/${slug}/deck.json`).catch(() => null);
  return response?.ok ? readServed(await response.json()) : null;
}

// The page carries every slide of the lesson; the covers have a colon in their names.
function takeOut(box: HTMLElement, { slides }: Deck): void {
  const shown = new Set(slides.map(({ id }) => id));
  for (const section of box.querySelectorAll<HTMLElement>('section[data-slide]')) {
    const id = section.dataset['slide'] ?? '';
    if (!id.includes(':') && !shown.has(id)) section.remove();
  }
}
