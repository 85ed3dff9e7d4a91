import { html, type Html } from '../text/html.ts';

/** What a drawing is made of: the colour of its ground, and the shapes on it, in 396 by 148. The ages stand at the top left, so shapes keep to the right. */
export type Scene = { readonly ground: string; readonly shapes: Html };

type Dot = readonly [x: number, y: number, size: number];
type Bar = readonly [x: number, y: number, width: number, height: number];

/** The drawings of the lessons that ship, by slug. A lesson and the one that follows it share their ground. */
export const ownDrawings: Readonly<Record<string, Scene>> = {
  'private-stays-private': {
    ground: 'var(--sun)',
    shapes: html`${dot([278, 84, 92], 'paper')}${dot([278, 84, 58], 'teal')}${bar([250, 68, 56, 32], 'sun')}`,
  },
  'private-stays-private-again': {
    ground: 'var(--sun)',
    shapes: html`${dot([190, 104, 46], 'teal')}${dot([328, 74, 68], 'paper')}${bar([222, 44, 84, 38], 'card')}${bar([290, 78, 70, 30], 'sun')}`,
  },
  'for-the-whole-world-to-see': {
    ground: 'var(--teal)',
    shapes: html`${dot([336, 66, 96], 'teal-tint', 0.18)}${bar([176, 52, 150, 38], 'card')}${bar([258, 100, 110, 38], 'sun')}`,
  },
  'for-the-whole-world-to-see-again': {
    ground: 'var(--teal)',
    shapes: html`${bar([170, 26, 190, 44], 'sun')}${row([178, 112, 16], 6, 'teal-tint')}${dot([250, 112, 16], 'card')}`,
  },
  'for-the-whole-world-to-see-in-messages': {
    ground: 'var(--teal)',
    shapes: html`${bar([150, 22, 130, 30], 'card')}${bar([176, 60, 94, 30], 'card')}${bar([262, 98, 112, 30], 'sun')}${dot([344, 42, 30], 'teal-tint', 0.5)}`,
  },
  'power-and-putting-it-right': {
    ground: 'var(--plum)',
    shapes: html`${dot([222, 66, 46], 'plum-tint')}${row([286, 94, 18], 3, 'sun')}${bar([150, 114, 226, 12], 'card')}${dot([263, 144, 18], 'card')}`,
  },
  'power-and-putting-it-right-again': {
    ground: 'var(--plum)',
    shapes: html`${ring([268, 76, 15], 9, 'plum-tint')}${dot([268, 18, 19], 'sun')}`,
  },
  'power-and-putting-it-right-in-messages': {
    ground: 'var(--plum)',
    shapes: html`${dot([330, 100, 76], 'plum-tint', 0.22)}${bar([150, 26, 150, 32], 'plum-tint')}${bar([238, 66, 130, 32], 'card')}${bar([166, 106, 96, 32], 'sun')}`,
  },
  'parents-evening': {
    ground: 'var(--teal-tint)',
    shapes: html`${dot([214, 92, 48], 'teal')}${dot([300, 110, 30], 'sun')}${bar([262, 22, 92, 34], 'card')}${bar([326, 64, 50, 26], 'card')}`,
  },
  'staff-briefing': {
    ground: 'var(--teal-deep)',
    shapes: html`${list([214, 36, 14], 3)}`,
  },
  'round-the-table': {
    ground: 'var(--plum-tint)',
    shapes: html`${dot([268, 76, 46], 'card')}${ring([268, 76, 13], 8, 'plum')}${bar([240, 60, 24, 32], 'sun')}${bar([272, 64, 24, 32], 'teal')}`,
  },
  'which-lands-first': {
    ground: 'var(--sun-tint)',
    shapes: html`${dot([262, 62, 74], 'paper')}${bar([-20, 124, 440, 40], 'plum', 0.4)}${bar([258, 26, 8, 102], 'plum')}${bar([204, 20, 116, 10], 'plum')}${bar([218, 28, 3, 22], 'plum')}${bar([303, 28, 3, 22], 'plum')}${dot([219, 66, 19], 'ink')}${dot([304, 66, 19], 'card')}${hexagon([162, 100, 27], 'teal')}${eyes([168, 91, 3], 'card')}${diamond([358, 98, 29], 'plum')}${eyes([351, 92, 3], 'card')}`,
  },
  'did-the-law-change-the-mill': {
    ground: 'var(--plum)',
    shapes: html`${dot([352, 26, 15], 'plum-tint')}${bar([-20, 124, 440, 40], 'ink', 0.3)}${bar([196, 22, 18, 112], 'ink', 0.55)}${bar([222, 46, 152, 90], 'ink', 0.55)}${windows([238, 60])}${dot([288, 128, 17], 'sun-tint')}${hexagon([180, 122, 12], 'teal-tint')}${diamond([208, 124, 13], 'plum-tint')}${dot([152, 126, 13], 'card')}`,
  },
  'up-and-back-down': {
    ground: 'var(--teal-tint)',
    shapes: html`${bar([128, 58, 46, 30], 'teal')}${bar([177, 58, 46, 30], 'teal')}${bar([226, 58, 46, 30], 'teal')}${bar([275, 58, 46, 30], 'teal')}${bar([324, 58, 46, 30], 'sun')}${bar([128, 100, 58, 30], 'teal')}${bar([189, 100, 58, 30], 'teal')}${bar([250, 100, 58, 30], 'teal')}${bar([311, 100, 59, 30], 'card')}`,
  },
  'left-out-of-the-chat': {
    ground: 'var(--plum)',
    shapes: html`${dot([206, 110, 92], 'sun', 0.25)}${dot([206, 110, 68], 'sun-tint', 0.3)}${bar([-20, 128, 440, 40], 'ink', 0.4)}${hexagon([160, 104, 25], 'teal-tint')}${eyes([162, 99, 3], 'ink')}${clover([208, 104, 13])}${eyes([208, 102, 3], 'ink')}${diamond([256, 102, 28], 'plum-tint')}${eyes([254, 99, 3], 'ink')}${bar([324, 100, 54, 29], 'sun-tint')}${eyes([346, 116, 3], 'ink')}${bar([212, 20, 60, 22], 'card')}${bar([252, 46, 56, 20], 'sun')}`,
  },
  rehearsal: {
    ground: 'var(--sun-tint)',
    shapes: html`${bar([160, 106, 236, 14], 'sun')}${row([190, 86, 20], 3, 'teal')}${dot([346, 68, 38], 'plum')}`,
  },
  starter: {
    ground: 'var(--track)',
    shapes: html`${bar([232, 24, 120, 84], 'card')}${bar([204, 42, 120, 84], 'teal-tint')}${bar([176, 60, 120, 84], 'card')}${dot([204, 88, 11], 'teal')}${bar([224, 82, 54, 12], 'line')}${bar([194, 112, 84, 12], 'line')}`,
  },
};

function dot([x, y, size]: Dot, colour: string, opacity = 1): Html {
  return html`<circle cx="${x}" cy="${y}" r="${size}" fill="var(--${colour})" opacity="${opacity}"/>`;
}

function bar([x, y, width, height]: Bar, colour: string, opacity = 1): Html {
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(15, height / 2, width / 4)}" fill="var(--${colour})" opacity="${opacity}"/>`;
}

/** A classmate with six sides; `size` is from the middle to a corner. */
function hexagon([x, y, size]: Dot, colour: string): Html {
  const [half, high] = [size / 2, Math.round(size * 0.87)];
  return html`<path d="M${x - size} ${y}l${half} ${-high}h${size}l${half} ${high}l${-half} ${high}h${-size}z" fill="var(--${colour})"/>`;
}

/** A classmate on one corner. */
function diamond([x, y, size]: Dot, colour: string): Html {
  return html`<path d="M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z" fill="var(--${colour})"/>`;
}

/** A classmate of four leaves. */
function clover([x, y, size]: Dot): Html {
  const leaves = [-size, size].flatMap((dx) =>
    [-size, size].map((dy) => [x + dx, y + dy] as const),
  );
  return html`${leaves.map(([cx, cy]) => dot([cx, cy, size + 2], 'card'))}${dot([x, y, size], 'card')}`;
}

/** Two eyes, the middle between them given. */
function eyes([x, y, size]: Dot, colour: string): Html {
  return html`${[-7, 7].map((dx) => dot([x + dx, y, size], colour))}`;
}

/** The lit windows of a mill, from the first one's corner. */
function windows([x, y]: readonly [number, number]): Html {
  const places = [0, 1].flatMap((line) => [0, 1, 2, 3, 4].map((at) => [at, line] as const));
  return html`${places.map(([at, line]) => bar([x + at * 26, y + line * 26, 16, 17], 'sun'))}`;
}

/** Equal circles side by side: people who wait, or listen. */
function row([x, y, size]: Dot, count: number, colour: string): Html {
  return html`${Array.from({ length: count }, (_, at) => dot([x + at * size * 2.25, y, size], colour))}`;
}

/** Equal circles around a middle, the first at the top. */
function ring([x, y, size]: Dot, count: number, colour: string): Html {
  const turn = (at: number) => (2 * Math.PI * at) / count - Math.PI / 2;
  return html`${Array.from({ length: count }, (_, at) => dot([Math.round(x + 58 * Math.cos(turn(at))), Math.round(y + 58 * Math.sin(turn(at))), size], colour))}`;
}

/** What to do, line by line. */
function list([x, y, size]: Dot, count: number): Html {
  return html`${Array.from({ length: count }, (_, at) => html`${dot([x, y + at * 38, size], at === 0 ? 'sun' : 'teal-tint')}${bar([x + 28, y + at * 38 - 10, 130 - at * 22, 20], 'card')}`)}`;
}
