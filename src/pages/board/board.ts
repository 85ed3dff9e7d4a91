import '../../ui/tokens.css';
import '../../ui/page-tokens.css';
import '../../ui/fonts.css';
import './board.css';
import { startBoardPage } from '../../outputs/board/board-page.view.ts';
import { readDeck } from '../../outputs/board/board-readers.ts';

const place = document.querySelector<HTMLElement>('#board');
const made = readDeck(JSON.parse(document.querySelector('#deck')?.textContent ?? ''));
if (place && made) startBoardPage(place, made);
// A site of files alone says so, of a lesson with a film.
if (document.querySelector('meta[name="wholeclass-films"]')) {
  void import('../../film/films-here.view.ts').then((films) => films.leadToFilmHere('../../'));
}
