import '../../look/tokens.css';
import '../../look/fonts.css';
import './board.css';
import { channelName, type FromBoard, type ToBoard } from '../../deck/board-link.ts';
import { startBoard } from '../../deck/board.view.ts';
import type { Deck } from '../../deck/deck.ts';
import { followLesson } from '../../deck/follow-lesson.view.ts';
import { nameDeck } from '../../deck/name-deck.ts';
import { namesToday, showNames } from '../../lesson/today.view.ts';
import { channelLink } from '../../deck/links.view.ts';

const made = JSON.parse(document.querySelector('#deck')?.textContent ?? '') as Deck;
const place = document.querySelector<HTMLElement>('#board');
const root = '../../';
const site = new URL(root, location.href).pathname;
const named = (deck: Deck) => nameDeck(deck, namesToday({ slug: deck.slug, site }, deck.names));
const deck = named(made);
const link = channelLink<FromBoard, ToBoard>(channelName(deck.slug, site));
const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="wholeclass-${name}"]`)?.content ?? '';

showNames(document, deck.names);

if (place) {
  const board = startBoard(place, deck, { link, root, ownWindow: true, store: sessionStorage });
  const stamp = meta('lesson');
  // What is wrong with the lesson's file is told to the teacher alone.
  if (meta('room') === 'server' && stamp !== '') {
    followLesson({ slug: deck.slug, root, stamp }, { deck: (next) => board.renew(named(next)), notes: () => undefined, held: () => undefined });
  }
}
