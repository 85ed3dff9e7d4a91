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

function bar([x, y, width, height]: Bar, colour: string): Html {
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(15, height / 2, width / 4)}" fill="var(--${colour})"/>`;
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
