import { html, type Html } from '../text/html.ts';
import { bar, bubble, corners, dot, figure, type Colour, type Figure } from './cast.ts';

/** What a drawing is made of: the colour of its ground, and the shapes on it, in 300 by 140. Cards show its middle, the smallest of them 210 wide, above a floor at 122. */
export type Scene = { readonly ground: Colour; readonly shapes: Html };

/** Where figures stand. */
const FOOT = 122;

/** The drawings of the lessons that ship, by slug: Sam, Alex and Jo are in their own story alone, and nothing private is ever drawn. */
export const ownDrawings: Readonly<Record<string, Scene>> = {
  // Someone in a den of boxes is asked before anyone comes in.
  'private-stays-private': {
    ground: 'sun',
    shapes: html`${dot([214, 74, 104], 'sun-tint', 0.55)}${floor('sand')}${stand(['pill', 190, 46], 'teal-mid', { foot: 84, looks: -1 })}${bar([146, 76, 92, 48, 4], 'plum')}${corners(
      [
        [146, 78],
        [122, 58],
        [158, 72],
      ],
      'plum-mid',
      3,
    )}${corners(
      [
        [238, 78],
        [262, 58],
        [226, 72],
      ],
      'plum-mid',
      3,
    )}${stand(['hexagon', 84, 58], 'teal', { looks: 1 })}${bubble(92, 36, { says: '?' })}`,
  },
  // A gift from someone unknown stays closed; a friend and an adult are near.
  'private-stays-private-again': {
    ground: 'sun',
    shapes: html`${dot([96, 60, 84], 'sun-tint', 0.55)}${floor('sand')}${bar([66, 76, 62, 46, 4], 'plum')}${bar([92, 76, 10, 46], 'plum-tint')}${bar([60, 66, 74, 14, 4], 'plum-mid')}${corners(
      [
        [97, 66],
        [82, 52],
        [80, 64],
      ],
      'plum-tint',
      4,
    )}${corners(
      [
        [97, 66],
        [112, 52],
        [114, 64],
      ],
      'plum-tint',
      4,
    )}${adult([222, 92], 'teal')}${stand(['pill', 176, 40], 'rose', { looks: -1 })}`,
  },
  // A class watches a film, and two of them have begun to talk.
  'for-the-whole-world-to-see': {
    ground: 'teal-deep',
    shapes: html`${dot([150, 52, 104], 'teal', 0.6)}${bar([84, 12, 132, 74, 8], 'ink')}${bar([91, 19, 118, 60, 4], 'sun-tint')}${corners(
      [
        [138, 33],
        [138, 65],
        [168, 49],
      ],
      'teal',
      4,
    )}${bar([0, 116, 300, 24], 'teal')}${stand(['clover', 62, 46], 'rose', { foot: 126, looks: 1 })}${stand(['pill', 116, 40], 'sand', { foot: 126 })}${stand(['hexagon', 178, 42], 'plum-mid', { foot: 132, looks: 1 })}${stand(['diamond', 238, 48], 'slate', { foot: 132, looks: -1 })}${bubble(196, 70)}`,
  },
  // The light round Sam is small where messages press.
  'speech-bubbles': {
    ground: 'teal-tint',
    shapes: html`${dot([256, 40, 128], 'teal-mid', 0.4)}${floor('teal-mid')}${dot([78, 90, 46], 'sun-tint')}${stand(['round', 78, 54], 'sun', { looks: -1, mood: 'worried', foot: 120 })}${stand(['square', 232, 74], 'teal', { looks: -1 })}${bar([112, 14, 118, 24, 12], 'teal-deep')}${bar([98, 44, 94, 24, 12], 'teal-deep')}${bar([124, 74, 60, 24, 12], 'teal-deep')}`,
  },
  // Sam is not alone any more: Jo, a classmate and an adult are in the light.
  'for-the-whole-world-to-see-again': {
    ground: 'teal-tint',
    shapes: html`${floor('teal-mid')}${dot([142, 108, 104], 'sun-tint')}${floor('teal-mid')}${adult([92, 92], 'plum-mid')}${stand(['round', 144, 52], 'sun', { mood: 'relieved' })}${stand(['triangle', 198, 60], 'plum', { looks: -1 })}${stand(['hexagon', 248, 46], 'teal', { looks: -1 })}${bubble(206, 34)}`,
  },
  'for-the-whole-world-to-see-in-messages': {
    ground: 'plum-tint',
    shapes: html`${dot([60, 60, 70], 'card', 0.7)}${floor('plum-mid')}${bar([98, 6, 104, 150, 16], 'ink')}${bar([106, 14, 88, 140, 10], 'card')}${bar([112, 22, 58, 17, 8], 'teal-deep')}${bar([112, 44, 44, 17, 8], 'teal-deep')}${bar([140, 66, 48, 17, 8], 'sun')}${bar([112, 88, 62, 17, 8], 'teal-deep')}${bar([112, 110, 36, 17, 8], 'teal-deep')}${stand(['square', 62, 48], 'teal', { looks: 1 })}${stand(['round', 242, 50], 'sun', { looks: -1, mood: 'worried' })}`,
  },
  // A copy made of squares, and the person it was made of.
  'power-and-putting-it-right': {
    ground: 'plum',
    shapes: html`${dot([70, 34, 62], 'plum-mid', 0.3)}${floor('plum-deep')}${stand(['hexagon', 82, 56], 'rose', { looks: 1, mood: 'worried' })}${bar([142, 22, 112, 78, 10], 'ink')}${bar([150, 30, 96, 62, 4], 'plum-tint')}${squares(173, 36)}${bar([188, 100, 20, 14], 'ink')}${bar([168, 112, 60, 10, 5], 'ink')}`,
  },
  // One step after the other, up to someone who helps.
  'power-and-putting-it-right-again': {
    ground: 'plum',
    shapes: html`${dot([214, 60, 84], 'plum-mid', 0.3)}${floor('plum-deep')}${bar([84, 106, 56, 18, 4], 'sand')}${bar([136, 92, 56, 32, 4], 'sun')}${bar([188, 78, 74, 46, 4], 'sand')}${adult([226, 70, 78], 'teal-mid')}${stand(['clover', 110, 46], 'rose', { foot: 106, looks: 1 })}${stand(['diamond', 58, 48], 'slate', { looks: 1 })}`,
  },
  'power-and-putting-it-right-in-messages': {
    ground: 'night',
    shapes: html`${floor('plum-deep')}${dot([206, 104, 74], 'plum', 0.8)}${dot([206, 104, 50], 'plum-mid', 0.45)}${floor('plum-deep')}${bar([62, 14, 74, 120, 12], 'slate')}${bar([69, 22, 60, 112, 8], 'night')}${bar([74, 30, 42, 16, 8], 'plum-mid')}${bar([74, 52, 34, 16, 8], 'plum-mid')}${bar([90, 74, 34, 16, 8], 'sand')}${bar([74, 96, 46, 16, 8], 'plum-mid')}${stand(['diamond', 184, 54], 'rose', { looks: -1, mood: 'worried' })}${stand(['pill', 240, 36], 'sand', { looks: -1 })}`,
  },
  // Side by side, which is easier than face to face.
  'parents-evening': {
    ground: 'sun-tint',
    shapes: html`${bar([58, 20, 4, 104], 'plum-mid')}${corners(
      [
        [44, 42],
        [52, 16],
        [68, 16],
        [76, 42],
      ],
      'sun',
      4,
    )}${dot([60, 44, 60], 'sun', 0.25)}${floor('sand')}${bar([100, 58, 132, 56, 14], 'plum')}${adult([142, 84, 106], 'teal-mid')}${stand(['round', 192, 46], 'sun', { foot: 106, looks: -1 })}${bar([88, 78, 24, 44, 9], 'plum-deep')}${bar([220, 78, 24, 44, 9], 'plum-deep')}${bar([98, 96, 136, 24, 6], 'plum-deep')}`,
  },
  // Staff in a row, before school.
  'staff-briefing': {
    ground: 'teal-deep',
    shapes: html`${dot([240, 18, 90], 'teal', 0.6)}${dot([222, 34, 20], 'card')}${bar([220.5, 22, 3, 14, 1.5], 'ink')}${bar([222, 32.5, 11, 3, 1.5], 'ink')}${adult([88, 84, 112], 'plum-mid')}${adult([150, 74, 112], 'rose')}${adult([212, 68, 112], 'teal-mid')}${bar([48, 104, 204, 12, 6], 'sun')}${bar([66, 112, 12, 30], 'sand')}${bar([222, 112, 12, 30], 'sand')}${bar([114, 90, 15, 14, 3], 'card')}${bar([176, 90, 15, 14, 3], 'card')}`,
  },
  'round-the-table': {
    ground: 'plum-tint',
    shapes: html`${dot([150, 84, 96], 'card', 0.7)}${stand(['square', 96, 42], 'teal', { foot: 84, looks: 1 })}${stand(['triangle', 150, 46], 'plum', { foot: 70 })}${stand(['round', 206, 44], 'sun', { foot: 84, looks: -1 })}${html`<ellipse cx="150" cy="104" rx="104" ry="30" fill="var(--sand)"/>`}${bar([110, 92, 24, 16, 3], 'card')}${bar([142, 84, 24, 16, 3], 'sun')}${bar([172, 94, 24, 16, 3], 'card')}${bar([128, 112, 24, 14, 3], 'teal-mid')}`,
  },
  // A hall looks up to someone who helps.
  'safer-internet-day': {
    ground: 'teal',
    shapes: html`${dot([150, 50, 92], 'teal-mid', 0.5)}${dot([150, 50, 62], 'sun-tint', 0.7)}${bar([70, 94, 160, 14, 4], 'sand')}${adult([122, 68, 94], 'plum-mid')}${adult([170, 76, 94], 'rose')}${bar([0, 104, 300, 36], 'teal-deep')}${stand(['hexagon', 58, 40], 'teal-mid', { foot: 132, looks: 1 })}${stand(['pill', 114, 28], 'sand', { foot: 132 })}${stand(['diamond', 176, 44], 'slate', { foot: 132 })}${stand(['half', 240, 24], 'plum-mid', { foot: 132, looks: -1 })}`,
  },
  // Someone asks at an open door, and is happy with either answer.
  'consent-without-pictures': {
    ground: 'rose',
    shapes: html`${dot([188, 64, 84], 'sun-tint', 0.6)}${floor('plum-mid')}${bar([172, 26, 74, 96, 4], 'teal')}${bar([178, 32, 62, 90], 'teal-tint')}${corners(
      [
        [178, 34],
        [154, 46],
        [154, 128],
        [178, 120],
      ],
      'teal-mid',
      2,
    )}${stand(['pill', 212, 34], 'sand', { looks: -1, mood: 'relieved' })}${stand(['clover', 92, 58], 'plum', { looks: 1 })}${bubble(102, 34, { says: '?' })}`,
  },
  // Coins on a hook, and someone who looks twice.
  'whose-money-is-it': {
    ground: 'teal-mid',
    shapes: html`${dot([206, 60, 78], 'teal-tint', 0.7)}${floor('teal')}${bar([203, 0, 4, 46], 'ink')}${html`<path d="M205 44v30a15 15 0 1 0 30 0v-8" fill="none" stroke="var(--ink)" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`}${dot([190, 84, 13], 'sand')}${dot([190, 84, 9], 'sun-tint')}${dot([216, 100, 13], 'sand')}${dot([216, 100, 9], 'sun-tint')}${stand(['diamond', 88, 62], 'plum', { looks: 1 })}${bar([112, 98, 34, 22, 3], 'card')}${bar([112, 103, 34, 5], 'ink')}`,
  },
  // Writers round a table, and what they write in bubbles.
  'write-the-next-film': {
    ground: 'plum-mid',
    shapes: html`${dot([150, 70, 96], 'plum-tint', 0.7)}${stand(['triangle', 92, 52], 'plum', { foot: 96, looks: 1 })}${stand(['clover', 150, 54], 'rose', { foot: 86, mood: 'relieved' })}${stand(['hexagon', 210, 50], 'teal', { foot: 96, looks: -1 })}${html`<ellipse cx="150" cy="116" rx="112" ry="30" fill="var(--sand)"/>`}${bar([100, 100, 30, 20, 3], 'card')}${bar([134, 110, 30, 20, 3], 'card')}${bar([170, 100, 30, 20, 3], 'card')}${bubble(96, 24)}${bubble(212, 24, { fill: 'sun-tint' })}`,
  },
  'which-lands-first': {
    ground: 'sun-tint',
    shapes: html`${dot([150, 58, 78], 'paper')}${floor('plum-mid')}${bar([147, 22, 7, 102], 'plum')}${bar([92, 14, 116, 10, 5], 'plum')}${bar([108, 22, 3, 26], 'plum')}${bar([190, 22, 3, 12], 'plum')}${dot([109.5, 64, 17], 'ink')}${html`<path d="M191 34q13 16 0 42q-13-26 0-42z" fill="var(--card)"/>`}${bar([190, 40, 2.5, 48, 1], 'slate')}${stand(['hexagon', 60, 46], 'teal', { looks: 1 })}${stand(['diamond', 246, 50], 'plum', { looks: -1 })}`,
  },
  'did-the-law-change-the-mill': {
    ground: 'plum',
    shapes: html`${dot([240, 28, 16], 'plum-tint')}${bar([64, 20, 18, 104], 'night')}${dot([60, 14, 12], 'plum-mid', 0.6)}${dot([44, 10, 9], 'plum-mid', 0.4)}${bar([90, 46, 152, 78], 'night')}${windows(106, 58)}${floor('plum-deep')}${stand(['half', 124, 15], 'sand')}${stand(['diamond', 158, 26], 'rose')}${stand(['hexagon', 190, 24], 'teal-mid')}`,
  },
  'up-and-back-down': {
    ground: 'teal-tint',
    shapes: html`${dot([236, 70, 88], 'card', 0.6)}${[0, 1, 2, 3].map((at) => bar([38 + at * 46, 26, 43, 28, 5], 'teal'))}${bar([222, 26, 43, 28, 5], 'sun')}${[0, 1, 2].map((at) => bar([38 + at * 57.5, 64, 54.5, 28, 5], 'teal'))}${bar([210.5, 64, 54.5, 28, 5], 'plum-mid')}${floor('teal-mid')}${stand(['clover', 238, 30], 'rose', { looks: -1 })}${stand(['pill', 66, 22], 'sand', { looks: 1 })}`,
  },
  'left-out-of-the-chat': {
    ground: 'plum',
    shapes: html`${dot([120, 112, 94], 'plum-mid', 0.4)}${dot([120, 112, 70], 'sand', 0.4)}${floor('plum-deep')}${stand(['hexagon', 70, 48], 'teal-mid', { looks: 1 })}${stand(['clover', 120, 54], 'rose', { mood: 'relieved' })}${stand(['diamond', 170, 54], 'slate', { looks: -1 })}${stand(['pill', 252, 34], 'sand', { looks: -1, mood: 'worried' })}${bubble(82, 36)}${bubble(146, 30, { fill: 'sun-tint' })}`,
  },
  // A see-saw: one up, one down, and one who waits for a turn.
  rehearsal: {
    ground: 'teal-tint',
    shapes: html`${dot([216, 96, 92], 'teal-mid', 0.45)}${floor('teal-mid')}${corners(
      [
        [132, 96],
        [150, 120],
        [114, 120],
      ],
      'teal-deep',
      3,
    )}${html`<rect x="52" y="88" width="160" height="9" rx="4.5" fill="var(--plum)" transform="rotate(-12 132 92)"/>`}${stand(['hexagon', 72, 40], 'teal', { foot: 100, looks: 1 })}${stand(['half', 192, 24], 'rose', { foot: 76, mood: 'relieved' })}${stand(['pill', 250, 34], 'sand', { looks: -1 })}`,
  },
  starter: {
    ground: 'track',
    shapes: html`${bar([128, 14, 92, 108, 6], 'card')}${bar([108, 24, 92, 108, 6], 'teal-tint')}${bar([88, 34, 92, 108, 6], 'card')}${dot([106, 54, 8], 'teal')}${bar([120, 50, 46, 8, 4], 'line')}${bar([100, 74, 66, 8, 4], 'line')}${bar([100, 92, 50, 8, 4], 'line')}${floor('line')}${stand(['clover', 234, 44], 'plum-mid', { looks: -1 })}`,
  },
};

const CLASSMATES = ['hexagon', 'half', 'diamond', 'pill', 'clover'] as const;
/** They are as wide as others are tall. */
const WIDE: readonly Figure['who'][] = ['half', 'pill'];
const GROUNDS = [
  { ground: 'plum-tint', disc: 'card', floor: 'plum-mid' },
  { ground: 'sun', disc: 'sun-tint', floor: 'sand' },
  { ground: 'teal-tint', disc: 'teal-mid', floor: 'teal-mid' },
  { ground: 'plum', disc: 'plum-mid', floor: 'plum-deep' },
  { ground: 'teal', disc: 'teal-mid', floor: 'teal-deep' },
] as const;
const COATS: readonly Colour[] = ['rose', 'sand', 'slate', 'teal-mid', 'plum-mid'];

/** The drawing of any other lesson: classmates on one of five grounds. `next` gives numbers from 0 to 1. */
export function classmates(next: () => number): Scene {
  const {
    ground,
    disc,
    floor: boards,
  } = GROUNDS[Math.floor(next() * GROUNDS.length)] ?? GROUNDS[0];
  // None is of the colour it stands before.
  const coats = COATS.filter((coat) => coat !== disc);
  const turn = Math.floor(next() * CLASSMATES.length);
  const coat = Math.floor(next() * coats.length);
  const shapes = [82, 150, 218].map((x, at) => {
    const who = CLASSMATES[(turn + at) % CLASSMATES.length] ?? 'pill';
    return stand(
      [who, x + next() * 12 - 6, (36 + next() * 24) * (WIDE.includes(who) ? 0.65 : 1)],
      coats[(coat + at) % coats.length] ?? 'sand',
      { looks: next() * 2 - 1 },
    );
  });
  return {
    ground,
    shapes: html`${dot([70 + next() * 160, 40 + next() * 40, 70 + next() * 30], disc, 0.45)}${floor(boards)}${shapes}`,
  };
}

function stand(
  [who, x, tall]: readonly [who: Figure['who'], x: number, tall: number],
  fill: Colour,
  how: Partial<Pick<Figure, 'foot' | 'looks' | 'mood'>> = {},
): Html {
  return figure({ who, x, foot: FOOT, tall, fill, ...how });
}

/** An adult with the lanyard that school staff wear. */
function adult(
  [x, tall, foot = FOOT]: readonly [x: number, tall: number, foot?: number],
  fill: Colour,
): Html {
  const r = tall * 0.33;
  const chest = foot - tall * 0.3;
  const [side, up] = [Math.round(r * 0.6), Math.round(chest - r * 0.75)];
  return html`${figure({ who: 'arch', x, foot, tall, fill })}<path d="M${x - side} ${up}L${x} ${Math.round(chest)}L${x + side} ${up}" fill="none" stroke="var(--plum-deep)" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>${bar([x - r * 0.22, chest, r * 0.44, r * 0.55, 2], 'card')}`;
}

function floor(fill: Colour): Html {
  return bar([0, FOOT, 300, 140 - FOOT], fill);
}

/** A classmate as a screen makes one out of squares, from the top left corner. */
function squares(x: number, y: number): Html {
  const rows = ['.xxx.', 'xxxxx', 'xoxox', 'xxxxx', '.xxx.'];
  return html`${rows.flatMap((row, down) =>
    [...row].map((one, across) =>
      one === '.'
        ? html``
        : bar(
            [x + across * 10, y + down * 10, 9, 9],
            one === 'o' ? 'ink' : (across + down) % 2 === 0 ? 'rose' : 'plum-mid',
          ),
    ),
  )}`;
}

/** The lit windows of a mill, from the first one's corner. */
function windows(x: number, y: number): Html {
  return html`${[0, 1].flatMap((line) =>
    [0, 1, 2, 3, 4].map((at) => bar([x + at * 26, y + line * 24, 16, 15, 2], 'sun')),
  )}`;
}
