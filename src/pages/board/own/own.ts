import '../../../ui/tokens.css';
import '../../../ui/page-tokens.css';
import '../../../ui/fonts.css';
import '../board.css';
import './own.css';
import { startBoardPage } from '../../../outputs/board/board-page.view.ts';
import { readDeck } from '../../../outputs/board/board-readers.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { askForDeck } from '../../../outputs/board/hand-over.view.ts';
import { shownAt } from '../../../outputs/board/shown-at.view.ts';
import { slugOfMine } from '../../../text/my-lesson.ts';
import { makeFilesHere } from '../../../text/site-file.view.ts';

// The lesson lies in no file, and this window reads no text of it: its presenter hands over the slides.
const slug = slugOfMine(new URLSearchParams(location.search).get('lesson') ?? '');
const site = new URL('../../', location.href).pathname;
const place = document.querySelector<HTMLElement>('#board');
const addresses = new Map<string, string>();
let last = '';
let files: ReadonlyMap<string, Blob> = new Map();
let renew: ((deck: Deck) => void) | null = null;

makeFilesHere((address) => {
  const file = files.get(/\/media\/(.+)$/.exec(address)?.[1] ?? '');
  return file === undefined ? null : Promise.resolve(new Response(file));
});
askForDeck({ slug, site }, (sent) => {
  ({ files } = sent);
  const json = shownAt(sent, addresses);
  const deck = json === last ? null : readDeck(JSON.parse(json));
  if (deck === null || place === null) return;
  last = json;
  if (renew !== null) return renew(deck);
  place.textContent = '';
  renew = startBoardPage(place, deck);
});
