import { drawLine } from '../../../outputs/comebacks/line-picture.view.ts';
import {
  formatSavedLines,
  lineKey,
  parseSavedLines,
  toggleSavedLine,
} from '../../../outputs/comebacks/saved-lines.ts';
import type { Findable } from '../../../outputs/comebacks/search-lines.ts';
import { LINES_KEY } from '../../../text/browser-keys.ts';
import { copyText } from '../../../ui/copy-text.view.ts';
import { offerFile } from '../../../ui/offer-file.view.ts';

type Line = Findable & { readonly key: string };

/** The replies of the page, and one of them again with all that can be done with it. */
export type Lines = {
  readonly all: readonly Line[];
  copy(line: Line): HTMLElement;
  /** Shows which are saved, wherever they are. */
  show(): void;
};

const MS_SHOWN = 4_000;
let hiding: ReturnType<typeof setTimeout> | undefined;
const status = document.querySelector<HTMLElement>('#told');

/** Puts what can be done with a reply beside each, as its step is shown. */
export function startLines(): Lines {
  const all = readLines();
  const lines: Lines = { all, copy: (line) => copyOf(line, show), show };

  function show(): void {
    showSaved(lines);
  }

  const addActions = () => {
    for (const line of document.querySelectorAll<HTMLElement>('.step:target .line')) {
      if (line.querySelector('.line__actions') === null) {
        line.append(actionsFor(wordsOf(line), show));
      }
    }
    show();
  };
  addEventListener('hashchange', addActions);
  addActions();
  return lines;
}

function readLines(): readonly Line[] {
  return [...document.querySelectorAll<HTMLElement>('.step--line .line')].map((line) => {
    const words = wordsOf(line);
    const about = line.closest('.step')?.getAttribute('aria-label') ?? '';
    return { words, about, key: lineKey(words) };
  });
}

function wordsOf(line: HTMLElement): string {
  return line.querySelector('.line__words')?.textContent ?? '';
}

/** What the browser has of it: on this device alone, and nothing where it saves nothing. */
function savedKeys(): readonly string[] {
  try {
    return parseSavedLines(localStorage.getItem(LINES_KEY), keyOfPlace);
  } catch {
    return [];
  }
}

function keyOfPlace(place: string): string | undefined {
  const line = document.querySelector<HTMLElement>(`[data-was="${CSS.escape(place)}"]`);
  return line === null ? undefined : lineKey(wordsOf(line));
}

/** Saves the list; false where the browser saves nothing. */
function saveKeys(keys: readonly string[]): boolean {
  try {
    if (keys.length > 0) localStorage.setItem(LINES_KEY, formatSavedLines(keys));
    else localStorage.removeItem(LINES_KEY);
    return true;
  } catch {
    return false;
  }
}

function actionsFor(words: string, show: () => void): HTMLElement {
  const actions = document.createElement('div');
  actions.className = 'line__actions';
  actions.append(
    ...(typeof navigator.share === 'function' ? [action('Share', words, () => share(words))] : []),
    action('Copy', words, () => copy(words)),
    action('Save picture', words, () => savePicture(words)),
    saveButton(words, show),
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

function saveButton(words: string, show: () => void): HTMLButtonElement {
  const key = lineKey(words);
  const button = action('Save', words, () => {
    const keys = toggleSavedLine(savedKeys(), key);
    if (!saveKeys(keys)) {
      return announce('This browser can’t save replies. You can copy this one instead.');
    }
    announce(keys.includes(key) ? 'Saved on this device.' : 'Removed.');
    show();
  });
  button.dataset['keep'] = key;
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
  const picture = await drawLine(words);
  if (picture === null) {
    return announce('This browser can’t make the picture. Try another browser, or copy the words.');
  }
  offerFile('line.png', picture);
  announce('The picture goes to your downloads.');
}

function showSaved({ all, copy: copied }: Lines): void {
  const keys = savedKeys();
  const mine = keys.toReversed().flatMap((key) => all.find((line) => line.key === key) ?? []);
  const list = document.querySelector<HTMLElement>('[data-kept]');
  const shown = [...(list?.children ?? [])].map((one) =>
    one instanceof HTMLElement ? lineKey(wordsOf(one)) : '',
  );
  if (shown.join() !== mine.map(({ key }) => key).join()) {
    list?.replaceChildren(...mine.map(copied));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-keep]')) {
    button.setAttribute('aria-pressed', String(keys.includes(button.dataset['keep'] ?? '')));
  }
  document.querySelector('[data-more="kept"]')?.toggleAttribute('hidden', mine.length === 0);
  document.querySelector('.kept__none')?.toggleAttribute('hidden', mine.length > 0);
}

function copyOf({ words }: Line, show: () => void): HTMLElement {
  const line = document.createElement('li');
  line.className = 'line';
  const shown = document.createElement('p');
  shown.className = 'line__words';
  shown.textContent = words;
  line.append(shown, actionsFor(words, show));
  return line;
}

function announce(words: string): void {
  if (status === null) return;
  status.textContent = words;
  status.classList.add('told--shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => status.classList.remove('told--shown'), MS_SHOWN);
}
