import '../../ui/controls.css';
import { render } from 'preact';
import { draftOf, NO_DRAFT, type FilmDraft } from '../../film/film-draft.ts';
import { isOtherFile } from '../../film/confirmations.ts';
import { openBrowserFilms, openServerFilms, type TypedFilm } from '../../film/film-homes.view.ts';
import type { FilmThere } from '../../film/film-protocol.ts';
import { readManifest } from '../../film/manifest.ts';
import { readCaptionFile } from '../../film/vtt.ts';
import { filmsKey } from '../../text/browser-keys.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { FilmEditor } from './film-editor.tsx';
import { FilmList } from './film-list.tsx';
import { readPageData } from './page-data.ts';

/** What a film is called in this browser until it has a title of its own. */
const NEW = 'new';

const data = readPageData();
// A film of the site lies one folder deeper.
const root = new URL(data.film === null ? '../' : '../../', location.href);
const browser = openBrowserFilms(filmsKey(root.pathname));
const home = data.home === 'server' ? openServerFilms(root) : browser.home;

const box = document.querySelector<HTMLElement>('#film');
if (box !== null) void open(box);
addEventListener('hashchange', () => location.reload());
startRunningNotice();

async function open(place: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search).get('film');
  const named = data.film ?? asked ?? location.hash.slice(1);
  // A film that came with the site has a page of its own.
  if (data.film === null && data.films.some(({ name }) => name === named)) {
    return location.replace(pageAddress(`./${named}/`));
  }
  if (named === '') {
    const saved = home.place === 'browser' ? await browser.all() : [];
    place.textContent = '';
    render(<FilmList films={data.films} saved={saved} />, place);
    return;
  }
  const [there, typed] = await Promise.all([readThere(named), browser.drafts.read(named)]);
  document.body.classList.add('has-film-foot');
  place.textContent = '';
  render(
    <FilmEditor
      film={named === NEW ? null : named}
      root={root}
      home={home}
      drafts={browser.drafts}
      taken={new Set([...data.films.map(({ name }) => name), NEW])}
      there={there}
      saved={draftFrom(there)}
      typed={typed && hasOtherFile(there) ? withoutConfirmed(typed) : typed}
      isOther={hasOtherFile(there)}
      isShipped={home.place === 'browser' && (data.there?.yaml ?? '') !== ''}
    />,
    place,
  );
}

// What this browser has of a film that came with the site is newer.
async function readThere(film: string): Promise<FilmThere | null> {
  if (film === NEW) return null;
  const found = await home.read(film);
  const shipped = film === data.film ? data.there : null;
  if (found === null) return shipped && { ...shipped, version: null };
  return home.place === 'browser'
    ? { ...found, hasFile: shipped?.hasFile === true, file: shipped?.file ?? null }
    : found;
}

// What was confirmed was confirmed of another film.
function hasOtherFile(there: FilmThere | null): boolean {
  const { manifest } = readManifest(there?.yaml ?? '', { isTimed: true });
  return isOtherFile(manifest?.file, there?.file ?? null);
}

function withoutConfirmed(typed: TypedFilm): TypedFilm {
  return { ...typed, draft: { ...typed.draft, confirmed: {} } };
}

function draftFrom(there: FilmThere | null): FilmDraft {
  if (there === null) return NO_DRAFT;
  const { manifest, title } = readManifest(there.yaml, { isTimed: true });
  const cues = there.captions === null ? null : readCaptionFile(there.captions);
  if (manifest !== null) {
    const draft = draftOf(manifest, cues);
    return hasOtherFile(there) ? { ...draft, confirmed: {} } : draft;
  }
  return { ...NO_DRAFT, title, captions: cues && [...cues] };
}
