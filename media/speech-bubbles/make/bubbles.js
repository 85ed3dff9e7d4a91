// The messages: three dots while somebody types, then words in the colour of who says them; and what a chat puts beside them.
import { drawEnvelope, drawMember } from './figures.js';
import { mix, rise, rowsOf, rowsUp } from './motion.js';
import { onPhone } from './phone.js';

/** How a message looks, by who says it: the square's and the triangle's are deep with white words, the others' light with dark ones. */
function bubbleColours({ palette }, by, isChat) {
  const { card, ink } = palette;
  switch (by) {
    case 'square':
      return { fill: palette.tealDeep, ink: card };
    case 'triangle':
      return { fill: palette.plumDeep, ink: card };
    case 'round':
      return { fill: palette.sun, ink };
    default:
      return { fill: isChat ? palette[chatTints[by]] : card, ink };
  }
}

const chatTints = { hexagon: 'tealTint', dome: 'plumTint', diamond: 'slateTint', oval: 'sunTint', flower: 'roseTint', arch: 'plumTint', archway: 'plumTint' };

const ROW = 1.74;
const wide = { dots: 2.7, told: 6.4, sealed: 3.3 };

function layBubble(pen, w, h) {
  const [sharp, soft] = [h * 0.12, h * 0.44];
  pen.beginPath();
  pen.roundRect(0, -h / 2, w, h, [soft, soft, soft, sharp]);
}

function drawDots(pen, message, { t, ink, w }) {
  pen.fillStyle = ink;
  const dot = message.size * 0.13;
  for (let at = 0; at < 3; at += 1) {
    const lift = Math.max(0, Math.sin((t - message.from) * 5 - at * 0.8)) * message.size * 0.14;
    pen.beginPath();
    pen.arc(w / 2 + (at - 1) * message.size * 0.5, -lift + message.size * 0.04, dot, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** Told in private: lines, and no words. */
function drawTold(pen, { size }, since) {
  for (const [at, part] of [0.84, 1, 0.56].entries()) {
    const grown = rise(since, at * 0.8, 0.9);
    if (grown <= 0.02) continue;
    pen.beginPath();
    pen.roundRect(size * 0.8, (at - 1) * size * 0.44 - size * 0.09, size * (wide.told - 1.6) * part * grown, size * 0.18, size * 0.09);
    pen.fill();
  }
}

function measure(pen, { text, sealed, size }) {
  if (text === null) return size * (sealed ? wide.sealed : wide.told);
  return text === '' ? size * wide.dots : pen.measureText(text).width + size * 1.3;
}

/** What the chat itself says of somebody: their small picture and words, in the middle, in no bubble. */
function drawNotice(pen, film, message, { t, shown, y }) {
  const { x, w } = film.panel;
  pen.globalAlpha = shown;
  const wide = pen.measureText(message.text).width;
  const start = x + (w - wide - 62) / 2;
  const middle = y + message.size * 0.87 + (1 - rise(t, message.from, 0.6, 'out')) * 16;
  drawMember(pen, film, message.by, [start + 20, middle, 22]);
  pen.fillStyle = film.palette.ink;
  pen.textBaseline = 'middle';
  pen.fillText(message.text, start + 62, middle + 2);
}

/** Two ticks once a message is sent; they turn deep when it was seen. */
function drawTicks(pen, { palette }, { seen, size }, { t, w, h, since }) {
  if (seen === undefined || since < 0.3) return;
  const strength = pen.globalAlpha * rise(since, 0.3, 0.3);
  for (const [colour, part] of [[palette.soft, 0.55], [palette.tealDeep, rise(t, seen, 0.4)]]) {
    pen.globalAlpha = strength * part;
    pen.strokeStyle = colour;
    pen.lineWidth = 5;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    for (const at of [0, 1]) {
      const [x, y] = [w + 16 + at * 15, h / 2 - size * 0.36];
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x + 9, y + 10);
      pen.lineTo(x + 26, y - 14);
      pen.stroke();
    }
  }
}

function drawReaction(pen, { palette }, { kind, at }, { t, x, y }) {
  const grown = rise(t, at, 0.4, 'pop');
  if (t < at) return;
  pen.save();
  pen.translate(x, y);
  pen.scale(grown * 27, grown * 27);
  pen.fillStyle = palette.paper;
  pen.beginPath();
  pen.arc(0, 0, 1.12, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = palette.plumTint;
  pen.beginPath();
  pen.arc(0, 0, 1, 0, 2 * Math.PI);
  pen.fill();
  if (kind === 'heart') {
    pen.fillStyle = palette.plum;
    pen.beginPath();
    pen.moveTo(0, 0.58);
    pen.bezierCurveTo(-1, -0.1, -0.5, -0.75, 0, -0.26);
    pen.bezierCurveTo(0.5, -0.75, 1, -0.1, 0, 0.58);
    pen.fill();
  } else {
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 0.15;
    pen.lineCap = 'round';
    for (const side of [-1, 1]) {
      pen.beginPath();
      pen.arc(side * 0.4, -0.06, 0.24, Math.PI * 1.05, Math.PI * 1.95);
      pen.stroke();
    }
    pen.fillStyle = palette.ink;
    pen.beginPath();
    pen.arc(0, 0.14, 0.46, 0, Math.PI);
    pen.fill();
  }
  pen.restore();
}

/** Draws a message at `t`. */
export function drawMessage(pen, film, message, { t, strength }) {
  if (strength <= 0.01) return;
  onPhone(pen, film, message, t, (phone) => drawInPlace(pen, film, message, { t, strength, phone }));
}

function drawInPlace(pen, film, message, { t, strength, phone }) {
  const up = rowsUp(film.messages, message, t);
  const { seen, apart } = rowsOf(film, message);
  const shown = strength * (1 - Math.min(1, Math.max(0, up - seen + 1)));
  if (shown <= 0.01) return;
  const y = message.y - up * apart;
  pen.font = `600 ${message.size}px Lexend`;
  if (message.notice) {
    drawNotice(pen, film, message, { t, shown, y });
    return;
  }
  const since = t - message.from - message.typing;
  const isTyping = message.text === '' || (message.typing > 0 && since < 0);
  const open = message.text === '' ? 0 : message.typing === 0 ? 1 : rise(since, 0, 0.32, 'out');
  const w = mix(message.size * wide.dots, measure(pen, message), open);
  const h = message.size * ROW;
  const { fill, ink } = bubbleColours(film, message.by, phone !== undefined);
  const grow = mix(0.7, 1, rise(t, message.from, 0.45, 'pop'));
  pen.globalAlpha = shown;
  if (phone && message.by !== phone.owner) drawMember(pen, film, message.by, [message.x - 40, y + h - 30, 25]);
  pen.save();
  pen.translate(message.x, y + h / 2);
  pen.scale(message.side === 'left' ? grow : -grow, grow);
  drawBubble(pen, film, message, { t, w, h, fill, ink, shown, since, open, isTyping });
  pen.restore();
  const end = message.side === 'left' ? message.x + w : message.x - w;
  for (const [at, reaction] of (message.reactions ?? []).entries()) {
    drawReaction(pen, film, reaction, { t, x: end + (message.side === 'left' ? 1 : -1) * (44 + at * 64), y: y + h / 2 });
  }
  for (const [at, [part, when]] of (message.seenBy ?? []).entries()) {
    pen.globalAlpha = shown * rise(t, when, 0.5);
    drawMember(pen, film, part, [end + 44 + at * 58, y + h - 30 + (1 - rise(t, when, 0.5, 'out')) * 12, 21]);
  }
}

function drawBubble(pen, film, message, { t, w, h, fill, ink, shown, since, open, isTyping }) {
  pen.save();
  layBubble(pen, w, h);
  if (message.ghost) {
    pen.strokeStyle = fill;
    pen.lineWidth = 3;
    pen.setLineDash([10, 9]);
    pen.globalAlpha = shown * 0.8;
    pen.stroke();
  } else {
    pen.fillStyle = fill;
    pen.fill();
  }
  // While it opens, its words are seen only where it is.
  pen.clip();
  const words = message.ghost ? film.palette.tealDeep : ink;
  pen.fillStyle = words;
  if (isTyping) drawDots(pen, message, { t, ink: words, w });
  else {
    // A message on the right is drawn in a mirror, its words are not.
    if (message.side === 'right') pen.transform(-1, 0, 0, 1, w, 0);
    if (message.sealed) drawSealed(pen, film, { w, h });
    else if (message.text === null) drawTold(pen, message, since);
    else drawWords(pen, message, { w, open, shown });
  }
  pen.restore();
  if (!isTyping) drawTicks(pen, film, message, { t, w, h, since });
}

function drawSealed(pen, { palette }, { w, h }) {
  pen.translate(w / 2, 0);
  pen.scale(h * 0.48, h * 0.48);
  drawEnvelope(pen, palette);
}

function drawWords(pen, message, { w, open, shown }) {
  pen.globalAlpha = shown * open;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(message.text, w / 2, message.size * 0.05);
}
