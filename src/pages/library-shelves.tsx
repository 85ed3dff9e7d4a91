import { useState } from 'preact/hooks';
import type { LessonCard } from '../outputs/library/lesson-card.ts';
import { CAMPAIGN_FILM_PAGE, type CampaignFilm } from '../outputs/library/campaign-film.ts';
import {
  shelveLessons,
  START,
  type Column,
  type Shelf,
} from '../outputs/library/lesson-shelves.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { SeriesCard } from './library-card.tsx';

/** More of one subject are shown when they are asked for. */
const MAX = 8;

type LibraryProps = {
  readonly cards: readonly LessonCard[];
  readonly film: CampaignFilm;
};

/** What to begin with, in columns, beside each other. */
export function Columns({ cards, film }: LibraryProps) {
  const { columns } = shelveLessons(cards, film.isReady);
  if (columns.length === 0) return null;
  return (
    <div class="columns">
      {columns.map((column, at) => (
        <OneColumn key={column.name} column={column} id={`column-${at}`} />
      ))}
    </div>
  );
}

type ColumnProps = {
  readonly column: Column;
  /** Of its heading, which names it. */
  readonly id: string;
};

function OneColumn({ column: { name, about, series, also }, id }: ColumnProps) {
  return (
    <section class="column" aria-labelledby={id}>
      <div class="column__head">
        <h2 id={id}>{name}</h2>
        {about && <p>{about}</p>}
      </div>
      <SeriesCard series={series} also={also} isOfAge={name !== START} />
    </section>
  );
}

/** All other lessons, under headings. */
export function ShelvesBelow({ cards, film }: LibraryProps) {
  const { shelves } = shelveLessons(cards, film.isReady);
  return (
    <div class="subjects">
      {shelves.map((shelf, at) => (
        <OneShelf key={shelf.name} shelf={shelf} id={`subject-${at}`} />
      ))}
    </div>
  );
}

/** That the campaign’s own film is not here yet, and where it is added. */
export function FilmLine({ film: { line } }: Pick<LibraryProps, 'film'>) {
  if (line === null) return null;
  return (
    <p class="campaign-film">
      The campaign’s film, <cite>{line.title}</cite>, {line.says}{' '}
      <a href={pageAddress(CAMPAIGN_FILM_PAGE)}>{line.link}</a>
    </p>
  );
}

type ShelfProps = { readonly shelf: Shelf; readonly id: string };

function OneShelf({ shelf: { name, series }, id }: ShelfProps) {
  const [isWhole, setWhole] = useState(series.length <= MAX + 1);
  const shown = isWhole ? series : series.slice(0, MAX);

  // The button is gone after it is pressed.
  function showAll(): void {
    document.getElementById(id)?.focus();
    setWhole(true);
  }

  return (
    <section class={`subject subject--${Math.min(series.length, 4)}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {name}
      </h2>
      <ul class="cards">
        {shown.map((one) => (
          <li key={one.first.slug}>
            <SeriesCard series={one} />
          </li>
        ))}
      </ul>
      {!isWhole && (
        <p class="subject__more">
          <button class="button" type="button" onClick={showAll}>
            Show all {series.length} in {name}
          </button>
        </p>
      )}
    </section>
  );
}
