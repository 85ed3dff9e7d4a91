import { describe, expect, it } from 'vitest';
import { CARDS } from '../../src/cards/marks.ts';
import { readCards, type Frame } from '../../src/cards/read-cards.ts';
import { cameraCardsPage } from '../../src/outputs/handouts/camera-cards.ts';

const pages = (cameraCardsPage().main ?? '').split('<svg class="camera-card"').slice(1);

/** How wide and high the camera's frame is, around the page. */
const ACROSS = 400;

/** A page as a camera straight before it sees it, with a pixel for each mm, and turned clockwise so many quarter turns. */
function seen(page: string, turns = 0): Frame {
  const luma = new Uint8Array(ACROSS ** 2).fill(230);
  for (const [, x = '', y = '', size = ''] of page.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)/g)) {
    for (let row = Math.round(Number(y)); row < Number(y) + Number(size); row += 1) {
      for (let column = Math.round(Number(x)); column < Number(x) + Number(size); column += 1) {
        luma[(row + 60) * ACROSS + column + 60] = 20;
      }
    }
  }
  let frame: Frame = { width: ACROSS, height: ACROSS, luma };
  for (let turn = 0; turn < turns; turn += 1) frame = quarterTurn(frame);
  return frame;
}

function quarterTurn({ width, height, luma }: Frame): Frame {
  const turned = new Uint8Array(luma.length);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      turned[column * height + (height - 1 - row)] = luma[row * width + column] ?? 0;
    }
  }
  return { width: height, height: width, luma: turned };
}

/** The letters of a page with the way they are turned, by where they are. */
function lettersOn(page: string): Readonly<Record<string, string>> {
  const letters = page.matchAll(
    /data-letter="([A-D])" transform="translate\((\S+) (\S+)\) rotate\((-?\d+)\)"/g,
  );
  return Object.fromEntries(
    [...letters].map(([, letter, x, y, turn]) => [letter, `${x} ${y} ${turn}`]),
  );
}

describe('the printed cards', () => {
  it('are thirty, each with its back behind it', () => {
    expect(pages).toHaveLength(2 * CARDS);
  });

  it('are read with the letter that is at the top, whichever way they are held', () => {
    for (let card = 0; card < CARDS; card += 1) {
      // Turned clockwise, what was on the left is at the top.
      const turns = card % 4;
      const side = (['a', 'd', 'c', 'b'] as const)[turns];
      expect(readCards(seen(pages[2 * card] ?? '', turns))).toEqual([{ card, side }]);
    }
  });

  it('have the same letter on both sides of each edge, upright once it is at the top', () => {
    expect(lettersOn(pages[0] ?? '')).toEqual({
      A: '95 5 0',
      B: '185 131 90',
      C: '95 257 180',
      D: '5 131 270',
    });
    // The sheet is turned over its long edge: what was on the right is on the left.
    expect(lettersOn(pages[1] ?? '')).toEqual({
      A: '95 5 0',
      B: '5 131 -90',
      C: '95 257 -180',
      D: '185 131 -270',
    });
  });

  it('say neither a number nor a name', () => {
    const words = pages.map((page) => page.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>/g, ' '));
    expect(words.filter((text) => /\d/.test(text))).toEqual([]);
  });
});
