import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import { keyOf } from '../session/keys.ts';
import { stopsByHand } from '../session/moves.ts';
import { coverOf, screensOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { FilmAgainButton } from '../film/film-transport.tsx';
import { NO_RUSH, rushWords } from '../room/seat-rush.ts';
import {
  filmFailedNotice,
  heldWords,
  noticesOf,
  type Notice,
  type NoticeKind,
} from '../session/words.ts';
import { isInFolder } from '../../../text/site-file.view.ts';
import { wording } from '../../../ui/wording.view.ts';

type NoticesProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'room' | 'ui' | 'act' | 'change'>;
  readonly film?: readonly string[];
  readonly hasFilmWords?: boolean;
  readonly hasFirst?: boolean;
};

/** What is wrong or waited for, each with what one press does about it; `film` is what is wrong with the film's file, `hasFilmWords` where the film in words is below the notes, `hasFirst` where other things come before them in a low window. */
export function NoticeList({
  presenter,
  film = [],
  hasFilmWords = false,
  hasFirst = false,
}: NoticesProps) {
  const list = useRef<HTMLElement>(null);
  const { problem, held } = presenter.ui();
  const notices = [
    ...screenNotices(presenter),
    ...noticesOf(presenter.store.state(), isInFolder()),
    ...rushNotices(presenter),
    ...skippedNotices(presenter),
    ...filmNotices(presenter, { film, hasFilmWords }),
  ];
  // The class never reads what is wrong with the lesson's file.
  const mistake = screensOf(presenter.store.state()) === 'two' ? held : null;
  if (notices.length === 0 && problem === '' && mistake === null) return null;
  const troubles = [problem, mistake === null ? '' : heldWords(mistake)].filter(Boolean);
  const wordsOf = ({ id, words }: Notice) =>
    id === 'rehearsal' || id === 'rush' || id === 'screens' ? wording(words) : words;
  return (
    <>
      {hasFirst && (
        <FirstNotice
          all={[
            ...troubles.map((words) => ({ kind: 'error' as const, words })),
            ...notices.map((one) => ({ kind: one.kind, words: wordsOf(one) })),
          ]}
          list={list}
        />
      )}
      <section class="notices" aria-label="What needs you" tabIndex={-1} ref={list}>
        {troubles.map((words) => (
          <NoticeLine key={words} kind="error" words={words} />
        ))}
        {notices.map((one) => (
          <NoticeLine key={one.id} kind={one.kind} words={wordsOf(one)}>
            <NoticeOffer presenter={presenter} offer={one.offer} />
          </NoticeLine>
        ))}
      </section>
    </>
  );
}

type FirstProps = {
  readonly all: readonly Pick<Notice, 'kind' | 'words'>[];
  readonly list: { readonly current: HTMLElement | null };
};

// Where the window has no height for all of them above the notes, the most pressing has one line there, which leads to the whole.
function FirstNotice({ all, list }: FirstProps) {
  const isLow = useIsLow();
  const pressing = all.filter(({ kind }) => kind === 'error' || kind === 'warning');
  const first = pressing.find(({ kind }) => kind === 'error') ?? pressing[0];
  if (first === undefined || !isLow) return null;
  const { icon, label } = looks[first.kind];
  function lead(): void {
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'center' });
  }
  return (
    <button type="button" class={`first-notice first-notice--${first.kind}`} onClick={lead}>
      <Icon name={icon} />
      <span>
        <b>{label}:</b> {first.words}
      </span>
    </button>
  );
}

const looks: Readonly<Record<NoticeKind, { readonly icon: IconName; readonly label: string }>> = {
  error: { icon: 'warn', label: 'Act now' },
  warning: { icon: 'look', label: 'Watch out' },
  info: { icon: 'info', label: 'For information' },
  done: { icon: 'check', label: 'Done' },
};

// As the desk's own style says (two-window.css).
function useIsLow(): boolean {
  const [isLow, setLow] = useState(false);
  useEffect(() => {
    const low = matchMedia('(max-width: 1000px) and (max-height: 480px)');
    const look = () => setLow(low.matches);
    look();
    low.addEventListener('change', look);
    return () => low.removeEventListener('change', look);
  }, []);
  return isLow;
}

function NoticeLine({
  kind,
  words,
  children,
}: {
  readonly kind: NoticeKind;
  readonly words: string;
  readonly children?: ComponentChildren;
}) {
  const { icon, label } = looks[kind];
  return (
    <div class={`notice notice--${kind}`}>
      <p class="notice__words" role={kind === 'error' ? 'alert' : undefined}>
        <Icon name={icon} />
        <span>
          <b>{label}:</b> {words}
        </span>
      </p>
      {children}
    </div>
  );
}

function NoticeOffer({
  presenter: { room, act, store, ui, change },
  offer,
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'room' | 'ui' | 'act' | 'change'>;
  readonly offer: Notice['offer'];
}) {
  switch (offer) {
    case 'open-board':
    case 'open-or-one':
      return <OpenBoard act={act} isApart={offer === 'open-or-one'} />;
    case 'new-room':
      return <Button onPress={() => void room.open()}>Open a new room</Button>;
    case 'load-again':
      return <Button onPress={() => location.reload()}>Load it again</Button>;
    case 'film-back':
      return <Button onPress={() => backToFilm({ store, ui, change })}>Back to the film</Button>;
    case 'film-source':
      return <Button onPress={() => change({ dialog: 'source' })}>Choose the film</Button>;
    case 'film-again':
      return (
        <span class="buttons">
          <FilmAgainButton store={store} />
          <Button onPress={() => change({ dialog: 'source' })}>Choose the film</Button>
        </span>
      );
    case 'seats':
      return <SeatsOffer change={change} />;
    case 'screens':
      return <ScreensOffer act={act} change={change} />;
    case null:
      return null;
  }
}

function OpenBoard({
  act,
  isApart,
}: {
  readonly act: Presenter['act'];
  readonly isApart: boolean;
}) {
  return (
    <span class="buttons">
      <Button onPress={() => act('board')} icon="screen" shortcut={keyOf('board')}>
        Open the board
      </Button>
      {isApart && (
        <Button onPress={() => act('screens')} icon="screens" shortcut={keyOf('screens')}>
          Use one window
        </Button>
      )}
    </span>
  );
}

function SeatsOffer({ change }: Pick<Presenter, 'change'>) {
  return (
    <span class="buttons">
      <Button onPress={() => change({ dialog: 'room' })}>Reset seats…</Button>
      <Button onPress={() => change({ rush: NO_RUSH })} variant="quiet">
        That’s right
      </Button>
    </span>
  );
}

function ScreensOffer({ act, change }: Pick<Presenter, 'act' | 'change'>) {
  return (
    <span class="buttons">
      <Button onPress={() => act('screens')} icon="screens" shortcut={keyOf('screens')}>
        Use one window
      </Button>
      <Button onPress={() => change({ isScreenLost: false })}>Only I see it</Button>
    </span>
  );
}

// Before all others: notes may be on the wall.
function screenNotices({ store, ui }: Pick<Presenter, 'store' | 'ui'>): readonly Notice[] {
  const state = store.state();
  return ui().isScreenLost && screensOf(state) === 'two' && state.mode === 'lesson'
    ? [{ id: 'screens', kind: 'error', words: ONE_SCREEN, offer: 'screens' }]
    : [];
}

const ONE_SCREEN =
  'One screen now: {pupils} may see your notes. Connect the projector again, or use one window.';

// Until the lesson goes on, a part that was skipped is one press away.
function skippedNotices({ store, ui }: Pick<Presenter, 'store' | 'ui'>): readonly Notice[] {
  const state = store.state();
  const isHere = ui().skippedFilm?.to === state.slide && coverOf(state) === 'none';
  return isHere
    ? [
        {
          id: 'film-skipped',
          kind: 'done',
          words: 'You skipped a part of the film.',
          offer: 'film-back',
        },
      ]
    : [];
}

function backToFilm({ store, ui, change }: Pick<Presenter, 'store' | 'ui' | 'change'>): void {
  const skipped = ui().skippedFilm;
  if (skipped !== null) store.send({ type: 'go', slide: skipped.from });
  change({ skippedFilm: null });
}

// Beside a board of its own; in one window it waits where the teacher looks who joins.
function rushNotices({ store, ui }: Pick<Presenter, 'store' | 'ui'>): readonly Notice[] {
  const words = rushWords(ui().rush);
  return screensOf(store.state()) === 'two' && words !== ''
    ? [{ id: 'rush', kind: 'warning', words, offer: 'seats' }]
    : [];
}

// Notices of what is wrong with the film come before it and during it, and never where pupils may
// see them.
function filmNotices(
  presenter: Pick<Presenter, 'deck' | 'store'>,
  { film: warnings, hasFilmWords }: Required<Pick<NoticesProps, 'film' | 'hasFilmWords'>>,
): readonly Notice[] {
  const { slide, showing } = presenter.store.state();
  if (screensOf(presenter.store.state()) !== 'two') return [];
  const failed = filmFailedNotice(presenter.deck, presenter.store.state(), hasFilmWords);
  const byHand = stopsByHand(presenter.deck, presenter.store.state())
    ? [{ id: 'film-by-hand', kind: 'info', words: BY_HAND, offer: null } as const]
    : [];
  const isSoon = showing.source === 'media' && filmIsSoon(presenter.deck, slide);
  return [
    ...(failed === null ? [] : [failed]),
    ...byHand,
    ...(isSoon
      ? warnings.map(
          (words, at) =>
            ({ id: `film-warning-${at}`, kind: 'warning', words, offer: 'film-source' }) as const,
        )
      : []),
  ];
}

const BY_HAND =
  'The chosen film has another length than the one the lesson was timed for: it does not stop by itself, even where your notes say so. Pause it where the question fits, then press Next.';

// From the lesson's start to its last film slide.
function filmIsSoon({ slides }: Presenter['deck'], slide: string): boolean {
  return (
    slides.findIndex(({ id }) => id === slide) <=
    slides.findLastIndex(({ kind }) => kind === 'film')
  );
}
