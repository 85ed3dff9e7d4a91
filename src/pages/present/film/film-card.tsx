import { deckFor, type FilmSource } from '../../../outputs/board/film-source.ts';
import { filmTime } from '../session/block-clock.ts';
import { stopsOf } from './film-moves.ts';
import { FilmTransport, SourceButton } from './film-transport.tsx';
import { hasFilmFailed, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type FilmProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'change'> };

/**
 * The film at hand: its transport, or what to do where it plays elsewhere or the teacher tells its
 * story.
 */
export function FilmCard({ presenter }: FilmProps) {
  const { deck, store } = presenter;
  const { source } = store.state().showing;
  if (hasFilmFailed(deck, store.state())) return <FailedFilm presenter={presenter} />;
  const isPlayed = source === 'laptop' || (source === 'media' && deck.film !== null);
  return isPlayed ? (
    <FilmTransport presenter={presenter} />
  ) : (
    <>
      <NotHere presenter={presenter} source={source} />
      <div class="buttons">
        <SourceButton presenter={presenter} />
      </div>
    </>
  );
}

// What to do is in the notice; none of what plays a film is here.
function FailedFilm({ presenter }: FilmProps) {
  return (
    <>
      <h2>The film isn’t playing</h2>
      <p class="aside__words">
        The board shows a calm slide. When the film can be played, its buttons are back here.
      </p>
      <div class="buttons">
        <SourceButton presenter={presenter} />
      </div>
    </>
  );
}

function NotHere({ presenter, source }: FilmProps & { readonly source: FilmSource }) {
  switch (source) {
    case 'media':
    case 'laptop':
      return <NoFilm />;
    case 'elsewhere':
      return <Elsewhere presenter={presenter} />;
    case 'story':
      return (
        <>
          <h2>You tell the story</h2>
          <p class="aside__words">
            The board says so, and shows no film. If “Film in words” is below your notes, it has the
            story. Next goes to the question.
          </p>
        </>
      );
  }
}

function NoFilm() {
  return (
    <>
      <h2>No film is here</h2>
      <p class="aside__words">
        Choose one from this laptop, play it elsewhere, or tell its story in your own words.
      </p>
    </>
  );
}

function Elsewhere({ presenter: { deck, store } }: FilmProps) {
  const { slide } = store.state();
  const timed = deckFor(deck, 'elsewhere');
  const here = slideOf(timed, slide);
  const until = here?.kind === 'film' && timed.film !== null ? here.to : null;
  const asked = stopsOf(timed).find(({ at }) => at === until);
  return (
    <>
      <h2>The film plays elsewhere</h2>
      <p class="aside__words" role="status">
        {until !== null && (
          <>
            Pause it at <b class="film-until">{filmTime(until)}</b>, then press Next.
          </>
        )}
        {until === null &&
          (timed.film === null
            ? 'Its times are not known here: pause it where the question fits, then press Next.'
            : 'Let it play to its end, then press Next.')}
        {asked && ` The question then: ${asked.heading}`}
      </p>
    </>
  );
}
