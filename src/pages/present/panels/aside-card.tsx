import { Button } from '../../../ui/controls.view.tsx';
import { keyOf } from '../session/keys.ts';
import { FilmCard } from '../film/film-card.tsx';
import { SPARE_SEATS } from '../../../room/room.ts';
import { coverOf, isWatching, viewOf } from '../session/presenter-state.ts';
import { deckAsPlayed, filmInReach, slideOf } from '../session/moves.ts';
import { WatchingCard } from '../start/watching.tsx';
import { coveredCard, inFivesText, waitingResult, type PollCard } from '../room/poll-card.ts';
import { PollButtons } from '../room/poll-buttons.tsx';
import type { Presenter } from '../session/presenter.view.ts';
import { startWords } from '../../../outputs/plan/start-words.ts';
import { joinOf } from '../session/words.ts';
import { wording } from '../../../ui/wording.view.ts';

type AsideProps = { readonly presenter: Presenter };

/** The question at hand, or else the room: how the class answers today. */
export function AsideCard({ presenter }: AsideProps) {
  if (isWatching(presenter.store.state())) return <WatchingCard />;
  const shown = presenter.card();
  const card = shown && coverOf(presenter.store.state()) === 'help' ? coveredCard(shown) : shown;
  const isFilm = slideOf(presenter.deck, presenter.store.state().slide)?.kind === 'film';
  return (
    <section
      class="card aside"
      aria-label={
        card ? 'Poll' : isFilm ? 'The film' : wording(startWords[presenter.deck.audience].today)
      }
    >
      {card ? (
        <Poll presenter={presenter} card={card} />
      ) : isFilm ? (
        <FilmCard presenter={presenter} />
      ) : (
        <>
          <Today presenter={presenter} />
          <FilmAgain presenter={presenter} />
        </>
      )}
      {!card && <Waiting presenter={presenter} />}
      {!isFilm && <Join presenter={presenter} />}
    </section>
  );
}

function Poll({ presenter, card }: AsideProps & { readonly card: PollCard }) {
  return (
    <>
      <h2>{wording(card.title)}</h2>
      {card.answersIn !== null && (
        <p class="aside__count">
          <b>{inFivesText(card.answersIn)}</b> answers in, hidden until you close
        </p>
      )}
      {card.words !== '' && <p class="aside__words">{wording(card.words)}</p>}
      <div class="aside__presses">
        <PollButtons presenter={presenter} card={card} />
        <FilmAgain presenter={presenter} />
      </div>
    </>
  );
}

// At a stop or a question of the film, its last words again.
function FilmAgain({ presenter: { deck: whole, store, act } }: AsideProps) {
  const { slide, showing } = store.state();
  const deck = deckAsPlayed(whole, store.state());
  if (!filmInReach(deck, slide) || showing.source === 'elsewhere') return null;
  if (slideOf(deck, slide)?.kind === 'film') return null;
  return (
    <div class="buttons">
      <Button
        onPress={() => act('replay')}
        shortcut={keyOf('replay')}
        disabled={coverOf(store.state()) !== 'none'}
      >
        Last 20 s
      </Button>
    </div>
  );
}

// A question closed from a later slide has its result on its own.
function Waiting({ presenter: { deck, store, room } }: AsideProps) {
  const state = store.state();
  const cover = coverOf(state);
  const waiting = waitingResult(deck, state.slide, viewOf(state));
  if (waiting === null) return null;
  const { question } = waiting;

  function show(to: string): void {
    store.send({ type: 'go', slide: to });
    void room.step({ type: 'show', question: question.id });
  }

  return (
    <>
      <p class="aside__words">The result of “{question.prompt}” is ready:</p>
      <div class="buttons">
        <Button onPress={() => show(waiting.slide)} disabled={cover !== 'none'}>
          Show result
        </Button>
      </div>
    </>
  );
}

function Today({ presenter }: AsideProps) {
  const { pupils, devices, mode } = presenter.store.state();
  const view = viewOf(presenter.store.state());
  const isRehearsal = mode === 'rehearsal';
  const byTablet = view?.devices ?? devices;
  const { here, today } = startWords[presenter.deck.audience];
  if (mode === 'preview') return <h2>Preview: nobody is asked</h2>;
  return (
    <>
      <h2>{wording(today)}</h2>
      <p class="aside__words">
        {view?.pupils ?? pupils}{' '}
        {wording(
          isRehearsal
            ? `pretend ${here}`
            : `${here}, answering ${byTablet ? 'on {school tablets}' : 'by hands'}`,
        )}
      </p>
      {presenter.hasDevices &&
        presenter.deck.audience === 'pupils' &&
        !isRehearsal &&
        !view?.devices && (
          <div class="buttons">
            <Button
              onPress={() => presenter.act('devices')}
              icon="tablet"
              shortcut={keyOf('devices')}
            >
              {wording('Use {pupil devices}')}
            </Button>
          </div>
        )}
    </>
  );
}

function Join({ presenter }: AsideProps) {
  const join = joinOf(viewOf(presenter.store.state()));
  if (!join) return null;
  const { isClosed } = join;
  return (
    <>
      <p class="aside__join">
        {isClosed ? (
          <b>Joining is closed</b>
        ) : (
          <>
            <b>{join.address}</b> · <b>{join.code}</b>
          </>
        )}{' '}
        ·{' '}
        <button
          type="button"
          class="aside__seats"
          onClick={() => presenter.change({ dialog: 'room' })}
        >
          {join.joined}
          <span class="unseen">: who joins</span>
        </button>{' '}
        ·{' '}
        <button
          type="button"
          class="aside__seats"
          onClick={() => void presenter.room.step({ type: 'joining', isOpen: isClosed })}
        >
          {isClosed ? 'Open joining again' : 'Close joining'}
        </button>
      </p>
      {join.isFull && !isClosed && (
        <div class="buttons">
          <Button onPress={() => void presenter.room.step({ type: 'more-seats' })}>
            {SPARE_SEATS} more seats
          </Button>
        </div>
      )}
    </>
  );
}
