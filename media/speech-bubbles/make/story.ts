import { palette } from './palette.ts';

/** Who plays a part. Nobody has a name, a gender or a background; a name here is a shape. The archway is an adult who has no time, the arch one who listens. */
export type Part = 'round' | 'square' | 'triangle' | 'arch' | 'archway' | 'hexagon' | 'diamond' | 'dome' | 'oval' | 'flower';

/** What somebody puts on a message without a word. */
export type Reaction = { readonly kind: 'laugh' | 'heart'; readonly at: number };

/**
 * A message, on the screen from `from` to `to` seconds. Three dots come first for `typing` seconds; `text: ''` is dots that are never sent,
 * and `text: null` is something that nobody else needs to read or, `sealed`, to see. Its corner at the bottom points to who says it: `x` is its left or its right edge.
 * In a `thread` the newest stands at `y` and pushes the older ones up; `ghost` is words that only hang there still, `notice` what the chat itself says of `by`,
 * `aside` what nobody needs to read again at a stop.
 * It shows two ticks once it is sent, if it was `seen`, or in a group who has seen it, one after another.
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
  readonly sealed?: boolean;
  readonly notice?: boolean;
  readonly aside?: boolean;
  readonly seen?: number;
  readonly seenBy?: readonly (readonly [by: Part, at: number])[];
  readonly reactions?: readonly Reaction[];
};

/** A line of plain words, centred, for what no message says. */
export type Line = { readonly from: number; readonly to: number; readonly y: number; readonly size: number; readonly text: string };

/** A scene: its name for the chapters, its ground, whether it has a floor, and what its sound is (for the captions). */
export type Scene = { readonly from: number; readonly name: string; readonly ground: string; readonly floor: boolean; readonly heard: string };

/** A group chat as the one whose phone it is sees it: its threads, its name, and who is in it. */
export type Phone = {
  readonly from: number;
  readonly to: number;
  readonly threads: readonly string[];
  readonly owner: Part;
  readonly name: string;
  readonly members: readonly Part[];
  /** Who leaves the group, and when. */
  readonly leaves?: readonly [Part, number];
};

export const fps = 25;
export const length = 172;
/** Where a lesson may stop the film: each is a cut, and nothing of what follows is seen before it. */
export const stops = { 'before-the-ask': 26, 'the-pressure': 54.6, 'it-spreads': 84.4, 'putting-it-right': 143.6 } as const;

const { paper, cool, close, dusk, warm, grey, tealTint, plumTint } = palette;

export const scenes: readonly Scene[] = [
  { from: 0, name: 'Title', ground: paper, floor: false, heard: '[soft voices hum]' },
  { from: 4.6, name: 'It begins well', ground: paper, floor: true, heard: '[friendly notes, one for each message]' },
  { from: 13.2, name: 'Just the two', ground: paper, floor: true, heard: '[the notes of two, taking turns]' },
  { from: 26, name: 'The ask', ground: cool, floor: true, heard: '[the voices grow quiet]' },
  { from: 37.4, name: 'The pressure', ground: close, floor: true, heard: '[slow music, lower and lower]' },
  { from: 54.6, name: 'Sent', ground: dusk, floor: true, heard: '[a single long note]' },
  { from: 62.4, name: 'Passed on', ground: dusk, floor: true, heard: '[the long note goes on]' },
  { from: 69, name: 'It spreads', ground: dusk, floor: true, heard: '[a note each time someone sees it]' },
  { from: 84.4, name: 'Someone stops it', ground: plumTint, floor: true, heard: '[almost silent, then one warm voice]' },
  { from: 100.4, name: 'Not alone', ground: paper, floor: true, heard: '[warm voices hum]' },
  { from: 109.6, name: 'Not now', ground: grey, floor: true, heard: '[steps; the music waits]' },
  { from: 122.6, name: 'Telling', ground: warm, floor: true, heard: '[calm, warm voices]' },
  { from: 136.6, name: 'The one who asked', ground: cool, floor: true, heard: '[quiet music]' },
  { from: 143.6, name: 'Putting it right', ground: tealTint, floor: true, heard: '[the calm voices again]' },
  { from: 155.4, name: 'Room', ground: paper, floor: true, heard: '[the friendly notes come back]' },
  { from: 160, name: 'Together', ground: paper, floor: true, heard: '[warm voices and friendly notes]' },
  { from: 166.8, name: 'Keep telling', ground: paper, floor: false, heard: '[the voices rest]' },
];

const size = 48;
/** The size of words in a group chat. */
const small = 46;
type Written = readonly [from: number, typing: number, text: string | null, more?: Partial<Message>];

/** Messages of one thread: each of them stays until the thread ends, unless it says otherwise. */
function thread(name: string, to: number, y: number, written: readonly (readonly [Part, 'left' | 'right', number, Written])[]): readonly Message[] {
  return written.map(([by, side, x, [from, typing, text, more]]) => ({ by, side, x, y, from, to, typing, text, size, thread: name, ...more }));
}

/** A message by itself, at its own place. */
function alone(by: Part, side: 'left' | 'right', [x, y]: readonly [number, number], to: number, [from, typing, text, more]: Written): Message {
  return { by, side, x, y, from, to, typing, text, size, ...more };
}

/** Where a group chat stands on the screen, how high its name is, and where its newest message is. */
export const panel = { x: 44, y: 26, w: 760, h: 574, head: 92, newest: 500, left: 132, right: 770 } as const;

/** Messages in a group chat: those of whose phone it is on the right, everybody else's on the left. */
function chat(name: string, to: number, owner: Part, written: readonly (readonly [Part, Written])[]): readonly Message[] {
  const all = written.map(([by, message]) => [by, by === owner ? 'right' : 'left', by === owner ? panel.right : panel.left, message] as const);
  return thread(name, to, panel.newest, all).map((message) => ({ ...message, size: small }));
}

const bus: readonly Part[] = ['hexagon', 'triangle', 'dome', 'diamond', 'oval', 'flower', 'square', 'round'];

export const phones: readonly Phone[] = [
  { from: 4.7, to: 13.2, threads: ['cake'], owner: 'round', name: 'top deck', members: bus },
  { from: 69, to: 100.2, threads: ['spread', 'stop'], owner: 'diamond', name: 'top deck', members: bus, leaves: ['round', 81] },
  { from: 160, to: 166.8, threads: ['club'], owner: 'round', name: 'cake club', members: ['triangle', 'diamond', 'flower', 'dome', 'round'] },
];

/** How many messages of a thread are seen at once, and how far apart they stand: in a group chat, and above the shapes. */
export const rows = { chat: { seen: 5, apart: 88 }, stage: { seen: 4, apart: 98 } } as const;

const [left, right] = [130, 1150];

export const messages: readonly Message[] = [
  ...chat('cake', 13.2, 'round', [
    ['hexagon', [5, 0.5, 'there’s a cake on the bus']],
    ['triangle', [7.4, 0.5, 'it’s got its own seat']],
    ['round', [9.2, 0.7, 'did it pay', { reactions: [{ kind: 'laugh', at: 11 }, { kind: 'laugh', at: 11.6 }] }]],
    ['diamond', [10.9, 0.3, 'hahaha']],
  ]),
  ...thread('two', 26, 346, [
    ['square', 'right', right, [14.2, 0.5, 'the cake thing haha']],
    ['round', 'left', left, [16, 0.6, 'it looked so comfy']],
    ['square', 'right', right, [18, 0.9, 'feel like i can tell you stuff']],
    ['round', 'left', left, [20.4, 0.5, 'same', { reactions: [{ kind: 'heart', at: 21.8 }] }]],
    ['square', 'right', right, [22.4, 0.9, 'can i ask you something?']],
  ]),
  ...thread('ask', 37.4, 346, [
    ['round', 'left', left, [26.5, 0.4, 'yeah course']],
    ['square', 'right', right, [28, 0.9, 'send me a pic?']],
    ['square', 'right', right, [30.2, 0.5, 'just for me']],
    ['round', 'left', left, [32, 0, '', { to: 33.4 }]],
    ['round', 'left', left, [34, 0.5, 'i’d rather not', { seen: 35.6 }]],
  ]),
  alone('square', 'right', [1150, 84], 54.6, [38, 0.5, 'it’s only me']),
  alone('square', 'right', [1040, 182], 54.6, [40, 0.6, 'don’t you trust me?']),
  alone('round', 'left', [96, 300], 46.4, [42.6, 0.5, 'i said no', { seen: 44.2 }]),
  alone('square', 'right', [900, 280], 54.6, [45.2, 0.6, 'if you liked me you would']),
  alone('square', 'right', [650, 386], 54.6, [48, 0.4, 'hurry up', { size: 62 }]),
  alone('round', 'left', [84, 404], 50.9, [49.3, 0, '']),
  alone('round', 'left', [84, 404], 53.5, [51.9, 0, '']),
  alone('round', 'left', [250, 360], 56.5, [54.9, 0, '']),
  alone('square', 'right', [1150, 270], 66.4, [61.4, 0.3, 'just for me', { ghost: true }]),
  ...chat('spread', 84.4, 'diamond', [
    ['hexagon', [69.8, 0.4, 'look what i got sent']],
    ['hexagon', [72, 0.2, null, { sealed: true, seenBy: [['dome', 73], ['oval', 73.9], ['flower', 75], ['triangle', 78.8], ['round', 80]] }]],
    ['diamond', [73.2, 0.5, 'hahaha']],
    ['dome', [75.2, 0.4, 'no way', { aside: true }]],
    ['oval', [77, 0.5, 'it’s in the other chat too']],
    ['round', [81, 0, 'left the group', { notice: true }]],
  ]),
  ...chat('stop', 100.2, 'diamond', [
    ['round', [84.4, 0, 'left the group', { notice: true }]],
    ['diamond', [85.4, 0, '', { to: 86.8 }]],
    ['triangle', [87, 0.7, 'stop. this isn’t funny']],
    ['hexagon', [89, 0.4, 'it’s a joke']],
    ['triangle', [90.8, 0.6, 'they’re not laughing']],
    ['diamond', [92.6, 0, '', { to: 93.8 }]],
    ['diamond', [94.2, 0.7, 'i laughed. i shouldn’t have']],
    ['diamond', [96.2, 0.5, 'not passing it on']],
    ['dome', [97.6, 0.3, 'me neither']],
  ]),
  ...thread('beside', 109.6, 370, [
    ['triangle', 'right', 770, [102.8, 0.5, 'are you ok?']],
    ['round', 'left', 250, [104.6, 0.7, 'not really']],
    ['triangle', 'right', 770, [106.4, 0.4, 'i’ll come with you']],
  ]),
  ...thread('busy', 122.6, 346, [
    ['round', 'right', 1084, [112, 0.6, 'can i tell you something?']],
    ['archway', 'left', 430, [114.4, 0.4, 'Sorry, not now. Can it wait?']],
    ['round', 'right', 1084, [117.6, 0.6, 'never mind']],
    ['triangle', 'right', right, [119.5, 0.4, 'let’s try someone else']],
  ]),
  ...thread('telling', 136.6, 346, [
    ['round', 'right', 1000, [125.2, 0, '', { to: 126.3 }]],
    ['arch', 'left', 430, [126.4, 0.4, 'I’m listening.']],
    ['round', 'right', 1000, [128.2, 0.5, null]],
    ['arch', 'left', 430, [131, 0.4, 'Thank you for telling me.']],
    ['arch', 'left', 430, [133.4, 0.4, 'It isn’t your fault.']],
  ]),
  alone('square', 'left', [150, 110], 141.4, [137.2, 0, 'send me a pic?', { ghost: true }]),
  alone('square', 'right', [1140, 206], 141.4, [137.5, 0, 'if you liked me you would', { ghost: true }]),
  alone('square', 'left', [230, 302], 141.4, [137.8, 0, 'hurry up', { ghost: true }]),
  alone('square', 'left', [680, 340], 143.2, [141.6, 0, '']),
  ...thread('right', 155.4, 346, [
    ['arch', 'left', 430, [144.2, 0.4, 'I’m listening.']],
    ['square', 'right', right, [145.8, 0.9, 'i kept asking. i shared it']],
    ['arch', 'left', 430, [149.4, 0.4, 'Thank you for telling me.']],
    ['arch', 'left', 430, [151.8, 0.4, 'Let’s put it right.']],
  ]),
  ...chat('club', 166.8, 'round', [
    ['triangle', [160.8, 0.4, 'cake on the bus again']],
    ['round', [163, 0.6, 'did it pay this time', { reactions: [{ kind: 'laugh', at: 164.8 }, { kind: 'heart', at: 165.4 }] }]],
  ]),
];

export const lines: readonly Line[] = [
  { from: 1, to: 4.2, y: 500, size: 84, text: 'Speech Bubbles' },
  { from: 56.6, to: 60.8, y: 150, size: 60, text: 'Something private is sent.' },
  { from: 63.4, to: 67.6, y: 150, size: 60, text: 'Then it is passed on.' },
  { from: 167.4, to: length, y: 470, size: 64, text: 'One person is enough.' },
  { from: 168.6, to: length, y: 558, size: 64, text: 'Keep telling until someone helps.' },
];
