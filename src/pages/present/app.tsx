import { AfterDialog } from './after-card.tsx';
import { BoxDialog } from './box-dialog.tsx';
import { Cleared, Finished } from './calm-pages.tsx';
import { isWatching, type Screens } from './desk.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { FinishDialog, KeysDialog, ScreensDialog } from './dialogs.tsx';
import { HandsDialog } from './hands-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { OneWindow } from './one-window.tsx';
import { RejoinDialog } from './rejoin.tsx';
import { RoomDialog } from './room-dialog.tsx';
import type { Presenter } from './presenter.view.ts';
import { Slips } from './slips.tsx';
import { SkipFilmDialog } from './skip-film-dialog.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { StartPanel } from './start-panel.tsx';
import { StoredDialog } from './stored-dialog.tsx';
import { TellingDialog } from './telling-dialog.tsx';
import { TwoWindow } from './two-window.tsx';
import { isVeiled } from './veil.ts';
import { Letters, Veil } from '../../look/controls.view.tsx';

/** What every part of the page is given: the presenter and the time. */
export type AppProps = { readonly presenter: Presenter; readonly now: Date };

/** The presenter's page. */
export function App({ presenter, now }: AppProps) {
  const { screens, finished, ends } = presenter.store.desk();
  if (presenter.ui().dialog === 'slips') return <Slips presenter={presenter} />;
  if (finished && screens === 'two') return <Finished presenter={presenter} now={now} />;
  const isCleared = finished && screens === 'one' && ends !== null && now.getTime() >= ends;
  return (
    <Letters.Provider value={presenter.ui().letters}>
      {isCleared ? (
        <Cleared presenter={presenter} />
      ) : (
        <Page screens={screens} presenter={presenter} now={now} />
      )}
      <Veil.Provider value={isVeiled(presenter.store.desk(), presenter.ui().dialog)}>
        <OpenDialog presenter={presenter} />
      </Veil.Provider>
    </Letters.Provider>
  );
}

function Page({ screens, presenter, now }: AppProps & { readonly screens: Screens }) {
  switch (screens) {
    case 'unsaid':
      return <StartPanel presenter={presenter} />;
    case 'one':
      return <OneWindow presenter={presenter} now={now} />;
    case 'two':
      return <TwoWindow presenter={presenter} now={now} />;
  }
}

function OpenDialog({ presenter }: { readonly presenter: Presenter }) {
  const { dialog } = presenter.ui();
  if (dialog === 'telling') return <TellingDialog presenter={presenter} />;
  if (isWatching(presenter.store.desk())) return null;
  switch (dialog) {
    case 'hands':
      return presenter.store.desk().screens === 'one' ? null : (
        <HandsDialog presenter={presenter} />
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
    case 'slips':
    case null:
      return null;
  }
}
