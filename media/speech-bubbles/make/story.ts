import { palette } from './palette.ts';

/** Who plays a part. Nobody has a face, a name, a gender or a background; a name here is a shape. */
export type Part = 'round' | 'square' | 'triangle' | 'arch' | 'hexagon' | 'diamond' | 'dome' | 'oval' | 'flower';

/**
 * A message, on the screen from `from` to `to` seconds. Three dots come first for `typing` seconds; `text: ''` is dots that are never sent,
 * and `text: null` is something told that nobody else needs to read. Its corner at the bottom points to who says it: `x` is its left or its right edge.
 * In a `thread` the newest stands at `y` and pushes the older ones up; `ghost` is words that only hang there still.
 */
export type Message = {
  readonly by: Part;
  readonly from: number;
  readonly to: number;
  readonly typing: number;
  readonly text: string | null;
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly thread?: string;
  readonly ghost?: boolean;
};

/** A line of plain words, centred, for what no message says. */
export type Line = { readonly from: number; readonly to: number; readonly y: number; readonly size: number; readonly text: string };

/** A scene: its name for the chapters, its ground, and what its sound is (for the captions). */
export type Scene = { readonly from: number; readonly name: string; readonly ground: string; readonly heard: string };

export const fps = 25;
export const length = 150;
/** Where a lesson may stop the film: each is a cut, and nothing of what follows is seen before it. */
export const stops = { 'before-the-ask': 18, 'the-pressure': 44, 'it-spreads': 67, 'putting-it-right': 119 } as const;
/** How many messages of a thread are seen at once. */
export const rows = 4;

const { paper, cool, close, dusk, warm, tealTint, plumTint } = palette;

export const scenes: readonly Scene[] = [
  { from: 0, name: 'Title', ground: paper, heard: '[soft music]' },
  { from: 4.6, name: 'It begins well', ground: paper, heard: '[friendly notes, one for each message]' },
  { from: 18, name: 'The ask', ground: cool, heard: '[the music grows quiet]' },
  { from: 30, name: 'The pressure', ground: close, heard: '[low, slow music]' },
  { from: 44, name: 'Passed on', ground: dusk, heard: '[a single long note]' },
  { from: 55, name: 'It spreads', ground: dusk, heard: '[a note each time it is passed on]' },
  { from: 67, name: 'Someone stops it', ground: plumTint, heard: '[the music turns warm]' },
  { from: 77, name: 'Not alone', ground: paper, heard: '[two friendly notes]' },
  { from: 87.6, name: 'Telling', ground: warm, heard: '[calm, warm music]' },
  { from: 105.4, name: 'Help gets started', ground: warm, heard: '[soft notes, going up]' },
  { from: 112, name: 'The one who asked', ground: cool, heard: '[quiet music]' },
  { from: 119, name: 'Putting it right', ground: tealTint, heard: '[calm music]' },
  { from: 133, name: 'Together', ground: paper, heard: '[the friendly notes from the start]' },
];


const size = 48;
type Said = readonly [from: number, typing: number, text: string | null, more?: Partial<Message>];

/** Messages of one thread: each of them stays until the thread ends, unless it says otherwise. */
function thread(name: string, to: number, y: number, said: readonly (readonly [Part, 'left' | 'right', number, Said])[]): readonly Message[] {
  return said.map(([by, side, x, [from, typing, text, more]]) => ({ by, side, x, y, from, to, typing, text, size, thread: name, ...more }));
}

/** A message by itself, at its own place. */
function alone(by: Part, side: 'left' | 'right', [x, y]: readonly [number, number], to: number, [from, typing, text, more]: Said): Message {
  return { by, side, x, y, from, to, typing, text, size, ...more };
}

const [left, right] = [130, 1150];

export const messages: readonly Message[] = [
  ...thread('well', 18, 346, [
    ['square', 'right', right, [5.2, 0.6, 'that joke today!']],
    ['round', 'left', left, [7.4, 0.8, 'I’m still laughing']],
    ['square', 'right', right, [9.8, 0.5, 'me too']],
    ['round', 'left', left, [11.4, 0.9, 'you’re easy to talk to']],
    ['square', 'right', right, [14, 1, 'can I ask you something?']],
    ['square', 'right', right, [16.6, 0, '']],
  ]),
  ...thread('ask', 30, 346, [
    ['round', 'left', left, [18.5, 0.5, 'of course']],
    ['square', 'right', right, [20, 1, 'send me a pic?']],
    ['square', 'right', right, [22.4, 0.5, 'just for me']],
    ['round', 'left', left, [24.2, 0, '', { to: 25.6 }]],
    ['round', 'left', left, [26.2, 0.5, 'I’d rather not']],
  ]),
  alone('square', 'right', [1150, 84], 44, [30.6, 0.6, 'it’s only me']),
  alone('square', 'right', [1040, 182], 44, [33, 0.6, 'don’t you trust me?']),
  alone('round', 'left', [96, 300], 39.2, [35.8, 0.5, 'I said no']),
  alone('square', 'right', [900, 280], 44, [38.2, 0.6, 'if you liked me you would']),
  alone('square', 'right', [650, 386], 44, [41, 0.4, 'hurry up', { size: 62 }]),
  alone('round', 'left', [84, 340], 43.6, [42, 0, '']),
  alone('square', 'right', [1130, 190], 53.7, [49.8, 0.3, 'just for me', { ghost: true }]),
  alone('hexagon', 'left', [70, 176], 59, [56.2, 0.3, 'seen this?']),
  alone('dome', 'left', [330, 344], 62.8, [59.6, 0.3, 'pass it on']),
  alone('triangle', 'right', [1120, 190], 67, [65, 0, '']),
  alone('triangle', 'right', [1080, 116], 77, [67.6, 0.8, 'not passing this on']),
  alone('diamond', 'left', [330, 244], 77, [72.2, 0.4, 'me neither']),
  alone('dome', 'left', [228, 470], 77, [74, 0.4, 'it stops here']),
  ...thread('beside', 87.4, 300, [
    ['triangle', 'right', 900, [80.2, 0.6, 'are you all right?']],
    ['round', 'left', 250, [82.4, 0.8, 'not really']],
    ['triangle', 'right', 900, [84.3, 0.5, 'I’ll come with you']],
  ]),
  ...thread('telling', 105.2, 346, [
    ['round', 'right', right, [90.8, 1, 'can I tell you something?']],
    ['arch', 'left', 420, [94, 0.3, 'I’m listening']],
    ['round', 'right', right, [95.8, 0.6, null]],
    ['arch', 'left', 420, [99, 0.5, 'thank you for telling me']],
    ['arch', 'left', 420, [102.2, 0.4, 'it isn’t your fault']],
  ]),
  alone('square', 'left', [150, 120], 117.2, [112.8, 0, 'send me a pic?', { ghost: true }]),
  alone('square', 'right', [1140, 216], 117.2, [113.1, 0, 'if you liked me you would', { ghost: true }]),
  alone('square', 'left', [230, 312], 117.2, [113.4, 0, 'hurry up', { ghost: true }]),
  ...thread('right', 132.8, 346, [
    ['square', 'right', right, [119.6, 1.4, 'I was wrong to keep asking']],
    ['square', 'right', right, [123.8, 0.6, 'I’m not passing anything on']],
    ['arch', 'left', 410, [127.2, 0.4, 'thank you for telling me']],
    ['arch', 'left', 410, [129.8, 0.4, 'let’s put it right']],
  ]),
  ...thread('again', 141.2, 156, [
    ['hexagon', 'left', 150, [136.2, 0.5, 'that joke today!']],
    ['round', 'right', 830, [138.2, 0.5, 'I’m still laughing']],
  ]),
];

export const lines: readonly Line[] = [
  { from: 1, to: 4.2, y: 500, size: 84, text: 'Speech Bubbles' },
  { from: 44.7, to: 49.4, y: 150, size: 60, text: 'Something private is sent.' },
  { from: 51.4, to: 54.8, y: 520, size: 60, text: 'Then it is passed on.' },
  { from: 108.6, to: 111.8, y: 140, size: 60, text: 'Help gets started.' },
  { from: 143.8, to: length, y: 480, size: 64, text: 'One person is enough.' },
  { from: 145.6, to: length, y: 566, size: 64, text: 'Telling works.' },
];
