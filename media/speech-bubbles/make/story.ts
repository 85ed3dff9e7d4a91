/** A point an actor passes through: at `at` seconds it stands at (x, y) with this size and strength, and eases from one point to the next. */
export type Pose = { readonly at: number; readonly x: number; readonly y: number; readonly size: number; readonly strength: number };

/** A shape that plays a part. Nobody has a face, a name, a gender or a background. */
export type Actor = { readonly name: string; readonly shape: 'circle' | 'square' | 'triangle' | 'envelope'; readonly fill: string; readonly poses: readonly Pose[] };

/** A message, from `from` to `to` seconds, centred at (x, y), its tail pointing down to the left or to the right. */
export type Bubble = {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly tail: 'left' | 'right' | 'none';
  readonly fill: string;
  readonly ink: string;
  readonly size?: number;
};

/** A line of plain text, for what no message says. */
export type Line = { readonly from: number; readonly to: number; readonly y: number; readonly size: number; readonly text: string };

/** A scene: its ground, its name for the chapters, what is heard (for the captions) and what is seen (for the descriptions). */
export type Scene = { readonly from: number; readonly name: string; readonly ground: string; readonly heard: string; readonly seen: string };

export const fps = 25;
export const length = 60;
export const stops = { 'the-pressure': 22, 'it-spreads': 36 } as const;

const paper = '#FBF8F1';
const ink = '#14273A';
const teal = '#0B6A6B';
const sun = '#F6C445';
const plum = '#5D3A6B';
const white = '#FFFFFF';

const pose = (at: number, x: number, y: number, size: number, strength = 1): Pose => ({ at, x, y, size, strength });

export const scenes: readonly Scene[] = [
  { from: 0, name: 'Title', ground: paper, heard: '[soft music]', seen: 'Nine dots on a pale ground. Two of them grow: a yellow circle and a teal square.' },
  { from: 3, name: 'Two people talking', ground: paper, heard: '[a soft chime for each message]', seen: 'The circle and the square send each other friendly messages.' },
  { from: 10, name: 'The ask', ground: paper, heard: '[the music grows quiet]', seen: 'The square asks for a picture. The circle says no thanks.' },
  { from: 15, name: 'The pressure', ground: '#F3EDF5', heard: '[low, uneasy music]', seen: 'Messages from the square pile up. The circle is pushed to the edge and grows small.' },
  { from: 22, name: 'Passed on', ground: '#E9EEF3', heard: '[a slow, empty note]', seen: 'A closed envelope appears beside the square. The circle stands far away, pale.' },
  { from: 28, name: 'It spreads', ground: '#E9EEF3', heard: '[two soft chimes, over a slow note]', seen: 'The closed envelope moves along a row of shapes. It is never opened.' },
  { from: 36, name: 'Someone stops it', ground: '#FDF6E0', heard: '[the music turns warm]', seen: 'A triangle keeps the envelope and lets it fade. It goes over to the circle.' },
  { from: 45, name: 'Telling', ground: '#E7F3F0', heard: '[warm music]', seen: 'The circle and the triangle come to a large, calm circle, who listens. The yellow comes back.' },
  { from: 55, name: 'Together', ground: paper, heard: '[soft music, ending]', seen: 'All the shapes stand together as nine equal dots.' },
];

const friends = ['#7FB8B2', '#B79BC2', '#E8B98A', '#8FA9C4', '#A9BF86'] as const;
const places = [0, 2, 6, 8, 5] as const;

/** The envelope's way along the row: it rests a little above each shape, and is never opened. */
function hops(): readonly Pose[] {
  const stay = (at: number, x: number) => [pose(at, x, 330, 46), pose(at + 0.5, x, 330, 46)];
  return [180, 360, 500, 640, 780, 920].flatMap((x, hop) => stay(29.4 + hop * 1.2, x)).concat(pose(36.2, 920, 330, 46));
}

/** A place in the closing grid of nine, 0 to 8. */
const inGrid = (at: number, place: number): Pose => pose(at, 580 + (place % 3) * 60, 240 + Math.floor(place / 3) * 60, 21);

function friendPoses(at: number): readonly Pose[] {
  const x = 360 + at * 140;
  const place = places[at] ?? 0;
  return [
    pose(27.4, x, 470, 0, 0),
    pose(28.6, x, 440, 54),
    pose(39.8, x, 440, 54),
    pose(41.6, x, 150, 44, 0.8),
    pose(44.2, x, 150, 44, 0.8),
    pose(45.4, x, 110, 36, 0),
    pose(54.4, x, 110, 36, 0),
    inGrid(56.5, place),
    inGrid(60, place),
  ];
}

/** Drawn in this order, the later ones in front. */
export const actors: readonly Actor[] = [
  {
    name: 'listener', shape: 'circle', fill: '#0F7F7C',
    poses: [pose(44.6, 950, 440, 0, 0), pose(46.6, 950, 430, 140), pose(54, 950, 430, 140), inGrid(56.5, 4), inGrid(60, 4)],
  },
  ...friends.map((fill, at): Actor => ({ name: `friend-${at + 1}`, shape: 'circle', fill, poses: friendPoses(at) })),
  {
    name: 'square', shape: 'square', fill: teal,
    poses: [
      pose(0.8, 640, 300, 0, 0), pose(2.6, 960, 430, 84), pose(15, 960, 430, 84), pose(18, 1010, 440, 100), pose(21.96, 990, 440, 112),
      pose(22, 1010, 430, 80), pose(28, 1010, 430, 80), pose(29.2, 180, 440, 70), pose(44.2, 180, 440, 66), pose(45.4, 150, 590, 54),
      pose(54, 150, 590, 54), inGrid(56.5, 3), inGrid(60, 3),
    ],
  },
  {
    name: 'circle', shape: 'circle', fill: sun,
    poses: [
      pose(0.8, 640, 300, 0, 0), pose(2.6, 320, 430, 84), pose(15, 320, 430, 84), pose(18, 220, 440, 66), pose(21.96, 110, 450, 46),
      pose(22, 250, 430, 60, 0.7), pose(28, 250, 430, 60, 0.45), pose(29.4, 640, 610, 44, 0.3), pose(38, 640, 610, 44, 0.3),
      pose(41.5, 560, 490, 60, 0.75), pose(44.4, 560, 490, 64, 0.85), pose(46.8, 500, 440, 66, 0.9), pose(54, 530, 430, 84),
      inGrid(56.5, 1), inGrid(60, 1),
    ],
  },
  {
    name: 'triangle', shape: 'triangle', fill: plum,
    poses: [
      pose(27.4, 1080, 470, 0, 0), pose(28.6, 1080, 440, 60), pose(39.4, 1080, 440, 60), pose(41.6, 730, 495, 62), pose(44.4, 730, 495, 62),
      pose(46.8, 340, 450, 66), pose(54, 340, 445, 68), inGrid(56.5, 7), inGrid(60, 7),
    ],
  },
  {
    name: 'envelope', shape: 'envelope', fill: white,
    poses: [
      pose(23, 1010, 290, 0, 0), pose(24.4, 1010, 280, 62), pose(28, 1010, 280, 62), ...hops(),
      pose(37.4, 1080, 330, 46), pose(39.6, 1080, 330, 46), pose(41, 1080, 300, 30, 0),
    ],
  },
];

const alex = { fill: teal, ink: white, tail: 'right' } as const;
const sam = { fill: sun, ink, tail: 'left' } as const;
const friend = { fill: white, ink, tail: 'none' } as const;
const helper = { fill: plum, ink: white, tail: 'none' } as const;
const adult = { fill: white, ink, tail: 'right' } as const;

export const bubbles: readonly Bubble[] = [
  { from: 3.6, to: 9.8, x: 860, y: 150, text: 'that joke today', ...alex },
  { from: 5.2, to: 9.8, x: 390, y: 215, text: 'still laughing', ...sam },
  { from: 6.9, to: 9.8, x: 890, y: 270, text: 'me too', ...alex },
  { from: 10.6, to: 15, x: 850, y: 150, text: 'send me a picture', ...alex },
  { from: 11.8, to: 15, x: 880, y: 260, text: 'just for me', ...alex },
  { from: 13.2, to: 15, x: 380, y: 260, text: 'no thanks', ...sam },
  { from: 15.6, to: 22, x: 1000, y: 90, text: 'why not?', size: 44, ...alex },
  { from: 16.9, to: 22, x: 820, y: 180, text: 'don’t you trust me?', size: 48, ...alex },
  { from: 18.4, to: 22, x: 600, y: 290, text: 'you would if you liked me', size: 52, ...alex },
  { from: 20, to: 22, x: 430, y: 440, text: 'I’m waiting', size: 58, fill: teal, ink: white, tail: 'none' },
  { from: 30.2, to: 33.4, x: 400, y: 215, text: 'have you seen?', ...friend },
  { from: 32.4, to: 36, x: 760, y: 215, text: 'pass it on', ...friend },
  { from: 37.8, to: 41, x: 950, y: 215, text: 'I’m not passing this on', ...helper },
  { from: 39.2, to: 41, x: 430, y: 250, text: 'leave it', ...friend },
  { from: 41.4, to: 44.8, x: 900, y: 270, text: 'are you all right?', ...helper },
  { from: 42.8, to: 44.8, x: 900, y: 370, text: 'I’ll come with you', ...helper },
  { from: 47.2, to: 55, x: 800, y: 100, text: 'thank you for telling me', ...adult },
  { from: 49, to: 55, x: 740, y: 195, text: 'it isn’t your fault', ...adult },
  { from: 51.4, to: 55, x: 440, y: 600, text: 'I will put it right', fill: teal, ink: white, tail: 'none' },
];

export const lines: readonly Line[] = [
  { from: 0.2, to: 1.8, y: 520, size: 64, text: 'Speech Bubbles' },
  { from: 22.8, to: 27.6, y: 170, size: 48, text: 'Later, something private is passed on.' },
  { from: 57, to: 60, y: 500, size: 60, text: 'Telling worked.' },
];
