// A group chat on the phone of one of them: its frame, its name, who is in it. Runs in the browser that makes the film.
import { drawMember } from './figures.js';
import { phoneOf, rise } from './motion.js';

/** How far a phone is below its place while it comes up. It fades when it goes: lines of text that slide past would flicker. */
const below = ({ from }, t) => 700 * (1 - rise(t, from, 0.8, 'out'));
const LEAVES = 0.5;

const onScreen = ({ phones }, t) => phones.find(({ from, to }) => t >= from && t < to);
const inside = ({ x, y, w, h, head }) => [x + 12, y + head, w - 24, h - head - 12];

/** The phone that is on the screen at `t`, if one is. */
export function drawPhone(pen, film, t) {
  const phone = onScreen(film, t);
  if (!phone) return;
  // As one picture, so that nothing of it shows through itself while it fades.
  const layer = new OffscreenCanvas(1280, 720);
  drawFrame(layer.getContext('2d'), film, phone, t);
  pen.save();
  pen.globalAlpha = 1 - rise(t, phone.to - LEAVES, LEAVES);
  pen.drawImage(layer, 0, 0);
  pen.restore();
}

function drawFrame(pen, film, phone, t) {
  const { palette } = film;
  const { x, y, w, h, head } = film.panel;
  pen.save();
  pen.translate(0, below(phone, t));
  pen.fillStyle = palette.ink;
  pen.beginPath();
  pen.roundRect(x, y, w, h, 52);
  pen.fill();
  pen.fillStyle = palette.card;
  pen.beginPath();
  pen.roundRect(x + 12, y + 12, w - 24, h - 24, 40);
  pen.fill();
  pen.fillStyle = palette.plumTint;
  pen.beginPath();
  pen.roundRect(x + 12, y + 12, w - 24, head - 14, [40, 40, 0, 0]);
  pen.fill();
  pen.fillStyle = palette.ink;
  pen.font = '600 44px Lexend';
  pen.textBaseline = 'middle';
  pen.fillText(phone.name, x + 40, y + head / 2 + 7);
  const leaves = phone.leaves ? rise(t, phone.leaves[1], 0.7) : 0;
  const places = phone.members.length - (phone.leaves ? leaves : 0);
  for (const [at, part] of phone.members.entries()) {
    pen.save();
    if (part === phone.leaves?.[0]) pen.globalAlpha *= 1 - leaves;
    drawMember(pen, film, part, [x + w - 44 - (places - 1 - at) * 43, y + head / 2 + 5, 18]);
    pen.restore();
  }
  pen.restore();
}

/** Lets `draw` draw a message of the phone, in the phone alone; a message of no phone anywhere. */
export function onPhone(pen, film, message, t, draw) {
  const phone = phoneOf(film, message);
  pen.save();
  if (phone) {
    pen.translate(0, below(phone, t));
    pen.beginPath();
    pen.rect(...inside(film.panel));
    pen.clip();
  }
  draw(phone);
  pen.restore();
}
