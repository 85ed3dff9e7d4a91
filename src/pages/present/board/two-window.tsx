import { useState } from 'preact/hooks';
import { deckDrawing } from '../../../outputs/board/deck-drawing.ts';
import { landKey, type Deck } from '../../../outputs/board/deck.ts';
import { drawnOr } from '../../../text/drawing.ts';
import { html } from '../../../text/html.ts';
import { AsideCard } from '../panels/aside-card.tsx';
import { BottomBar } from '../panels/bottom-bar.tsx';
import { FilmWords, wordsNow } from '../film/film-words.tsx';
import { useFilmPages } from '../film/film-words.view.ts';
import { slideOf, stopsByHand } from '../session/moves.ts';
import { isOffered } from '../session/keys.ts';
import { Notes, type NotesPage } from '../panels/notes.tsx';
import { NoticeList } from '../panels/notice-list.tsx';
import { PausedCard } from '../panels/paused-card.tsx';
import { OnBoard } from './previews.tsx';
import { SlideStrip } from './slide-strip.tsx';
import { TopBar } from '../panels/top-bar.tsx';
import { coverOf, isLanding } from '../session/presenter-state.ts';
import { filmFailedNote } from '../session/words.ts';
import type { Presenter } from '../session/presenter.view.ts';

type WindowProps = { readonly presenter: Presenter; readonly now: Date };

/** What they see, what to say, and the slides to go to, on the laptop beside a board on a second screen. */
export function TwoWindow({ presenter, now }: WindowProps) {
  const film = useFilmPages(presenter.ui().notes);
  const [areWordsOpen, openWords] = useState(false);
  const { deck } = presenter;
  const isPaused = coverOf(presenter.store.state()) === 'pause';
  return (
    <div class="two">
      <TopBar presenter={presenter} now={now} />
      <main class="desk">
        <h1 class="unseen">{deck.boardTitle}</h1>
        <div class="side">
          <OnBoard presenter={presenter} />
          {isPaused ? <PausedCard presenter={presenter} /> : <AsideCard presenter={presenter} />}
        </div>
        <div class="says">
          <NoticeList
            presenter={presenter}
            film={film?.told ?? []}
            hasFilmWords={wordsNow(presenter, film) !== null}
            hasFirst
          />
          <Notes
            page={notesPage(presenter)}
            names={deck.names}
            minutes={minutesOf(deck)}
            version={presenter.ui().notes}
            hasTelling={isOffered(deck, 'telling')}
          >
            <FilmWords presenter={presenter} pages={film} isOpen={areWordsOpen} open={openWords} />
          </Notes>
        </div>
      </main>
      <SlideStrip presenter={presenter} isHidden={isPaused} />
      <BottomBar presenter={presenter} now={now} />
    </div>
  );
}

/** Which notes belong to what is on the board. */
export function notesPage(presenter: Pick<Presenter, 'deck' | 'store'>): NotesPage {
  const state = presenter.store.state();
  const { slide } = state;
  if (isLanding(state)) {
    return { of: 'landing', key: landKey(slideOf(presenter.deck, slide)?.block ?? '') };
  }
  return {
    of: 'slide',
    key: slide,
    isByHand: stopsByHand(presenter.deck, state),
    filmFailed: filmFailedNote(presenter.deck, state),
    question: questionOn(presenter.deck, slide),
  };
}

// As HTML: what a poll asks, or the question of a stop of the film.
function questionOn(deck: Deck, id: string): string | null {
  const slide = slideOf(deck, id);
  if (slide?.kind === 'stop') return slide.heading === '' ? null : `${html`${slide.heading}`}`;
  if (slide?.kind !== 'poll') return null;
  const question = deck.questions.find((one) => one.id === slide.question);
  return question === undefined ? null : `${html`${drawnOr(question.prompt, deckDrawing(deck))}`}`;
}

// How long today's version is, where every part of it says.
function minutesOf({ blocks }: Deck): number | null {
  const all = blocks.map(({ minutes }) => minutes);
  return all.includes(null) ? null : all.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
