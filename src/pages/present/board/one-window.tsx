import { useEffect, useRef } from 'preact/hooks';
import type { Board } from '../../../outputs/board/board.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { hasFilmFailed } from '../session/moves.ts';
import { mayShowJoining } from '../session/deck-in-class.ts';
import { coverOf, isLanding, isWatching } from '../session/presenter-state.ts';
import { FilmAgainButton, WholeButton } from '../film/film-transport.tsx';
import { CardsPart } from '../cards/cards-part.tsx';
import { HandsBar } from '../room/hands-dialog.tsx';
import { isOffered, keyOf } from '../session/keys.ts';
import { WatchingBar } from '../start/watching.tsx';
import { SITE } from '../session/lesson-files.view.ts';
import { isAsking, MainButtons, SkipFilmButton } from '../panels/main-button.tsx';
import { SafetyButtons } from '../panels/safety-buttons.tsx';
import { NoticeList } from '../panels/notice-list.tsx';
import { coveredCard, type PollCard } from '../room/poll-card.ts';
import { PollButtons } from '../room/poll-buttons.tsx';
import type { Presenter } from '../session/presenter.view.ts';

type OneProps = { readonly presenter: Presenter; readonly now: Date };

/** The board itself with a touch bar, for a screen that pupils may see: nothing of the notes, the clock or what comes next. */
export function OneWindow({ presenter, now }: OneProps) {
  const state = presenter.store.state();
  const { dialog } = presenter.ui();
  // A window that watches counts nothing, and no camera reads on in it.
  const isCounting = (dialog === 'hands' || dialog === 'cards') && !isWatching(state);
  useFittingBoard(isCounting);
  // The count so far stays as it is, out of sight, while the board is paused.
  const isHidden = coverOf(state) === 'pause';
  return (
    <div class="one">
      <main class="one__stage">
        <h1 class="unseen">{presenter.deck.boardTitle}</h1>
        <BoardHere presenter={presenter} />
      </main>
      <NoticeList presenter={presenter} />
      <nav class="bar bar--touch" aria-label="The board">
        {state.phase.is === 'finished' ? (
          <OverBar presenter={presenter} />
        ) : (
          <>
            <div class="bar__go">
              <Bar presenter={presenter} isCounting={isCounting && !isHidden} />
              {isCounting && (
                <div class="veil" hidden={isHidden}>
                  {dialog === 'hands' ? (
                    <HandsBar presenter={presenter} />
                  ) : (
                    <CardsPart presenter={presenter} isBar />
                  )}
                </div>
              )}
            </div>
            <SafetyButtons presenter={presenter} now={now} />
          </>
        )}
      </nav>
    </div>
  );
}

// While hands are counted or cards read, their own bar is in the place of what moves the lesson on.
function Bar({
  presenter,
  isCounting,
}: Pick<OneProps, 'presenter'> & { readonly isCounting: boolean }) {
  const state = presenter.store.state();
  if (isWatching(state)) return <WatchingBar takeOver={() => presenter.lease.take()} />;
  return isCounting ? null : <TouchBar presenter={presenter} />;
}

// The board scales to what the bar leaves of the window, and hears of it as of any other change of size.
function useFittingBoard(isCounting: boolean): void {
  useEffect(() => void dispatchEvent(new Event('resize')), [isCounting]);
}

function BoardHere({ presenter }: Pick<OneProps, 'presenter'>) {
  const { board, deck } = presenter;
  const box = useRef<HTMLDivElement>(null);
  const here = useRef<Board | null>(null);
  useEffect(() => {
    let isOn = true;
    void import('../../../outputs/board/board.view.ts').then(({ startBoard }) => {
      if (!isOn || !box.current) return;
      here.current = startBoard(box.current, presenter.deck, {
        link: board.inPage(),
        root: SITE,
        ownWindow: false,
        store: sessionStorage,
      });
    });
    return () => {
      isOn = false;
      here.current?.close();
      here.current = null;
    };
  }, [board, presenter]);
  useEffect(() => here.current?.renew(deck), [deck]);
  return <div class="one__board" ref={box} />;
}

function TouchBar({ presenter }: Pick<OneProps, 'presenter'>) {
  const { act } = presenter;
  const state = presenter.store.state();
  const cover = coverOf(state);
  const shown = cover === 'pause' ? null : presenter.card();
  const card = shown && cover === 'help' ? coveredCard(shown) : shown;
  // At a question the row is the question's: how to join until it closes, and the screens before or after it.
  const mayJoin = card === null || card.state === 'idle' || card.state === 'asking';
  const isPaused = cover === 'pause';
  const isEnding = isLanding(state) && !isPaused;
  return (
    <>
      <MainButtons presenter={presenter} />
      {!isAsking(presenter) && !isEnding && (
        <>
          {isPaused && <p class="bar__words">Paused. What to say next is in your printed notes.</p>}
          <SkipFilmButton presenter={presenter} />
          {hasFilmFailed(presenter.deck, state) && <FilmAgainButton store={presenter.store} />}
          {!isPaused && !hasFilmFailed(presenter.deck, state) && (
            <WholeButton presenter={presenter} isHeld={cover !== 'none'} variant="quiet" />
          )}
          {card && <PollButtons presenter={presenter} card={card} />}
          {mayJoin && mayShowJoining(state) && (
            <Button
              onPress={() => act('join')}
              icon="tablet"
              variant="quiet"
              shortcut={keyOf('join')}
              pressed={cover === 'join'}
            >
              How to join
            </Button>
          )}
          {card === null && (
            <Button
              onPress={() => act('screens')}
              icon="screens"
              variant="quiet"
              shortcut={keyOf('screens')}
            >
              Screens
            </Button>
          )}
        </>
      )}
      {isEnding && !isAsking(presenter) && <EndingWords presenter={presenter} card={card} />}
    </>
  );
}

// What is left is the end, or the slide again, and a question that is open can be closed: one row, so that the board stays as it is.
function EndingWords({
  presenter,
  card,
}: Pick<OneProps, 'presenter'> & { readonly card: PollCard | null }) {
  return card?.offers.includes('close') === true ? (
    <PollButtons presenter={presenter} card={{ ...card, offers: ['close'] }} />
  ) : (
    <p class="bar__words">The ending is in your printed notes.</p>
  );
}

function OverBar({ presenter }: Pick<OneProps, 'presenter'>) {
  const { store } = presenter;
  const { phase } = store.state();
  const isClosing = phase.is === 'finished' && phase.closesAt !== null;
  return (
    <>
      <p class="bar__words">The lesson is finished.</p>
      <span class="bar__gap" />
      {isClosing && (
        <Button onPress={() => store.send({ type: 'keep-board' })}>
          {isOffered(presenter.deck, 'help') ? 'Keep help here' : 'Keep the board'}
        </Button>
      )}
      <Button onPress={() => store.send({ type: 'close-board' })}>Clear the screen</Button>
      <Button onPress={() => presenter.change({ dialog: 'after' })}>See private results</Button>
      {presenter.deck.questions.length > 0 && (
        <Button onPress={() => presenter.change({ dialog: 'slips' })}>Count paper slips</Button>
      )}
      <Button onPress={() => presenter.store.reset()}>Teach it again</Button>
      <a class="button button--main" href={SITE}>
        All lessons
      </a>
    </>
  );
}
