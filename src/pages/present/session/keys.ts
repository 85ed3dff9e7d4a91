import { deckCares, type Deck } from '../../../outputs/board/deck.ts';
import { TELLING } from '../../../room/phone-protocol.ts';
import type { CarePart } from '../../../subjects/pack.ts';

/** What a key or a button of the presenter does. */
export type Action =
  | 'main'
  | 'clicker'
  | 'begin'
  | 'next'
  | 'back'
  | 'film'
  | 'whole'
  | 'skip-film'
  | 'restart'
  | 'replay'
  | 'stop-back'
  | 'stop-next'
  | 'speed'
  | 'captions'
  | 'described'
  | 'ask'
  | 'hands'
  | 'close'
  | 'show'
  | 'help'
  | 'pause'
  | 'land'
  | 'telling'
  | 'skip'
  | 'box'
  | 'board'
  | 'stored'
  | 'devices'
  | 'join'
  | 'screens'
  | 'find'
  | 'draw'
  | 'finish'
  | 'keys';

/** One line of the table of keys: `keys` as the browser names them, `shown` on the button, `words` in the list; `withHelp` what it does besides in a lesson that has help to show; `isPrivate` where it does something beside a board of its own alone, `inOneWindow` what it does instead on the only screen. */
export type KeyLine = {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly shown: string;
  readonly also: readonly string[];
  readonly words: string;
  readonly withHelp?: string;
  readonly isPrivate?: true;
  readonly inOneWindow?: string;
};

/** Every key of the presenter. */
export const keyTable: readonly KeyLine[] = [
  {
    action: 'main',
    keys: [' '],
    shown: 'Space',
    also: [],
    words: 'What the main button says',
  },
  {
    action: 'clicker',
    keys: ['pagedown', 'enter'],
    shown: 'Page Down',
    also: ['Enter'],
    words: 'A clicker: what the main button says, and “Close poll” a second after that asks',
  },
  {
    action: 'begin',
    keys: ['f5'],
    shown: 'F5',
    also: [],
    words: 'A clicker: opens the board’s window, where it is not open',
    isPrivate: true,
  },
  {
    action: 'next',
    keys: ['arrowright'],
    shown: '→',
    also: [],
    words: 'Next, past a question too; at the film: play and pause, and N skips',
    withHelp: 'from help: back to the slide',
  },
  { action: 'back', keys: ['arrowleft', 'pageup'], shown: '←', also: ['Page Up'], words: 'Back' },
  {
    action: 'pause',
    keys: ['b', '.'],
    shown: 'B',
    also: ['.', 'Ctrl B'],
    words: 'Pause the board, and carry on',
  },
  { action: 'help', keys: ['h'], shown: 'H', also: [], words: 'Help slide, and back' },
  { action: 'land', keys: ['e'], shown: 'E', also: [], words: 'End calmly, and back' },
  {
    action: 'telling',
    keys: ['d'],
    shown: 'D',
    also: [],
    words: `${TELLING}: what to say`,
    inOneWindow: 'Pause the board',
  },
  {
    action: 'skip',
    keys: ['x'],
    shown: 'X',
    also: [],
    words: 'Skip the suggested part, or undo the last skip',
    isPrivate: true,
  },
  { action: 'ask', keys: ['a'], shown: 'A', also: [], words: 'Ask the question' },
  { action: 'hands', keys: ['u'], shown: 'U', also: [], words: 'Count hands' },
  { action: 'close', keys: ['c'], shown: 'C', also: [], words: 'Close the poll' },
  { action: 'show', keys: ['s'], shown: 'S', also: [], words: 'Show the result, and hide it' },
  {
    action: 'film',
    keys: ['p'],
    shown: 'P',
    also: [],
    words: 'Play the film with its stops, or pause it; at a stop: go on with it',
  },
  {
    action: 'whole',
    keys: ['z'],
    shown: 'Z',
    also: [],
    words: 'Play the film whole, without stops, or pause it',
  },
  {
    action: 'skip-film',
    keys: ['n'],
    shown: 'N',
    also: [],
    words: 'Skip this part of the film: asks first',
  },
  {
    action: 'restart',
    keys: ['r'],
    shown: 'R',
    also: [],
    words: 'This part of the film from its start',
  },
  { action: 'replay', keys: ['l'], shown: 'L', also: [], words: 'The last 20 seconds again' },
  { action: 'stop-back', keys: ['['], shown: '[', also: [], words: 'To the stop before' },
  { action: 'stop-next', keys: [']'], shown: ']', also: [], words: 'To the next stop' },
  { action: 'speed', keys: ['v'], shown: 'V', also: [], words: 'Speed of the film' },
  { action: 'captions', keys: ['k'], shown: 'K', also: [], words: 'Captions on and off' },
  { action: 'described', keys: ['y'], shown: 'Y', also: [], words: 'Descriptions on and off' },
  { action: 'box', keys: ['q'], shown: 'Q', also: [], words: 'Question box', isPrivate: true },
  { action: 'devices', keys: ['t'], shown: 'T', also: [], words: 'Use {school tablets}' },
  {
    action: 'join',
    keys: ['j'],
    shown: 'J',
    also: [],
    words: 'Show how to join on {school tablets}, and back',
  },
  {
    action: 'draw',
    keys: ['m'],
    shown: 'M',
    also: [],
    words: 'Draw on the slide; Esc puts the pen down, Ctrl Z takes back',
  },
  {
    action: 'find',
    keys: ['g', '/'],
    shown: 'G',
    also: ['/'],
    words: 'Find a slide',
    isPrivate: true,
  },
  { action: 'screens', keys: ['w'], shown: 'W', also: [], words: 'Screens' },
  {
    action: 'board',
    keys: ['o'],
    shown: 'O',
    also: [],
    words: 'Open the board’s window',
    isPrivate: true,
  },
  { action: 'stored', keys: ['i'], shown: 'I', also: [], words: 'What’s stored?' },
  { action: 'finish', keys: ['f'], shown: 'F', also: [], words: 'Finish the lesson' },
  { action: 'keys', keys: ['?'], shown: '?', also: [], words: 'All keys' },
];

/** A key as it was pressed, and where: in a text field, in another field (a slider), on a button or link, in an open dialog, or on the page; `letters` where single letters are keys. */
export type Pressed = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
  readonly place: 'text' | 'field' | 'control' | 'page';
  readonly inDialog: boolean;
  readonly letters: boolean;
};

/** What a pressed key does, or null. Ctrl+B pauses from anywhere; a text field keeps every other key, and a button its Space and Enter. */
export function actionOf({
  key,
  ctrl,
  alt,
  repeat,
  place,
  inDialog,
  letters,
}: Pressed): Action | null {
  const pressed = key.toLowerCase();
  if (repeat || alt) return null;
  if (ctrl) return pressed === 'b' ? 'pause' : null;
  const isOfControl = place === 'control' && (pressed === ' ' || pressed === 'enter');
  if (place === 'text' || isOfControl) return null;
  const isLetter = pressed.length === 1 && pressed !== ' ';
  if (isLetter ? !letters : place === 'field') return null;
  const found = keyTable.find(({ keys }) => keys.includes(pressed))?.action ?? null;
  return inDialog && found !== 'pause' ? null : found;
}

/** The key a button shows for what it does. */
export function keyOf(action: Action): string {
  return keyTable.find((line) => line.action === action)?.shown ?? '';
}

/** The key of the pause: it has one where single letters are no keys too. */
export function pauseKey(letters: boolean): string {
  return letters ? keyOf('pause') : 'Ctrl B';
}

/** What only some subjects have, by the part of their pack that brings it. */
const careOf: Readonly<Partial<Record<Action, CarePart>>> = {
  help: 'help slide',
  land: 'calm ending',
  telling: 'telling',
  box: 'question box',
};

/** What a key does in the lesson of a deck, as the list of keys says it. */
export function wordsOfKey(
  { words, withHelp, inOneWindow }: KeyLine,
  deck: Pick<Deck, 'staff'>,
  isPrivate = true,
): string {
  if (!isPrivate && inOneWindow !== undefined) return inOneWindow;
  return withHelp !== undefined && isOffered(deck, 'help') ? `${words}; ${withHelp}` : words;
}

/** True for what the presenter of a deck can do at all. */
export function isOffered(deck: Pick<Deck, 'staff'>, action: Action): boolean {
  const part = careOf[action];
  return part === undefined || deckCares(deck, part);
}
