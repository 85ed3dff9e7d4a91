import type { BoardView } from '../../room/protocol.ts';
import { html, type Html } from '../../text/html.ts';
import { figure, type Figure } from '../../ui/cast.ts';
import { qrCode } from '../../ui/qr-code.ts';
import { isLongCode, spaced } from './poll-panel.ts';

/** What the slide to join by needs of the room. */
type Joining = Pick<BoardView, 'address' | 'code' | 'link' | 'joined' | 'isJoiningClosed'>;

/** The inside of the slide to join by: the address and the code as large as there is room for, and beside them what a tablet's camera can read instead. Once joining is closed, neither. */
export function joinSlideHtml(room: Joining): Html {
  const { address, code, link = '', joined = 0 } = room;
  if (room.isJoiningClosed) {
    return html`<div class="joining"><h2>Joining is closed</h2>
<p class="joining__name">Not in? Put your hand up.</p>
${classmates()}</div>
<aside class="joining__side">${joined === 0 ? '' : count(joined)}</aside>`;
  }
  const [host = '', port] = address.split(':');
  return html`<div class="joining"><h2>Join in</h2>
<p>Go to</p>
<p class="joining__address joining__address--${sizeOf(address)}">${host}${port === undefined ? '' : html`<wbr>:${port}`}</p>
<p>Type the code</p>
<p class="joining__code${isLongCode(code) ? ' joining__code--long' : ''}">${spaced(code)}</p>
<p class="joining__name">You don’t give your name.</p>
${classmates()}</div>
<aside class="joining__side">${
    link === ''
      ? ''
      : html`<div class="joining__qr">${qrCode(link, `QR code for ${link}`)}</div><p>School tablets</p>`
  }${count(joined)}</aside>`;
}

// An address of numbers stands on one line, with its port too.
function sizeOf({ length }: string): 'large' | 'middle' | 'small' {
  if (length <= 15) return 'large';
  return length <= 21 ? 'middle' : 'small';
}

/** How many fives are drawn: those of a large class. */
const MAX_FIVES = 8;

// In fives: no pupil lights up alone, and under five nothing can be counted.
function count(joined: number): Html {
  const fives = Array.from({ length: Math.min(MAX_FIVES, joined / 5) }, () => FIVE);
  return html`<div class="join__count"><p>${joined === 0 ? 'Joining…' : html`<b>${joined}+</b> joined`}</p><p class="joining__fives" aria-hidden="true">${fives}</p></div>`;
}

const FIVE = html`<svg viewBox="0 0 108 84">${[
  [24, 20],
  [84, 20],
  [54, 42],
  [24, 64],
  [84, 64],
].map(([x, y]) => html`<circle cx="${x}" cy="${y}" r="11" />`)}</svg>`;

/** Where the classmates stand. */
const FOOT = 118;

// No one of a story: the slide stands in every lesson.
function classmates(): Html {
  const all: readonly Figure[] = [
    { who: 'half', x: 62, foot: FOOT, tall: 42, fill: 'teal-mid', looks: 1 },
    { who: 'hexagon', x: 164, foot: FOOT, tall: 74, fill: 'rose', looks: 1 },
    { who: 'diamond', x: 262, foot: FOOT, tall: 88, fill: 'slate', looks: 1 },
    { who: 'pill', x: 372, foot: FOOT, tall: 54, fill: 'sand', looks: 1 },
    { who: 'clover', x: 476, foot: FOOT, tall: 82, fill: 'plum-mid', looks: 1 },
    { who: 'hexagon', x: 574, foot: FOOT, tall: 60, fill: 'teal-mid', looks: 1 },
  ];
  return html`<svg class="joining__class" viewBox="0 0 810 140" preserveAspectRatio="xMinYMax slice" aria-hidden="true"><rect y="${FOOT - 6}" width="2000" height="40" fill="var(--floor)" />${all.map(figure)}</svg>`;
}
