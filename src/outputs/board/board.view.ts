import './board.css';
import { prepareFilm } from './board-film.view.ts';
import type { FromBoard, Link, ToBoard } from './board-link.ts';
import { passEnd, takeState, turnAlone, type BoardMemory } from './board-memory.ts';
import { openBoardStore } from './board-store.view.ts';
import { chime } from './chime.view.ts';
import { startDeck } from './deck.view.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { safeShowing } from './film-source.ts';
import { withJoining } from './joining.ts';
import { startPolls } from './polls.view.ts';
import { keepPlace, keepQuestions } from './renew-deck.ts';
import { keepStep } from './steps.ts';
import { boardSections, coverSlide, insteadSlide, sectionsOf, START } from './sections.ts';
import { listenToTurns, type Turn } from './turn-keys.view.ts';

/** How a board is placed. */
export type BoardOptions = {
  /** The way to the presenter: a channel to its window, or one end of a pair in the same page. */
  readonly link: Link<FromBoard, ToBoard>;
  /** From this page to the site's root: `../../`. */
  readonly root: string;
  /** True where the window is the board's own: it goes full screen, names the page, moves focus, hears keys and opens on its one large button. */
  readonly ownWindow: boolean;
  /** Where to come back from after a reload; null keeps nothing. */
  readonly store: Storage | null;
};

/** A board that runs. */
export type Board = {
  /** Takes a changed lesson: only what differs is put in place, and the slide in sight stays. */
  renew(deck: Deck): void;
  close(): void;
};

/** How long after the film's end a presenter may still send its state from before it, in ms. */
const BEHIND_MS = 1_000;

// This window has a name among others that may show the board.
const named = (memory: BoardMemory): BoardMemory => ({
  ...memory,
  // No secret: it only tells two boards apart, and this page has no bytes for nanoid (decision 064).
  window: memory.window ?? String(Math.random()),
});

/** Starts the board on an element: one that holds the sections of the deck already, or an empty one. */
export function startBoard(
  root: HTMLElement,
  first: Deck,
  { link, ...options }: BoardOptions,
): Board {
  const { reveal, box, pretend } = boardLayers(root, first);
  const store = openBoardStore(first, options.store);
  const closeAt = closeAtTime(end);
  let memory = named(store.read());
  let started = !options.ownWindow;
  let filmDrawn = first.film?.title;
  const film = prepareFilm(
    first,
    { box, root: options.root, left: memory.at },
    { changed, reached, blocked },
  );
  const stage = startDeck(
    reveal,
    (slide, step) => options.ownWindow && (step === null ? present(slide, deck) : focusOn(step)),
  );
  const polls = startPolls(stage.find);
  const turns = listenToTurns(options.ownWindow, {
    ask: link.send,
    alone,
    start: () => started || press(),
  });
  let deck = first;
  let latest = deck;
  let passedAt = -Infinity;
  const stopListening = link.listen(onMessage);
  root.querySelector('[data-start]')?.addEventListener('click', press);
  link.send({ type: 'hello' });
  addJoining();
  show();

  function onMessage(message: ToBoard): void {
    if (message.type === 'close') return end();
    if (message.type === 'film-file') return film.take(message.file);
    // Another board on the same channel is heard too, and is none of ours.
    if (message.type !== 'state') return;
    const taken = takeState(memory, message.state);
    turns.answered();
    const wasAsking = memory.state.room !== null;
    memory = taken.memory;
    addJoining();
    show();
    if (wasAsking && message.state.room === null) renew(latest);
    film.carryOut(taken.order);
    // A presenter that was away when the film came to its end would stay at it for ever.
    const { passed } = taken.memory;
    if (passed !== null && performance.now() - passedAt > BEHIND_MS) sendPassed(passed);
  }

  function sendPassed(passed: NonNullable<BoardMemory['passed']>): void {
    passedAt = performance.now();
    link.send({ type: 'reached', ...passed });
  }

  function show(next: BoardMemory = memory): void {
    memory = next;
    if (options.ownWindow) closeAt(memory.state.ends);
    store.write(next);
    if (started) film.open();
    const { slide, cover } = memory.state;
    const inSight = started ? deck.slides.find(({ id }) => id === slide) : undefined;
    root.dataset['kind'] =
      cover === 'none' && !instead(memory, inSight) ? (inSight?.kind ?? 'own') : 'own';
    const { rehearsal, preview } = memory.state;
    pretend.textContent = preview === true ? 'Preview' : 'Rehearsal: a pretend class answers';
    pretend.hidden = rehearsal !== true && preview !== true;
    film.show(safeShowing(memory.state.showing));
    film.place(inSight, cover !== 'none');
    polls.draw(deck, memory.state);
    stage.show(shownSlide(started, memory, inSight), memory.state.step);
    drawFilmCards();
    if (started) loadPictures(root);
    sendStatus();
  }

  function renew(next: Deck): void {
    latest = next;
    const before = deck;
    const after = inClass(memory.state.room === null ? next : keepQuestions(before, next));
    const { slide } = memory.state;
    // The film goes on as it is until the next reload.
    place({ ...after, film: first.film });
    const on = stage.find(stage.at() ?? '');
    if (options.ownWindow && on) nameWindow(on, deck);
    show({
      ...memory,
      state: { ...memory.state, ...keepStep(deck, memory.state, keepPlace(before, deck, slide)) },
    });
  }

  function place(next: Deck): void {
    const from = stage.at() ?? memory.state.slide;
    const to = keepPlace(deck, next, from);
    deck = next;
    polls.forget(stage.renew(sectionsOf(film.drawn(deck)), { from, to }));
  }

  function addJoining(): void {
    const next = inClass(deck);
    if (next !== deck) place(next);
  }

  // Where tablets join there is a slide to join by.
  function inClass(next: Deck): Deck {
    return memory.state.room?.address ? withJoining(next) : next;
  }

  function press(): void {
    started = true;
    film.press();
    chime();
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    show();
  }

  function alone(to: Turn): void {
    if (to === 'whole') {
      const { slide } = memory.state;
      const showing = { ...safeShowing(memory.state.showing), whole: slide };
      if (film.at() === slide) show({ ...memory, state: { ...memory.state, showing } });
      return void (film.status().state !== 'playing' && film.turn(memory.state.step));
    }
    if (!started || (to === 'next' && film.turn(memory.state.step))) return;
    show(turnAlone(memory, deck, to));
  }

  function changed(): void {
    const { state, at } = film.status();
    memory = { ...memory, at };
    store.write(memory);
    const slide = stage.find(film.at() ?? '');
    if (slide) slide.dataset['film'] = state;
    drawFilmCards();
    sendStatus();
  }

  function reached(): void {
    show(passEnd(memory, deck));
    if (memory.passed !== null) sendPassed(memory.passed);
  }

  // Some browsers forget the press, or never count it: then the board asks for it again, on a neutral slide.
  function blocked(): void {
    started = !options.ownWindow;
    show();
  }

  // What the film's slides say is of the film that is shown today, and of no other.
  function drawFilmCards(): void {
    const next = film.drawn(deck);
    if (next.film?.title === filmDrawn) return;
    filmDrawn = next.film?.title;
    const at = stage.at() ?? memory.state.slide;
    polls.forget(stage.renew(sectionsOf(next), { from: at, to: at }));
  }

  function sendStatus(): void {
    link.send({
      type: 'status',
      status: {
        window: memory.window ?? '',
        started,
        slide: memory.state.slide,
        film: film.status(),
      },
    });
  }

  function end(): void {
    store.forget();
    close();
    if (options.ownWindow) clearWindow(root);
  }

  function close(): void {
    stopListening();
    closeAt(undefined);
    turns.close();
    film.close();
    stage.close();
  }

  return { renew, close };
}

function shownSlide(started: boolean, memory: BoardMemory, inSight: DeckSlide | undefined): string {
  const { slide, cover } = memory.state;
  if (!started) return START;
  return cover === 'none' ? (instead(memory, inSight) ?? slide) : coverSlide(cover);
}

// A film that plays elsewhere, or a story told without one, has a calm slide in its place.
function instead({ state }: BoardMemory, inSight: DeckSlide | undefined): string | null {
  const { source } = safeShowing(state.showing);
  return inSight?.kind === 'film' && (source === 'elsewhere' || source === 'story')
    ? insteadSlide(source)
    : null;
}

// Focus goes to the heading, so that a screen reader reads the new slide once, from its start.
function present(slide: HTMLElement, deck: Deck): void {
  focusOn(slide.querySelector<HTMLElement>('[data-start]') ?? headingOf(slide) ?? slide);
  nameWindow(slide, deck);
}

function nameWindow(slide: HTMLElement, { boardTitle }: Deck): void {
  const heading = headingOf(slide)?.textContent;
  document.title = heading ? `${heading} · ${boardTitle}` : boardTitle;
}

function headingOf(slide: HTMLElement): HTMLElement | null {
  return slide.querySelector('h1, h2');
}

function focusOn(element: HTMLElement): void {
  if (!(element instanceof HTMLButtonElement)) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

// A window that was opened by hand cannot be closed; nothing of the lesson stays in it.
// The first slide does not wait for the pictures of later ones; once it is there, none of them is to be waited for.
function loadPictures(root: HTMLElement): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[loading]')) {
    image.loading = 'eager';
  }
}

function clearWindow(root: HTMLElement): void {
  window.close();
  root.replaceChildren();
  document.title = 'Wholeclass';
}

function boardLayers(
  root: HTMLElement,
  deck: Deck,
): { reveal: HTMLElement; box: HTMLElement; pretend: HTMLElement } {
  root.classList.add('board');
  if (!root.querySelector('.reveal')) {
    root.innerHTML = `<div class="reveal"><div class="slides">${boardSections(deck)}</div></div>`;
  }
  // It is there, or was just put there.
  const reveal = root.querySelector<HTMLElement>('.reveal') ?? root;
  const box = document.createElement('div');
  const pretend = document.createElement('p');
  pretend.className = 'board__pretend';
  root.append(box, pretend);
  return { reveal, box, pretend };
}

// Closes at a time, in ms since 1970, unless it is given another one, or none, before that.
function closeAtTime(close: () => void): (ends: number | undefined) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ends) => {
    clearTimeout(timer);
    if (ends !== undefined) timer = setTimeout(close, Math.max(0, ends - Date.now()));
  };
}
