import type { SavedFilm } from '../../film/film-homes.view.ts';
import { readManifest } from '../../film/manifest.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { Icon } from '../../ui/controls.view.tsx';
import type { NamedFilm } from '../../film/named-film.ts';

type ListProps = {
  /** Those that have a folder here. */
  readonly films: readonly NamedFilm[];
  /** Those of this browser. */
  readonly saved: readonly SavedFilm[];
};

/** Every film there is, and the way to another. */
export function FilmList({ films, saved }: ListProps) {
  const own = saved.filter(({ film }) => !films.some(({ name }) => name === film));
  return (
    <>
      <div class="films-head">
        <h1>Films</h1>
        <a class="button button--main" href="#new">
          <Icon name="plus" />
          <span>Add a film</span>
        </a>
      </div>
      <p class="lead">
        Watch it once, press S where you want to talk. The film stays on this computer and is not
        uploaded.
      </p>
      <ul class="films">
        {films.map((film) => (
          <li class="card" key={film.name}>
            <h2>
              <a href={pageAddress(`./${film.name}/`)}>{film.title}</a>
            </h2>
            <p>{stateOf(film)}</p>
          </li>
        ))}
        {own.map(({ film, yaml }) => {
          const { manifest, title } = readManifest(yaml, { isTimed: true });
          return (
            <li class="card" key={film}>
              <h2>
                <a href={`#${film}`}>{title || film}</a>
              </h2>
              <p>
                {manifest ? `${writeClockTime(manifest.length)} long. ` : ''}
                Saved in this browser.
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function stateOf({ length, isHere, isConfirmed }: NamedFilm): string {
  if (length === null) return 'Not set up yet: it needs the film, its stops and its content note.';
  const long = `${writeClockTime(length)} long.`;
  if (!isHere) return `${long} The film’s file isn’t here: choose it when you teach.`;
  return isConfirmed ? long : `${long} Not confirmed yet for safeguarding lessons.`;
}
