import './board.css';
import { startFilm, type Film } from '../film/film.view.ts';
import type { BoardStatus, FilmOrder, FromBoard, Link, ToBoard } from './board-link.ts';
import { passEnd, takeState, turnAlone, type BoardMemory } from './board-memory.ts';
import { keepMemory } from './board-store.view.ts';
import { chime } from './chime.view.ts';
import { startDeck } from './deck.view.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { startPolls } from './polls.view.ts';
import { boardSections, coverSlide, START } from './sections.ts';
import { listenToTurns } from './turn-keys.view.ts';

/** How a board is placed. */
export type BoardOptions = {
  /** From this page to the site's root: `../../`. */
  readonly root: string;
  /** True where the window is the board's own: it goes full screen, names the page, moves focus, hears keys and opens on its one large button. */
  readonly ownWindow: boolean;
  /** Where to come back from after a reload; null keeps nothing. */
  readonly store: Storage | null;
};

/** A board that runs. */
export type Board = { close(): void };

/** Starts the board on an element: one that holds the sections already, or an empty one. */
export function startBoard(root: HTMLElement, deck: Deck, link: Link<FromBoard, ToBoard>, options: BoardOptions): Board {
  const { reveal, filmBox } = boardLayers(root, deck);
  const store = keepMemory(deck, options.store);
  let memory = store.read();
  let started = !options.ownWindow;
  let film: Film | null = null;
  let entered: string | null = null;

  const stage = startDeck(reveal, (slide) => options.ownWindow && present(slide, deck));
  const drawPolls = startPolls(stage.find);
  const stopListening = link.listen((message) => {
    if (message.type === 'close') return end();
    const taken = takeState(memory, message.state);
    remember(taken.memory);
    turns.answered();
    show();
    carryOut(taken.order);
  });
  const turns = listenToTurns(options.ownWindow, {
    ask: (to) => link.send({ type: 'turn', to }),
    alone(to) {
      if (!started) return;
      remember(turnAlone(memory, deck, to));
      show();
    },
  });
  root.querySelector('[data-start]')?.addEventListener('click', press);
  show();
  link.send({ type: 'hello' });

  function remember(next: BoardMemory): void {
    memory = next;
    store.write(next);
  }

  function press(): void {
    started = true;
    chime();
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    show();
  }

  function show(): void {
    if (started) film ??= openFilm();
    const id = shownSlide();
    const slide = deck.slides.find((one) => one.id === id);
    root.dataset['kind'] = slide?.kind ?? 'own';
    placeFilm(slide);
    drawPolls(deck.slides, memory.state.room);
    stage.show(id);
    tell();
  }

  function shownSlide(): string {
    if (!started) return START;
    return memory.state.cover === 'none' ? memory.state.slide : coverSlide(memory.state.cover);
  }

  function placeFilm(slide: DeckSlide | undefined): void {
    if (!film) return;
    if (slide?.kind !== 'film') film.pause();
    else if (entered !== slide.id) film.enter(slide);
    if (memory.state.cover === 'none') entered = slide?.kind === 'film' ? slide.id : null;
  }

  function openFilm(): Film | null {
    if (!deck.film) return null;
    const { src, captions, fps, title } = deck.film;
    const files = { src: options.root + src, captions: captions && options.root + captions };
    return startFilm(filmBox, { ...files, fps, title, left: memory.at }, { changed, reached, blocked });
  }

  function carryOut(order: FilmOrder): void {
    if (!film || !started || shownSlide() !== entered) return;
    switch (order.do) {
      case 'none':
        return;
      case 'play':
        return film.play();
      case 'pause':
        return film.pause();
      case 'seek':
        return film.seek(order.at);
    }
  }

  function changed(): void {
    if (!film) return;
    remember({ ...memory, at: film.at() });
    const slide = stage.find(entered ?? '');
    if (slide) slide.dataset['film'] = film.state();
    tell();
  }

  function reached(): void {
    const { slide } = memory.state;
    remember(passEnd(memory, deck));
    show();
    link.send({ type: 'reached', slide, next: memory.state.slide });
  }

  // Some browsers forget the press, or never count it: then the board asks for it again, on a neutral slide.
  function blocked(): void {
    started = false;
    show();
  }

  function tell(): void {
    link.send({ type: 'status', status: status() });
  }

  function status(): BoardStatus {
    const { slide } = memory.state;
    if (!deck.film) return { started, slide, film: { state: 'absent', at: 0 } };
    return { started, slide, film: { state: film?.state() ?? 'ready', at: film?.at() ?? memory.at } };
  }

  function end(): void {
    store.forget();
    close();
    if (options.ownWindow) window.close();
  }

  function close(): void {
    stopListening();
    turns.close();
    film?.close();
    stage.close();
  }

  return { close };
}

// Focus goes to the heading, so that a screen reader reads the new slide once, from its start.
function present(slide: HTMLElement, { boardTitle }: Deck): void {
  const heading = slide.querySelector<HTMLElement>('h1, h2');
  const first = slide.querySelector<HTMLElement>('[data-start]') ?? heading;
  if (!first) return;
  if (first === heading) first.tabIndex = -1;
  first.focus({ preventScroll: true });
  document.title = heading?.textContent ? `${heading.textContent} · ${boardTitle}` : boardTitle;
}

function boardLayers(root: HTMLElement, deck: Deck): { reveal: HTMLElement; filmBox: HTMLElement } {
  root.classList.add('board');
  if (!root.querySelector('.reveal')) root.innerHTML = `<div class="reveal"><div class="slides">${boardSections(deck)}</div></div>`;
  const reveal = root.querySelector<HTMLElement>('.reveal');
  if (!reveal) throw new Error('The board’s element has no .reveal in it');
  const filmBox = document.createElement('div');
  root.append(filmBox);
  return { reveal, filmBox };
}
