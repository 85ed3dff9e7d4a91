import { deckOfToday, sessionChosen } from '../../outputs/board/deck-of-today.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { fetchDeck } from '../../outputs/board/fetch-deck.view.ts';
import { todaysDeck } from '../../outputs/board/todays-deck.view.ts';
import { sumMinutes } from '../../outputs/library/lesson-card.ts';
import { timelineOf } from '../../outputs/plan/timeline.ts';
import { wording } from '../../ui/wording.view.ts';
import { isCarried, type Carried } from '../../lesson/carries.ts';
import { cutsSomething, wholeLesson, type Today } from '../../lesson/today.ts';
import { keepToday, todayOf, watchToday, type LessonHere } from '../../lesson/today.view.ts';
import { hiddenWords, todayWords } from './today-words.ts';
import { html } from '../../text/html.ts';

/** Starts what chooses a way through the lesson for today and hides parts of it; the times of the page follow. Without a lesson to show nothing happens. */
export async function startTodayForm(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('[data-today]');
  const slug = bar?.dataset['today'] ?? '';
  const whole = await fetchDeck('../../', slug).catch(() => null);
  if (bar === null || whole === null || whole.slides.length === 0) return;
  const here: LessonHere = { slug, site: new URL('../../', location.href).pathname };
  const ways = [...document.querySelectorAll<HTMLInputElement>('input[data-cut]')];
  const hiders = [...document.querySelectorAll<HTMLButtonElement>('button[data-hide]')];
  const status = bar.querySelector('[role=status]');
  const today = () => todayOf(here, whole.names);

  function change(part: Partial<Today>): void {
    const isSaved = keepToday(here, whole?.names ?? {}, part);
    draw();
    if (isSaved || bar === null || status === null) return;
    bar.hidden = false;
    status.textContent =
      'This browser keeps nothing, so nothing can be chosen for today. Pass the slides with Next instead.';
  }

  async function hide(button: HTMLButtonElement): Promise<void> {
    const { of, id, hidden } = placeOf(button, today());
    const carries = (button.dataset['carries'] ?? '').split(' ').filter(isCarried);
    const isHidden = hidden.includes(id);
    if (
      !isHidden &&
      carries.length > 0 &&
      !(await askFirst(button.dataset['title'] ?? '', reasonsToKeep(carries).map(wording)))
    ) {
      return button.focus();
    }
    change({ [of]: isHidden ? hidden.filter((one) => one !== id) : [...hidden, id] });
    button.focus();
  }

  function draw(): void {
    if (whole === null || bar === null) return;
    const [chosen, deck] = [today(), todaysDeck(whole, here.site)];
    drawTimes(deck, chosen);
    bar.hidden = !cutsSomething(chosen);
    const words = todayWords(chosen, { whole, deck: deckOfToday(whole, chosen) });
    if (status && status.textContent !== words) status.textContent = words;
    const isWhole = sessionChosen(whole, chosen) === null;
    for (const way of ways) way.checked = isWhole ? way.dataset['cut'] === '' : isWay(way, chosen);
    for (const button of hiders) drawHider(button, chosen);
    for (const part of document.querySelectorAll<HTMLElement>('[data-block]')) {
      drawPart(part, whole, { chosen, deck });
    }
  }

  for (const way of ways) {
    way.hidden = false;
    way.addEventListener('change', () =>
      change({ cut: way.dataset['cut'] || null, session: Number(way.dataset['session']) }),
    );
  }
  for (const button of hiders) {
    if (button.parentElement) button.parentElement.hidden = false;
    button.addEventListener('click', () => void hide(button));
  }
  for (const words of document.querySelectorAll<HTMLElement>('[data-choosing]')) {
    words.hidden = false;
  }
  bar.querySelector('[data-all]')?.addEventListener('click', () => {
    change({ ...wholeLesson(whole.names), names: today().names });
    document.querySelector<HTMLElement>('#main')?.focus();
  });
  watchToday(here, draw);
  draw();
}

function isWay({ dataset }: HTMLInputElement, { cut, session }: Today): boolean {
  return dataset['cut'] === cut && Number(dataset['session']) === session;
}

type Hidden = {
  readonly of: 'hiddenBlocks' | 'hiddenSlides';
  readonly id: string;
  readonly hidden: readonly string[];
};

function placeOf(button: HTMLElement, { hiddenBlocks, hiddenSlides }: Today): Hidden {
  if (button.dataset['hide'] === 'block') {
    return {
      of: 'hiddenBlocks',
      id: button.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? '',
      hidden: hiddenBlocks,
    };
  }
  return {
    of: 'hiddenSlides',
    id: button.closest<HTMLElement>('[data-slide]')?.dataset['slide'] ?? '',
    hidden: hiddenSlides,
  };
}

function drawHider(button: HTMLButtonElement, chosen: Today): void {
  const { id, hidden } = placeOf(button, chosen);
  button.setAttribute('aria-pressed', String(hidden.includes(id)));
}

function drawPart(
  part: HTMLElement,
  whole: Deck,
  { chosen, deck }: { readonly chosen: Today; readonly deck: Deck },
): void {
  const id = part.dataset['block'] ?? '';
  const words = part.querySelector('[data-hidden]');
  if (words) words.textContent = hiddenWords(id, whole, { chosen, deck });
  const shown = new Set(deck.slides.map((slide) => slide.id));
  part.classList.toggle('plan-block--hidden', !deck.slides.some(({ block }) => block === id));
  for (const slide of part.querySelectorAll<HTMLElement>('[data-slide]')) {
    slide.classList.toggle('plan-slide--hidden', !shown.has(slide.dataset['slide'] ?? ''));
  }
}

function drawTimes(deck: Deck, chosen: Today): void {
  const times = document.querySelector('[data-timeline]');
  if (times) times.innerHTML = String(timelineOf(deck.blocks));
  const title = document.querySelector('#timeline');
  if (title) {
    title.textContent = cutsSomething(chosen) ? 'The lesson in time, today' : 'The lesson in time';
  }
  const length = document.querySelector<HTMLElement>('[data-length]');
  if (length === null) return;
  length.dataset['own'] ??= length.textContent ?? '';
  const minutes = sumMinutes(deck.blocks);
  length.textContent =
    cutsSomething(chosen) && minutes !== null ? `${minutes} min today` : length.dataset['own'];
}

/** Why a part of a lesson is better not hidden, for the teacher who is about to: one sentence for each thing it carries. */
function reasonsToKeep(carried: readonly Carried[]): readonly string[] {
  return carried.map((one) => {
    switch (one) {
      case 'help':
        return 'It says who can help, or what happens when someone tells. A {pupil} who is worried may need it today.';
      case 'ending':
        return 'It is part of the ending, where help works. Nobody should leave with the story half told.';
      case 'responsibility':
        return 'It says who is responsible. Left open, {pupils} put it on the person who was under pressure.';
    }
  });
}

/** Asks once more before a part is hidden, with the reasons to keep it. Resolves to true where the teacher hides it all the same. */
function askFirst(title: string, reasons: readonly string[]): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'ask-first');
  dialog.innerHTML =
    String(html`<h2 id="ask-first">Hide “${title}” today?</h2>${reasons.map((reason) => html`<p>${reason}</p>`)}
<form method="dialog" class="dialog__row"><button class="button button--main" value="keep" autofocus>Keep it</button>
<button class="button" value="hide">Hide it today</button></form>`);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'hide');
    });
  });
}
