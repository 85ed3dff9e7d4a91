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
  return html`<div class="camera-card__face">${drawing(
    'Front of a card: a square mark for the camera, with A at the top, B on the right, C at the bottom and D on the left.',
    html`<path d="${path.join('')}" />${letters(1)}`,
  )}<p class="camera-card__which">This side to the front of the room.</p></div>`;
}

// Seen from behind, right is left: each letter lies behind the same letter of the front. The words are text, which a screen reader reads.
function back(): Html {
  return html`<div class="camera-card__face">${drawing(
    'Back of a card: A at the top, B on the left, C at the bottom and D on the right.',
    letters(-1),
  )}<p class="camera-card__how">Turn the letter of your answer to the top.<br /> Hold the card up straight, by its lower edge,<br /> with the black square to the front of the room.</p><p class="camera-card__which">Printed on both sides, turned over the long edge: this A lies behind the A of the front.</p></div>`;
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

/** How each letter is drawn, 4 mm high, around its own middle. */
const LETTERS: Readonly<Record<Side, string>> = {
  a: 'M-1.7 2 0-2 1.7 2M-1.1.6H1.1',
  b: 'M-1.3 2V-2H.3a1 1 0 0 1 0 2H-1.3H.4a1 1 0 0 1 0 2z',
  c: 'M1.5-1.3a2 2 0 1 0 0 2.6',
  d: 'M-1.4 2V-2H-.4a2 2 0 0 1 0 4z',
};

/** Every letter at its edge, upright once that edge is at the top; `way` is 1 on the front and -1 behind. */
function letters(way: 1 | -1): Html {
  const [across, down] = [WIDE / 2 - EDGE_MM, HIGH / 2 - EDGE_MM];
  return html`${sides.map((side, turns) => {
    const [right, low] = PLACES[side];
    const place = `${WIDE / 2 + way * across * right} ${HIGH / 2 + down * low}`;
    return html`<path class="camera-card__letter" data-letter="${side.toUpperCase()}" transform="translate(${place}) rotate(${way * turns * 90})" d="${LETTERS[side]}" />`;
  })}`;
}

function inMm(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
