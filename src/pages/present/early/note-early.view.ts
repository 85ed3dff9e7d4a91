import { seenScreens } from '../board/screens.view.ts';
import { timeOfDay } from '../../../text/time-of-day.ts';

/** On the page’s root for as long as no one but the first script hears what is pressed in it. */
export const EARLY = 'data-early';
/** On what was typed or chosen meanwhile, and on buttons, how often they were pressed. */
const CHANGED = 'data-changed';
const PRESSED = 'data-pressed';

/** Notes on each element of the start what is done with it before the page’s script is here; a press is answered in words. */
export function noteEarly(root: HTMLElement): void {
  root.setAttribute(EARLY, '');
  forgetRestored(root);
  if (seenScreens() === 'one') showOneScreen(root);
  const now = root.querySelector('.bell__now');
  if (now) {
    const clock = new Date();
    now.textContent = `Now ${timeOfDay(clock.getHours() * 60 + clock.getMinutes())}`;
  }
  for (const event of ['input', 'change']) {
    root.addEventListener(event, ({ target }) => {
      if (target instanceof HTMLInputElement && root.hasAttribute(EARLY)) {
        target.setAttribute(CHANGED, '');
      }
    });
  }
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || !root.hasAttribute(EARLY)) return;
    button.setAttribute(PRESSED, String(pressesOf(button) + 1));
    const status = root.querySelector('.start__wait');
    if (status) status.textContent = 'Getting ready…';
  });
}

// A browser that loads a page again may fill in what was ticked in it: ticks are never made beforehand.
function forgetRestored(root: HTMLElement): void {
  for (const input of root.querySelectorAll('input')) {
    input.value = input.defaultValue;
    input.checked = input.defaultChecked;
  }
}

// One picture is what the class sees, whatever was chosen in another room.
function showOneScreen(root: HTMLElement): void {
  const one = root.querySelectorAll<HTMLInputElement>('input[name="screens"]')[1];
  if (one) one.checked = true;
  for (const words of root.querySelectorAll<HTMLElement>('[data-one]')) words.hidden = false;
}

/** What was done before the page’s script was here, to be done again by it: read before it draws, called as soon as it has drawn with the same elements. */
export function readEarly(root: HTMLElement): () => Promise<void> {
  root.removeAttribute(EARLY);
  const focused = document.activeElement;
  const steps = [...root.querySelectorAll<HTMLElement>(`[${CHANGED}], [${PRESSED}]`)].map(
    (element) => (element instanceof HTMLInputElement ? changeOf(element) : pressOf(element)),
  );
  return async () => {
    // An element that is put in its place loses the focus, even where it was.
    if (focused instanceof HTMLElement && root.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
    for (const step of steps.flat()) {
      step();
      // Each goes by what came of the one before.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}

function changeOf(input: HTMLInputElement): readonly (() => void)[] {
  const { value, checked } = input;
  const isChosen = input.type === 'radio' || input.type === 'checkbox';
  // Of a group of radio buttons the one that is on says it all.
  if (input.type === 'radio' && !checked) return [];
  return [
    () => {
      if (isChosen && input.checked !== checked) input.click();
      if (isChosen) return;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  ];
}

function pressOf(button: HTMLElement): readonly (() => void)[] {
  return Array.from({ length: pressesOf(button) }, () => () => button.click());
}

function pressesOf(button: Element): number {
  return Number(button.getAttribute(PRESSED));
}
