import '../../look/tokens.css';
import '../../look/fonts.css';
import './board.css';
import { channelName, type FromBoard, type ToBoard } from '../../deck/board-link.ts';
import { startBoard } from '../../deck/board.view.ts';
import type { Deck } from '../../deck/deck.ts';
import { nameDeck } from '../../deck/name-deck.ts';
import { namesToday, showNames } from '../../lesson/today.view.ts';
import { channelLink } from '../../deck/links.view.ts';

const made = JSON.parse(document.querySelector('#deck')?.textContent ?? '') as Deck;
const board = document.querySelector<HTMLElement>('#board');
const root = '../../';
const site = new URL(root, location.href).pathname;
const names = namesToday({ slug: made.slug, site }, made.names);
const deck = nameDeck(made, names);
const link = channelLink<FromBoard, ToBoard>(channelName(deck.slug, site));

showNames(document, names);

if (board) startBoard(board, deck, { link, root, ownWindow: true, store: sessionStorage });
