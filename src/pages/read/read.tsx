import { render } from 'preact';
import { deckSchema } from '../../outputs/board/deck-schema.ts';
import { readJsonAs } from '../../text/schema.ts';
import { OFFLINE_FOR_CLASS, watchOffline } from '../../ui/offline-links.view.ts';
import { App, type Open } from './app.tsx';
import { readByCode } from './read-by-code.ts';
import { readWhole } from './read-whole.ts';
import { readSettings, type Settings } from './settings.ts';
import { applySettings, openSaved, startPlace } from './stage.view.ts';

const made = document.querySelector('#deck')?.textContent?.trim() ?? '';
const isStaff = made !== '';
const saved = openSaved(isStaff);
const place = startPlace();

let open: Open = null;
let follows = true;
let settings = readSettings(saved.read(), matchMedia('(prefers-color-scheme: dark)').matches);
let cover = 'none';
const deck = readJsonAs(deckSchema, made);
const reader = deck === null ? readByCode(saved, draw) : readWhole(deck, draw);

// A site of files alone says so, of a lesson with a film.
if (document.querySelector('meta[name="wholeclass-films"]')) {
  void import('../../film/films-here.view.ts').then((films) => films.leadToFilmHere('../../'));
}
applySettings(settings);
watchOffline(OFFLINE_FOR_CLASS);
draw();

function draw(): void {
  const root = document.getElementById('read');
  const { place: at } = reader.page();
  if (!root) return;
  // Help opens here together with the board's, so that no one stands out who reads it.
  const covered = at.at === 'reading' ? at.reading.cover : 'none';
  if (covered !== cover && (covered === 'help' || (cover === 'help' && open === 'help'))) {
    open = covered === 'help' ? 'help' : null;
  }
  cover = covered;
  if (at.at === 'left') open = null;
  render(
    <App
      reader={reader}
      open={open}
      settings={settings}
      follows={follows}
      show={show}
      set={set}
      follow={follow}
    />,
    root,
  );
  place.drawn({
    at: [at.at, open === 'help', covered === 'pause'].join(' '),
    on: at.at === 'reading' ? at.reading.slide : null,
    follows,
  });
}

function show(next: Open): void {
  open = next;
  draw();
}

function set(next: Settings): void {
  settings = next;
  saved.write(next);
  applySettings(next);
  draw();
}

function follow(next: boolean): void {
  follows = next;
  draw();
}

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && open !== null) show(null);
});
