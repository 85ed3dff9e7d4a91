import { AfterDialog } from './panels/after-card.tsx';
import { BoxDialog } from './room/box-dialog.tsx';
import { CardsPart } from './cards/cards-part.tsx';
import { Cleared, Finished } from './board/calm-pages.tsx';
import { isWatching, screensOf, type Screens } from './session/presenter-state.ts';
import { DiscardDialog } from './room/discard-dialog.tsx';
import { FindDialog } from './panels/find-dialog.tsx';
import { FinishDialog, KeysDialog, ScreensDialog } from './panels/dialogs.tsx';
import { HandsDialog } from './room/hands-dialog.tsx';
import { JumpDialog } from './panels/jump-dialog.tsx';
import { LeaveDialog } from './panels/leave-dialog.tsx';
import { OneWindow } from './board/one-window.tsx';
import { RejoinDialog } from './start/rejoin.tsx';
import { RoomDialog } from './room/room-dialog.tsx';
import { PhoneDialog } from './phone/phone-dialog.tsx';
import type { Presenter } from './session/presenter.view.ts';
import { Slips } from './slips/slips.tsx';
import { SkipFilmDialog } from './film/skip-film-dialog.tsx';
import { SourceDialog } from './film/source-dialog.tsx';
import { StartPanel } from './start/start-panel.tsx';
import { StoredDialog } from './room/stored-dialog.tsx';
import { TellingDialog } from './panels/telling-dialog.tsx';
import { TwoWindow } from './board/two-window.tsx';
import { hasPrivacyCover } from './board/privacy-cover.ts';
import { Letters, PrivacyCover } from '../../ui/controls.view.tsx';

type AppProps = { readonly presenter: Presenter; readonly now: Date };

/** The presenter's page. */
export function App({ presenter, now }: AppProps) {
  const state = presenter.store.state();
  const { phase } = state;
  if (presenter.ui().dialog === 'slips') return <Slips presenter={presenter} />;
  if (phase.is === 'finished' && phase.screens === 'two') {
    return <Finished presenter={presenter} closesAt={phase.closesAt} now={now} />;
  }
  const isCleared =
    phase.is === 'finished' && phase.closesAt !== null && now.getTime() >= phase.closesAt;
  return (
    <Letters.Provider value={presenter.ui().letters}>
      {isCleared ? (
        <Cleared presenter={presenter} />
      ) : (
        <Page screens={screensOf(state)} presenter={presenter} now={now} />
      )}
      <PrivacyCover.Provider value={hasPrivacyCover(state, presenter.ui())}>
        <OpenDialog presenter={presenter} />
      </PrivacyCover.Provider>
      {presenter.ui().isTelling && screensOf(state) === 'two' && (
        <TellingDialog presenter={presenter} />
      )}
    </Letters.Provider>
  );
}

function Page({ screens, presenter, now }: AppProps & { readonly screens: Screens | null }) {
  switch (screens) {
    case null:
      return <StartPanel presenter={presenter} />;
    case 'one':
      return <OneWindow presenter={presenter} now={now} />;
    case 'two':
      return <TwoWindow presenter={presenter} now={now} />;
  }
}

function OpenDialog({ presenter }: { readonly presenter: Presenter }) {
  const { dialog } = presenter.ui();
  if (isWatching(presenter.store.state())) return null;
  switch (dialog) {
    case 'hands':
      return screensOf(presenter.store.state()) === 'one' ? null : (
        <HandsDialog presenter={presenter} />
      );
    case 'cards':
      return screensOf(presenter.store.state()) === 'one' ? null : (
        <CardsPart presenter={presenter} isBar={false} />
      );
    case 'source':
      return <SourceDialog presenter={presenter} />;
    case 'skip-film':
      return <SkipFilmDialog presenter={presenter} />;
    case 'keys':
      return <KeysDialog presenter={presenter} />;
    case 'screens':
      return <ScreensDialog presenter={presenter} />;
    case 'finish':
      return <FinishDialog presenter={presenter} />;
    case 'after':
      return <AfterDialog presenter={presenter} />;
    case 'stored':
      return <StoredDialog presenter={presenter} />;
    case 'box':
      return <BoxDialog presenter={presenter} />;
    case 'room':
      return <RoomDialog presenter={presenter} />;
    case 'discard':
      return <DiscardDialog presenter={presenter} />;
    case 'leave':
      return <LeaveDialog presenter={presenter} />;
    case 'rejoin':
      return <RejoinDialog presenter={presenter} />;
    case 'phone':
      // On the only screen the class would read the words.
      return screensOf(presenter.store.state()) === 'one' ? null : (
        <PhoneDialog presenter={presenter} />
      );
    case 'jump':
      return <JumpDialog presenter={presenter} />;
    case 'find':
      return <FindDialog presenter={presenter} />;
    case 'slips':
    case null:
      return null;
  }
}
