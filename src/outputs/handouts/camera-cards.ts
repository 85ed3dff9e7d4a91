import { cellsOfCard, CARDS, MARK_MM, sides, type Side } from '../../cards/marks.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { footData, OUR_WORDS } from './edition.ts';
import { printBar } from './print-bar.ts';

/** The name of the sheet, by which it is found among the others. */
export const CAMERA_CARDS = 'camera-cards';

/** What the sheet is called. */
export const CAMERA_CARDS_TITLE = 'Cards a camera reads';

/** Inside the page's margins, in mm. */
const [WIDE, HIGH] = [190, 262];
/** From a letter to the edge of the page's margins, in mm. */
const EDGE_MM = 5;

/** The set of cards, each on both sides of a sheet: a square mark on the front, and its letters, small, along the edges and again on the back. */
export function cameraCardsPage(): Slots {
  const main = html`${printBar(
    `A4, black on white, ${CARDS} cards on both sides of the paper, turned over the long edge. Print them once and use them again. They have no names and no numbers: shuffle them and deal them at the door in every lesson.`,
    { heading: CAMERA_CARDS_TITLE, title: CAMERA_CARDS_TITLE },
  )}
${Array.from({ length: CARDS }, (_, card) => html`${sheet(front(card))}${sheet(back())}`)}`;
  return { title: `${CAMERA_CARDS_TITLE} · Wholeclass`, main: String(main) };
}

function sheet(picture: Html): Html {
  return html`<div class="sheet sheet--cards" ${footData(CAMERA_CARDS_TITLE, OUR_WORDS)}>${picture}</div>`;
}

function front(card: number): Html {
  const cells = cellsOfCard(card);
  const cell = MARK_MM / cells.length;
  const [left, top] = [(WIDE - MARK_MM) / 2, (HIGH - MARK_MM) / 2];
  const path = cells.flatMap((row, down) =>
    row.flatMap((isBlack, across) =>
      isBlack
        ? `M${inMm(left + across * cell)} ${inMm(top + down * cell)}h${inMm(cell)}v${inMm(cell)}h-${inMm(cell)}z`
        : [],
    ),
  );
  return drawing(
    'Front of a card: a square mark for the camera, with A at the top, B on the right, C at the bottom and D on the left.',
    html`<path d="${path.join('')}" />${letters(1)}`,
  );
}

// Seen from behind, right is left: each letter lies behind the same letter of the front.
function back(): Html {
  return drawing(
    'Back of a card: A at the top, B on the left, C at the bottom and D on the right. Hold it up with the letter of your answer at the top.',
    html`${letters(-1)}<text x="${WIDE / 2}" y="${HIGH / 2 - 8}">Turn the letter of your answer to the top.</text><text x="${WIDE / 2}" y="${HIGH / 2}">Hold the card up straight, by its lower edge,</text><text x="${WIDE / 2}" y="${HIGH / 2 + 8}">with the black square to the front of the room.</text>`,
  );
}

function drawing(name: string, inside: Html): Html {
  return html`<svg class="camera-card" role="img" aria-label="${name}" viewBox="0 0 ${WIDE} ${HIGH}">${inside}</svg>`;
}

/** Which way from the middle each letter lies on the front, across and down. */
const PLACES: Readonly<Record<Side, readonly [number, number]>> = {
  a: [0, -1],
  b: [1, 0],
  c: [0, 1],
  d: [-1, 0],
};

/** Every letter at its edge, upright once that edge is at the top; `way` is 1 on the front and -1 behind. */
function letters(way: 1 | -1): Html {
  const [across, down] = [WIDE / 2 - EDGE_MM, HIGH / 2 - EDGE_MM];
  return html`${sides.map((side, turns) => {
    const [right, low] = PLACES[side];
    const place = `${WIDE / 2 + way * across * right} ${HIGH / 2 + down * low}`;
    return html`<text transform="translate(${place}) rotate(${way * turns * 90})" dy="2">${side.toUpperCase()}</text>`;
  })}`;
}

function inMm(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
