import '../../look/tokens.css';
import '../../look/fonts.css';
import './board.css';
import { channelName, type FromBoard, type ToBoard } from '../../deck/board-link.ts';
import { startBoard } from '../../deck/board.view.ts';
import type { Deck } from '../../deck/deck.ts';
import { channelLink } from '../../deck/links.view.ts';

const deck = JSON.parse(document.querySelector('#deck')?.textContent ?? '') as Deck;
const board = document.querySelector<HTMLElement>('#board');
const root = '../../';
const link = channelLink<FromBoard, ToBoard>(channelName(deck.slug, new URL(root, location.href).pathname));

if (board) startBoard(board, deck, { link, root, ownWindow: true, store: sessionStorage });
