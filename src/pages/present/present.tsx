import { nanoid } from 'nanoid';
import '../../ui/page.css';
import '../../ui/fonts.css';
import '../../ui/controls.css';
import './present.css';
import './start/gates.css';
import './start/start.css';
import './panels/desk.css';
import '../../outputs/board/slides.css';
import '../../outputs/board/join-slide.css';
import '../../outputs/home/check-line.css';
import './panels/top-bar.css';
import './board/two-window.css';
import './panels/aside.css';
import './board/one-window.css';
import './film/film.css';
import { render } from 'preact';
import { channelName } from '../../outputs/board/board-link.ts';
import { boardTitleOf, runningHere } from '../../ui/running-lesson.view.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { App } from './app.tsx';
import { openDrawOver } from './board/draw-over.view.ts';
import { startBoardWindow } from './board/board-window.view.ts';
import { Elsewhere, NoSlides, OtherRuns, Unread } from './board/calm-pages.tsx';
import { followFile } from './session/follow-file.view.ts';
import type { RunningLesson } from '../../text/running-lesson.ts';
import { seenScreens, watchScreens } from './board/screens.view.ts';
import { isSettling } from './board/cover.ts';
import { openPresenterStore } from './session/presenter-store.view.ts';
import {
  isRunning,
  isWatching,
  screensOf,
  viewOf,
  type PresenterState,
} from './session/presenter-state.ts';
import { hasPrivacyCover } from './board/privacy-cover.ts';
import { isAsking } from './panels/main-button.tsx';
import { isLeading } from './panels/leave-dialog.tsx';
import { pauseBeforeLeaving } from './film/lead-film.ts';
import { paintDesk } from './session/desk-look.view.ts';
import { renewLease } from './session/lease.view.ts';
import { actionOf, type Action, type Pressed } from './session/keys.ts';
import { mainStep, type MainStep } from './session/main-step.ts';
import { readLetterKeys } from './session/letter-keys.view.ts';
import { readDeck, readQuestions, SITE, sitePath } from './session/lesson-files.view.ts';
import { claimLesson } from './session/one-presenter.view.ts';
import { pageHost } from './room/page-host.view.ts';
import { eitherHost, rehearsalHost } from './room/rehearsal-host.view.ts';
import { makePresenter, QUIET, type Presenter, type Ui } from './session/presenter.view.ts';
import { NO_PHONE, openPhonePart } from './phone/phone-part.view.ts';
import { openRoomClient } from './room/room-client.view.ts';
import { countSeats } from './room/seat-rush.ts';
import { startAsAsked } from './start/start-panel.tsx';
import { serverHost } from './room/server-host.view.ts';
import { typedBefore } from './start/typed-start.view.ts';
import { statusOf } from './session/words.ts';
import { isInFolder } from '../../text/site-file.view.ts';

// The clock shows minutes; this is often enough for it.
const TICK_MS = 5_000;
const root = document.querySelector<HTMLElement>('#present');

// A site of files alone says so, of a lesson with a film.
if (document.querySelector('meta[name="wholeclass-films"]')) {
  void import('../../film/films-here.view.ts').then((films) => films.leadToFilmHere('../../'));
}

if (root) void open(root);

async function open(root: HTMLElement): Promise<void> {
  const here = `${new URL('.', location.href).pathname}${lessonAsked()}`;
  let letGo = (): void => undefined;
  const asked = claimLesson(`wholeclass:${here}`, () => {
    letGo();
    location.reload();
  });
  const read = await readDeck().catch(() => null);
  const claim = await asked;
  root.replaceChildren();
  const begin = (): void => {
    if (!read) return;
    claim.take();
    letGo = start(root, { ...read, isTaking: claim.isElsewhere });
  };
  if (!read) return render(<Unread />, root);
  if (read.deck.slides.length === 0) return render(<NoSlides slug={read.deck.slug} />, root);
  if (claim.isElsewhere) return render(<Elsewhere take={begin} />, root);
  const other = otherRunning(read.deck.slug);
  if (other === null) return begin();
  const title = await boardTitleOf(other.slug, SITE);
  render(
    <OtherRuns
      other={other}
      title={title}
      here={read.deck.boardTitle}
      now={Date.now()}
      open={begin}
    />,
    root,
  );
}

// A cable may come out while the lesson runs, or the screens be mirrored, and nothing else says so.
function followScreens({ change }: Pick<Presenter, 'change'>): void {
  let before = seenScreens();
  watchScreens(() => {
    const now = seenScreens();
    if (now !== before) change({ isScreenLost: now === 'one' });
    before = now;
  });
}

// The presenter of lessons of one's own has one address for all of them but for this.
function lessonAsked(): string {
  return new URLSearchParams(location.search).get('lesson') ?? '';
}

// A lesson that runs itself is gone on with; nothing is opened over it unasked.
function otherRunning(slug: string): RunningLesson | null {
  const running = runningHere(SITE);
  return running.some((one) => one.slug === slug) ? null : (running[0] ?? null);
}

type Read = Awaited<ReturnType<typeof readDeck>> & { readonly isTaking: boolean };

// Returns what lets this page be left unasked, and the film play on, since another window leads the lesson now.
function start(root: HTMLElement, { deck, whole, stamp, isTaking }: Read): () => void {
  const lesson = { now: deck, whole };
  let mayLeave = false;
  let isTakenOver = false;
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
  const real = isServed
    ? serverHost(new URL(`${SITE}api/`, location.href).href)
    : pageHost(sessionStorage, readQuestions);
  const host = eitherHost(
    real,
    rehearsalHost(readQuestions),
    () => store.state().mode === 'rehearsal',
  );
  const store = openPresenterStore(
    deck,
    channelName(deck.slug, sitePath()),
    isServed ? nanoid() : '',
  );
  const ui: { now: Ui } = {
    now: { ...QUIET, letters: readLetterKeys(), lead: typedBefore()?.lead ?? '' },
  };
  const room = openRoomClient(lesson, host, {
    store,
    report: (problem) => presenter.change({ problem }),
    after,
  });
  const lease = renewLease(host, store, isTaking);
  const board = startBoardWindow(deck.slug, store, {
    letters: () => ui.now.letters,
    clicker: () => presenter.act('clicker'),
    whole: () => presenter.act('whole'),
  });
  const presenter = makePresenter({
    lesson,
    store,
    board,
    room,
    lease,
    drawOver: openDrawOver(store, board),
    hasDevices: host.hasDevices,
    phone: isServed ? openPhonePart(() => presenter, draw) : NO_PHONE,
    leave,
    ui,
    draw,
  });
  store.subscribe((before) => {
    const now = store.state();
    const isMoved =
      before.slide !== now.slide || viewOf(before)?.poll?.state !== viewOf(now)?.poll?.state;
    if (isMoved && ui.now.closing) ui.now = { ...ui.now, closing: false };
    if (before.slide !== now.slide && now.slide !== ui.now.skippedFilm?.to) {
      ui.now = { ...ui.now, skippedFilm: null };
    }
    ui.now = {
      ...ui.now,
      rush: countSeats(ui.now.rush, { before, after: now }, performance.now()),
    };
    draw();
  });
  followFile({ lesson, stamp, store, presenter, isServed });
  // First the pause, before any part of the page may keep the key for itself; last all others, when none has.
  addEventListener('keydown', (event) => onKey(event, presenter, (action) => action === 'pause'), {
    capture: true,
  });
  addEventListener('keydown', (event) => onKey(event, presenter, (action) => action !== 'pause'));
  addEventListener('click', (event) => stopSecondClick(event, store.state()), { capture: true });
  addEventListener('click', stopSecondOfMain(presenter), { capture: true });
  addEventListener('click', (event) => handBackFocus(event, store.state()), { capture: true });
  addEventListener('click', (event) => askBeforeLeaving(event, presenter));
  addEventListener('beforeunload', (event) => {
    const isHeld = isLost(store.state()) || (isLeading(store.state()) && !mayLeave);
    // It is for one address alone: one that is only saved, or opened elsewhere, leaves this page where it is.
    mayLeave = false;
    if (isHeld) event.preventDefault();
  });
  // Whatever leads away: an address that was typed, a reload, a window that is closed. Not where another window leads already.
  addEventListener('pagehide', () => isTakenOver || pauseBeforeLeaving(store));
  followScreens(presenter);
  setInterval(draw, TICK_MS);
  if (!isServed) void applySetting(SITE).then(draw);
  startAsAsked(presenter);
  draw();
  return () => {
    mayLeave = true;
    isTakenOver = true;
  };

  function leave(to: string): void {
    pauseBeforeLeaving(store);
    mayLeave = true;
    location.assign(to);
  }

  function draw(): void {
    paintDesk(screensOf(store.state()) === 'two');
    render(<App presenter={presenter} now={new Date()} />, root);
    document.title =
      screensOf(store.state()) === 'two'
        ? `${lesson.now.title} · Wholeclass`
        : lesson.now.boardTitle;
    announce(
      screensOf(store.state()) === null
        ? ''
        : `${statusOf(store.state(), lesson.now, isInFolder())}${isAsking(presenter) ? ` ${CLOSING}` : ''}`,
    );
  }
}

// What the class said is shown once and stored nowhere: a reload asks first.
function isLost({ phase, mode, after }: PresenterState): boolean {
  return phase.is === 'finished' && mode !== 'rehearsal' && after.length > 0;
}

function onKey(
  event: KeyboardEvent,
  presenter: Presenter,
  isOurs: (action: Action) => boolean,
): void {
  const state = presenter.store.state();
  if (!isRunning(state.phase) || event.defaultPrevented) return;
  const { key, ctrlKey, metaKey, altKey, repeat } = event;
  const { dialog, isTelling, letters } = presenter.ui();
  const inDialog = isTelling || (dialog !== null && !hasPrivacyCover(state, presenter.ui()));
  const action = actionOf({
    key,
    ctrl: ctrlKey || metaKey,
    alt: altKey,
    repeat,
    place: placeOf(event.target),
    inDialog,
    letters,
  });
  if (!action || !isOurs(action) || (isWatching(state) && action !== 'telling')) return;
  event.preventDefault();
  presenter.act(action);
}

// A link in this window leads away from a lesson that runs.
function askBeforeLeaving(event: MouseEvent, { store, change }: Presenter): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isElsewhere =
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    link?.target === '_blank' ||
    link?.hasAttribute('download');
  // An address of another kind, such as an e-mail’s, opens beside this page.
  const isPage = link !== null && /^(https?|file):$/.test(link.protocol);
  if (!isPage || !link.href || isElsewhere || event.defaultPrevented || !isLeading(store.state())) {
    return;
  }
  event.preventDefault();
  change({ dialog: 'leave', leaving: link.href });
}

// Where the cover's button was there may be another one by now, and a double click is meant for none but the first.
function stopSecondClick(event: MouseEvent, state: PresenterState): void {
  if (event.detail < 2 || !isSettling(state, Date.now())) return;
  event.preventDefault();
  event.stopPropagation();
}

// The second press of a double click does what the words said at its first, or nothing: after Next it would play the film or ask the question, and after that pause it or count.
function stopSecondOfMain(
  presenter: Pick<Presenter, 'deck' | 'store' | 'card'>,
): (event: MouseEvent) => void {
  let first: MainStep | null = null;
  return (event) => {
    const { detail, target } = event;
    if (!(target instanceof Element) || !target.closest('.main-buttons__one')) return;
    const step = mainStep(presenter.deck, presenter.store.state(), presenter.card());
    if (detail < 2) first = step;
    else if (step !== first) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

// What a pointer has pressed is not what Space means next in a lesson; Tab goes on from there all the same. Before the press, so that whatever it focuses keeps the focus.
function handBackFocus({ detail, target }: MouseEvent, state: PresenterState): void {
  const pressed =
    detail > 0 && target instanceof Element ? target.closest<HTMLElement>('button, summary') : null;
  if (pressed === null || !isRunning(state.phase) || pressed.closest('dialog, .slips')) return;
  if (document.activeElement === pressed) pressed.blur();
}

const TYPED =
  'textarea, select, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';

function placeOf(target: EventTarget | null): Pressed['place'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(TYPED)) return 'text';
  if (target.closest('input')) return 'field';
  return target.closest('a, button, summary') ? 'control' : 'page';
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

const CLOSING = 'Close the poll? No more answers after that.';

function announce(words: string): void {
  const status = document.querySelector('#said');
  if (status && status.textContent !== words) status.textContent = words;
}
