import { deckOfToday } from '../../outputs/board/deck-of-today.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { fetchDeck } from '../../outputs/board/fetch-deck.view.ts';
import { nameWhole } from '../../outputs/board/todays-deck.view.ts';
import { timelineOf } from '../../outputs/plan/timeline.ts';
import { openSchoolHere } from '../../school/school-here.view.ts';
import { startRemembered } from '../../lesson/start-here.view.ts';
import { wording } from '../../ui/wording.view.ts';
import { isCarried, type Carried } from '../../lesson/carried.ts';
import { hidesSomething, type Today } from '../../lesson/today.ts';
import {
  keepToday,
  saveVersion,
  todayOf,
  watchToday,
  type LessonHere,
} from '../../lesson/today.view.ts';
import {
  recommendedVersion,
  versionChosen,
  versionName,
  versionsOf,
  WHOLE,
  type Version,
  type VersionChoice,
} from '../../lesson/versions.ts';
import { startSlidePicture } from './slide-picture.ts';
import { startStrip } from './slide-strip.ts';
import { hiddenWords, todayWords } from './today-words.ts';
import { html } from '../../text/html.ts';

/** Starts what chooses a version of the lesson and hides parts of it for today; slides, their pictures and the times of the page follow. Without a lesson to show nothing happens. */
export async function startTodayForm(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('[data-today]');
  const slug = bar?.dataset['today'] ?? '';
  const [whole, { school }] = await Promise.all([
    fetchDeck('../../', slug).catch(() => null),
    openSchoolHere('../../').read(),
  ]);
  if (bar === null || whole === null || whole.slides.length === 0) return;
  const here: LessonHere = { slug, site: new URL('../../', location.href).pathname };
  const versions = versionsOf(whole);
  const length = school.day.minutes ?? startRemembered(here.site).minutes;
  const usual = recommendedVersion(versions, length) ?? WHOLE;
  const choices = [...document.querySelectorAll<HTMLInputElement>('input[name="version"]')];
  const hiders = [...document.querySelectorAll<HTMLButtonElement>('button[data-hide]')];
  const status = bar.querySelector('[role=status]');
  const strip = startStrip();
  const picture = startSlidePicture(slug, whole);
  // Where the browser saves nothing, a version is chosen for this page alone.
  let unsaved: VersionChoice | null = null;
  const today = (): Today => ({ ...todayOf(here, whole.names, usual), ...unsaved });

  function change(part: Partial<Omit<Today, keyof VersionChoice>>): void {
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
    const chosen = today();
    const cut = deckOfToday(whole, chosen);
    const deck = nameWhole(cut, chosen.names);
    const version = versionChosen(versions, chosen);
    drawTimes(deck, chosen);
    drawLength(version);
    strip?.draw(deck, version && versions.length > 1 ? versionName(version, versions) : null);
    picture?.draw(deck);
    bar.hidden = !hidesSomething(chosen);
    const words = hidesSomething(chosen) ? todayWords(chosen, { whole, deck: cut }) : '';
    if (status && status.textContent !== words) status.textContent = words;
    for (const choice of choices) {
      const { cut: name, session } = choice.dataset;
      choice.checked = version?.cut === (name || null) && version.session === Number(session);
    }
    for (const button of hiders) drawHider(button, chosen);
    for (const part of document.querySelectorAll<HTMLElement>('[data-block]')) {
      drawPart(part, whole, { chosen, deck });
    }
  }

  for (const choice of choices) {
    choice.hidden = false;
    choice.addEventListener('change', () => {
      const { cut, session } = choice.dataset;
      const version = { cut: cut || null, session: Number(session) };
      unsaved = saveVersion(here, version) ? null : version;
      if (unsaved !== null) draw();
    });
  }
  for (const button of hiders) {
    if (button.parentElement) button.parentElement.hidden = false;
    button.addEventListener('click', () => void hide(button));
  }
  bar.querySelector('[data-all]')?.addEventListener('click', () => {
    change({ hiddenBlocks: [], hiddenSlides: [] });
    document.querySelector<HTMLElement>('#main')?.focus();
  });
  watchToday(here, draw);
  draw();
}

// “Teach this lesson: 50 min”.
function drawLength(version: Version | undefined): void {
  const length = document.querySelector('[data-teach] [data-length]');
  if (length === null || version === undefined) return;
  const { minutes, session, sessions } = version;
  const which = sessions > 1 ? `session ${session + 1}` : '';
  const words = [which, minutes === null ? '' : `${minutes} min`].filter((part) => part !== '');
  length.textContent = words.length === 0 ? '' : `: ${words.join(', ')}`;
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
  const isCut = chosen.cut !== null || hidesSomething(chosen);
  if (title) title.textContent = isCut ? 'Timings of this version' : 'Timings';
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
