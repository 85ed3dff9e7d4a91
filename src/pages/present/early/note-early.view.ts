import { seenScreens } from '../board/screens.view.ts';
import { CHANGED, EARLY, PRESSED, pressesOf } from '../start/early-marks.ts';
import { timeOfDay } from '../../../text/time-of-day.ts';

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
    // To write a value, the same one too, costs much more than to read it.
    if (input.value !== input.defaultValue) input.value = input.defaultValue;
    if (input.checked !== input.defaultChecked) input.checked = input.defaultChecked;
  }
}

// One picture is what the class sees, whatever was chosen in another room.
function showOneScreen(root: HTMLElement): void {
  const one = root.querySelectorAll<HTMLInputElement>('input[name="screens"]')[1];
  if (one) one.checked = true;
  for (const words of root.querySelectorAll<HTMLElement>('[data-one]')) words.hidden = false;
}
