import { landKey } from '../../../outputs/board/deck.ts';
import { AsideCard } from '../panels/aside-card.tsx';
import { BottomBar } from '../panels/bottom-bar.tsx';
import { FilmWords } from '../film/film-words.tsx';
import { useFilmPages } from '../film/film-words.view.ts';
import { slideOf, stopsByHand } from '../session/moves.ts';
import { isOffered } from '../session/keys.ts';
import { Notes, type NotesPage } from '../panels/notes.tsx';
import { NoticeList } from '../panels/notice-list.tsx';
import { PausedDesk } from '../panels/paused-desk.tsx';
import { NextPreview, OnBoard } from './previews.tsx';
import { TopBar } from '../panels/top-bar.tsx';
import { coverOf, isLanding } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

type WindowProps = { readonly presenter: Presenter; readonly now: Date };

/** What they see, what comes next and what to say, on the laptop beside a board on a second screen. */
export function TwoWindow({ presenter, now }: WindowProps) {
  const film = useFilmPages(presenter.ui().notes);
  const isPaused = coverOf(presenter.store.state()) === 'pause';
  return (
    <div class="two">
      <TopBar presenter={presenter} now={now} />
      <NoticeList presenter={presenter} now={now} film={film?.told ?? []} />
      {isPaused && <PausedDesk presenter={presenter} />}
      <main class="desk" hidden={isPaused}>
        <h1 class="unseen">{presenter.deck.title}</h1>
        <OnBoard presenter={presenter} />
        <NextPreview presenter={presenter} />
        <AsideCard presenter={presenter} />
        <div class="says">
          <Notes
            page={notesPage(presenter)}
            names={presenter.deck.names}
            version={presenter.ui().notes}
            onTelling={isOffered(presenter.deck, 'telling') ? () => presenter.act('telling') : null}
          />
          <FilmWords presenter={presenter} pages={film} />
        </div>
      </main>
      <BottomBar presenter={presenter} />
    </div>
  );
}

function notesPage(presenter: Presenter): NotesPage {
  const state = presenter.store.state();
  const { slide } = state;
  if (isLanding(state)) {
    return { of: 'landing', key: landKey(slideOf(presenter.deck, slide)?.block ?? '') };
  }
  return {
    of: 'slide',
    key: slide,
    isByHand: stopsByHand(presenter.deck, state),
  };
}
