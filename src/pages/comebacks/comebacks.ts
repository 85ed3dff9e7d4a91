import { copyText } from '../../ui/copy-text.view.ts';
import { offerFile } from '../../ui/offer-file.view.ts';
import { parseSavedLines, toggleSavedLine } from '../../outputs/comebacks/saved-lines.ts';
import { LINES_KEY } from '../../text/browser-keys.ts';
import { drawLine } from '../../outputs/comebacks/line-picture.view.ts';
import { showConfirmed } from '../../outputs/home/show-confirmed.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { palette } from '../../ui/palette.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';
import { startSteps } from '../../ui/steps.view.ts';

let hiding: ReturnType<typeof setTimeout> | undefined;
const status = document.querySelector<HTMLElement>('#told');
const savedList = document.querySelector<HTMLElement>('[data-kept]');

startSteps(() => status?.classList.remove('told--shown'));
whenDrawn(() => {
  for (const line of document.querySelectorAll<HTMLElement>('.line')) line.append(actionsFor(line));
  showSaved();
  startOffline();
  showRunningLesson();
  void showConfirmed('../');
});

/** What the browser has of it: on this device alone, and nothing where it keeps nothing. */
function savedLines(): readonly string[] {
  try {
    return parseSavedLines(localStorage.getItem(LINES_KEY));
  } catch {
    return [];
  }
}

/** Saves the list; false where the browser saves nothing. */
function saveIds(ids: readonly string[]): boolean {
  try {
    if (ids.length > 0) localStorage.setItem(LINES_KEY, JSON.stringify(ids));
    else localStorage.removeItem(LINES_KEY);
    return true;
  } catch {
    return false;
  }
}

function actionsFor(line: HTMLElement): HTMLElement {
  const actions = document.createElement('div');
  actions.className = 'line__actions';
  const words = line.querySelector('.line__words')?.textContent ?? '';
  actions.append(
    ...(typeof navigator.share === 'function' ? [action('Share', words, () => share(words))] : []),
    action('Copy', words, () => copy(words)),
    action('Save picture', words, () => savePicture(words)),
    saveButton(line.dataset['line'] ?? '', words),
  );
  return actions;
}

function action(name: string, words: string, press: () => void | Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button line__action';
  button.textContent = name;
  button.setAttribute('aria-label', `${name}: “${words}”`);
  button.addEventListener('click', () => void press());
  return button;
}

function saveButton(id: string, words: string): HTMLButtonElement {
  const button = action('Save', words, () => {
    const ids = toggleSavedLine(savedLines(), id);
    if (!saveIds(ids)) {
      return announce('This browser can’t save replies. You can copy this one instead.');
    }
    announce(ids.includes(id) ? 'Saved on this device.' : 'Removed.');
    showSaved();
  });
  button.dataset['keep'] = id;
  return button;
}

/** By the system’s own ways: to a chat in one press. One that is called off says nothing. */
async function share(words: string): Promise<void> {
  try {
    await navigator.share({ text: words });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(words);
  }
}

async function copy(words: string): Promise<void> {
  announce(
    (await copyText(words))
      ? 'Copied.'
      : 'We couldn’t copy it. Select the text and copy it yourself.',
  );
}

async function savePicture(words: string): Promise<void> {
  const picture = await drawLine(words, palette);
  if (picture === null) {
    return announce('This browser can’t make the picture. Try another browser, or copy the words.');
  }
  offerFile('line.png', picture);
  announce('The picture is in your downloads.');
}

function showSaved(): void {
  const ids = savedLines();
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-keep]')) {
    button.setAttribute('aria-pressed', String(ids.includes(button.dataset['keep'] ?? '')));
  }
  const mine = ids
    .toReversed()
    .flatMap(
      (id) => document.querySelector<HTMLElement>(`.step:not(#kept) [data-line="${id}"]`) ?? [],
    );
  savedList?.replaceChildren(...mine.map(copyOf));
  document.querySelector<HTMLElement>('.start__kept')?.toggleAttribute('hidden', mine.length === 0);
  document.querySelector<HTMLElement>('.kept__none')?.toggleAttribute('hidden', mine.length > 0);
}

function copyOf(line: HTMLElement): HTMLElement {
  const copied = document.createElement('li');
  copied.className = 'line';
  copied.dataset['line'] = line.dataset['line'] ?? '';
  const words = document.createElement('p');
  words.className = 'line__words';
  words.textContent = line.querySelector('.line__words')?.textContent ?? '';
  copied.append(words);
  const actions = actionsFor(copied);
  actions.querySelector('[data-keep]')?.setAttribute('aria-pressed', 'true');
  copied.append(actions);
  return copied;
}

function announce(words: string): void {
  if (status === null) return;
  status.textContent = words;
  status.classList.add('told--shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => status.classList.remove('told--shown'), 4_000);
}

/** Does what can wait once the page’s first frame is on the screen, so that what can be read and pressed on a slow phone is there first. */
function whenDrawn(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
