// The cast: flat shapes without an outline, with two eyes. Runs in the browser that makes the film.
import { mix } from './motion.js';
import { eyes, shapePath } from './shapes.js';

/** An actor of size 1 round the origin, as it feels: `pose` as in stage.ts, `wink` 1 is in the middle of a blink. */
export function drawFigure(pen, { part, fill, ink, palette }, pose, wink = 0) {
  pen.fillStyle = fill;
  pen.fill(shapePath(part, pose.round));
  if (part === 'arch' || part === 'archway') drawLanyard(pen, part, pose.round, palette);
  drawEyes(pen, { part, ink }, pose, wink);
  if (part === 'archway') drawPapers(pen, pose.round, palette);
}

function drawEyes(pen, { part, ink }, { look, lids, slope, smile, round }, wink) {
  const at = eyes[part].map((value, place) => mix(value, eyes.round[place], round));
  const [y, apart, r] = at;
  for (const side of [-1, 1]) {
    pen.save();
    pen.translate(side * apart + look * 0.15, y);
    const strength = pen.globalAlpha;
    // An eye that smiles shuts first, and then is an arc.
    pen.globalAlpha = strength * Math.max(0, smile * 2 - 1);
    pen.strokeStyle = ink;
    pen.lineWidth = r * 0.66;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.arc(0, r * 0.4, r * 1.15, Math.PI * 1.08, Math.PI * 1.92);
    pen.stroke();
    pen.globalAlpha = smile < 0.6 ? strength : 0;
    pen.rotate((side * 24 * slope * Math.PI) / 180);
    // A lid leaves what is below it.
    pen.beginPath();
    pen.rect(-2 * r, mix(-1.1, -0.3, lids) * r, 4 * r, 4 * r);
    pen.clip();
    pen.scale(1, 1 - 0.9 * Math.max(wink, Math.min(1, smile * 2)));
    pen.fillStyle = ink;
    pen.beginPath();
    pen.arc(0, 0, r * mix(1, 1.15, lids), 0, 2 * Math.PI);
    pen.fill();
    pen.restore();
  }
}

/** Somebody who works at a school; papers in their arms hide their badge. */
function drawLanyard(pen, part, round, { plumDeep, card }) {
  pen.save();
  pen.globalAlpha *= 1 - round;
  pen.strokeStyle = plumDeep;
  pen.lineWidth = 0.055;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(-0.5, -0.24);
  pen.lineTo(0, 0.26);
  pen.lineTo(0.5, -0.24);
  pen.stroke();
  if (part === 'arch') {
    pen.fillStyle = card;
    pen.beginPath();
    pen.roundRect(-0.12, 0.24, 0.24, 0.31, 0.04);
    pen.fill();
  }
  pen.restore();
}

/** A pile of papers that somebody carries. */
function drawPapers(pen, round, { card, sand, line }) {
  pen.save();
  pen.globalAlpha *= 1 - round;
  for (const [at, fill] of [card, line, card, sand, card, line].entries()) {
    pen.fillStyle = fill;
    pen.beginPath();
    pen.roundRect(-0.62 + (at % 3) * 0.03, 0.62 - at * 0.13, 1.2, 0.11, 0.025);
    pen.fill();
  }
  pen.restore();
}

/** The small picture of a member in a chat. */
export function drawMember(pen, film, part, [x, y, r]) {
  const { fill, isDark } = film.actors.find((actor) => actor.part === part);
  pen.save();
  pen.translate(x, y);
  pen.scale(r, r);
  drawFigure(pen, { part, fill, ink: isDark ? film.palette.card : film.palette.ink, palette: film.palette }, { look: 0, lids: 0, slope: 0, smile: 0, round: 0 });
  pen.restore();
}

/** A sealed envelope, 2 wide. */
export function drawEnvelope(pen, { card, line, plum }) {
  pen.fillStyle = card;
  pen.beginPath();
  pen.roundRect(-1, -0.68, 2, 1.36, 0.16);
  pen.fill();
  pen.fillStyle = line;
  pen.beginPath();
  pen.moveTo(-0.94, -0.62);
  pen.lineTo(0.94, -0.62);
  pen.lineTo(0.1, 0.14);
  pen.quadraticCurveTo(0, 0.22, -0.1, 0.14);
  pen.closePath();
  pen.fill();
  pen.fillStyle = plum;
  pen.beginPath();
  pen.arc(0, 0.1, 0.2, 0, 2 * Math.PI);
  pen.fill();
}
