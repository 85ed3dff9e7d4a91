// The messages: three dots while somebody types, then words in the colour of who says them.
import { mix, rise, rowsUp } from './motion.js';

/** How a message looks, by who says it: the square's and the helpers' are deep with white words, the others' light with dark ones. */
function bubbleColours({ palette }, by) {
  switch (by) {
    case 'square':
      return { fill: palette.teal, ink: palette.card };
    case 'triangle':
      return { fill: palette.plum, ink: palette.card };
    case 'round':
      return { fill: palette.sun, ink: palette.ink };
    default:
      return { fill: palette.card, ink: palette.ink };
  }
}

const ROW = 1.74;
const wide = { dots: 2.7, told: 6.4 };

function layBubble(pen, message, w, h) {
  const [sharp, soft] = [h * 0.12, h * 0.44];
  // In its own corner, so that the bubble points to who says it: top left, top right, bottom right, bottom left.
  pen.beginPath();
  pen.roundRect(0, -h / 2, w, h, message.side === 'left' ? [soft, soft, soft, sharp] : [soft, soft, sharp, soft]);
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

function measure(pen, message) {
  if (message.text === null) return message.size * wide.told;
  return message.text === '' ? message.size * wide.dots : pen.measureText(message.text).width + message.size * 1.3;
}

/** Draws a message at `t`. */
export function drawMessage(pen, film, message, { t, strength }) {
  const up = rowsUp(film.messages, message, t);
  const shown = strength * (1 - Math.min(1, Math.max(0, up - film.rows + 1)));
  if (shown <= 0.01) return;
  const since = t - message.from - message.typing;
  const isTyping = message.text === '' || (message.typing > 0 && since < 0);
  pen.save();
  pen.font = `600 ${message.size}px Lexend`;
  const open = message.text === '' ? 0 : message.typing === 0 ? 1 : rise(since, 0, 0.32, 'out');
  const w = mix(message.size * wide.dots, measure(pen, message), open);
  const h = message.size * ROW * (message.text === null ? mix(1, 1.1, open) : 1);
  const { fill, ink } = bubbleColours(film, message.by);
  const grow = mix(0.7, 1, rise(t, message.from, 0.45, 'pop'));
  pen.globalAlpha = shown;
  pen.translate(message.x, message.y - up * 98 + h / 2);
  pen.scale(message.side === 'left' ? grow : -grow, grow);
  pen.translate(0, -h / 2);
  layBubble(pen, { ...message, side: 'left' }, w, h);
  if (message.ghost) {
    pen.strokeStyle = fill;
    pen.lineWidth = 3;
    pen.setLineDash([10, 9]);
    pen.globalAlpha = shown * 0.8;
    pen.stroke();
  } else {
    pen.shadowColor = 'rgb(20 39 58 / 14%)';
    pen.shadowBlur = 14;
    pen.shadowOffsetY = 4;
    pen.fillStyle = fill;
    pen.fill();
    pen.shadowColor = 'transparent';
  }
  // While it opens, its words are seen only where it is.
  pen.clip();
  const words = message.ghost ? film.palette.tealDeep : ink;
  pen.fillStyle = words;
  if (isTyping) drawDots(pen, message, { t, ink: words, w });
  else {
    // A message on the right is drawn in a mirror, its words are not.
    if (message.side === 'right') pen.transform(-1, 0, 0, 1, w, 0);
    if (message.text === null) drawTold(pen, message, since);
    else drawWords(pen, message, { w, open, shown });
  }
  pen.restore();
}

function drawWords(pen, message, { w, open, shown }) {
  pen.globalAlpha = shown * open;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(message.text, w / 2, message.size * 0.05);
}
