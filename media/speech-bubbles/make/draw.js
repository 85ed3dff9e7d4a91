// Draws one moment of the film on a canvas of 1280 × 720. Runs in the browser that makes the film; `film` is the data of story.ts and stage.ts.
import { drawMessage } from './bubbles.js';
import { hopAt, mix, poseAt, presence, rise, speedAt } from './motion.js';
import { shapePath } from './shapes.js';

const parts = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `part` of the way from one `#rrggbb` to another. */
function blend(from, to, part) {
  const b = parts(to);
  return `#${parts(from).map((value, at) => Math.round(mix(value, b[at], part)).toString(16).padStart(2, '0')).join('')}`;
}

/** The ground at `t`: scenes pass into each other, but at a stop one cuts to the next. */
function groundAt({ scenes, stops }, t) {
  const at = scenes.findLastIndex(({ from }) => from <= t);
  const scene = scenes[at];
  const isCut = at === 0 || Object.values(stops).includes(scene.from);
  return isCut ? scene.ground : blend(scenes[at - 1].ground, scene.ground, rise(t, scene.from, 1.4));
}

function inPlace(pen, { x, y, turn, strength }, draw) {
  pen.save();
  pen.translate(x, y);
  pen.rotate((turn * Math.PI) / 180);
  pen.globalAlpha *= strength;
  draw();
  pen.restore();
}

function drawHalo(pen, { halo }, { x, y, space, pale, strength }) {
  if (space <= 1 || strength <= 0) return;
  pen.save();
  pen.globalCompositeOperation = 'multiply';
  pen.globalAlpha = strength * (1 - pale * 0.7);
  pen.fillStyle = halo;
  pen.beginPath();
  pen.arc(x, y, space, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
}

/** The round shape's own light, over the square's: under pressure it is all the room that is left. */
function drawLight(pen, { halo }, { x, y, space, pale, strength }) {
  pen.save();
  pen.globalAlpha = strength * (1 - pale * 0.7);
  pen.fillStyle = halo;
  pen.beginPath();
  pen.arc(x, y, space, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
}

function drawActor(pen, film, actor, { t, ground }) {
  const pose = poseAt(actor, t);
  if (pose.size <= 0.5 || pose.strength <= 0) return;
  const seed = actor.part.length + actor.part.charCodeAt(1);
  const speed = speedAt(actor, t);
  const hop = hopAt(film, actor.part, t);
  const breath = Math.sin(t * 1.5 + seed);
  const stretch = Math.min(0.16, Math.hypot(speed.x, speed.y) / 6500);
  const lean = Math.max(-9, Math.min(9, speed.x / 90));
  const fill = blend(actor.fill, ground, pose.pale);
  inPlace(pen, { ...pose, y: pose.y + breath * 2.5 - hop * 16, turn: pose.turn + lean }, () => {
    pen.scale(pose.size * (1 + stretch + hop * 0.05), pose.size * (1 - stretch + hop * 0.05 + breath * 0.006));
    pen.shadowColor = 'rgb(20 39 58 / 16%)';
    pen.shadowBlur = 18;
    pen.shadowOffsetY = 6;
    const outline = shapePath(actor.part, pose.round);
    pen.fillStyle = fill;
    pen.fill(outline);
    pen.shadowColor = 'transparent';
    if (actor.part === 'arch') drawDoor(pen, pose.round, film.palette);
    drawEdge(pen, outline, { part: actor.part, round: pose.round, ink: film.palette.ink });
  });
}

/** A shape's darker edge, at its foot and its right: what of it lies outside of itself moved up a little. */
function drawEdge(pen, outline, { part, round, ink }) {
  const edge = new Path2D();
  edge.rect(-3, -3, 6, 6);
  edge.addPath(shapePath(part, round, -0.075));
  pen.clip(outline);
  pen.globalAlpha *= 0.13;
  pen.fillStyle = ink;
  pen.fill(edge, 'evenodd');
}

/** A lighter arch in the arch: room for somebody. */
function drawDoor(pen, round, { plumTint, card }) {
  for (const [scale, fill] of [[0.66, plumTint], [0.36, card]]) {
    pen.save();
    pen.globalAlpha *= 1 - round;
    pen.translate(0, 1 - scale);
    pen.scale(scale, scale);
    pen.fillStyle = fill;
    pen.fill(shapePath('arch', 0));
    pen.restore();
  }
}

function drawCard(pen, { palette }, pose) {
  if (pose.size <= 1 || pose.strength <= 0) return;
  const [w, h] = [pose.size, pose.size * 0.68];
  inPlace(pen, pose, () => {
    pen.shadowColor = 'rgb(20 39 58 / 22%)';
    pen.shadowBlur = 14;
    pen.shadowOffsetY = 4;
    pen.fillStyle = palette.card;
    pen.beginPath();
    pen.roundRect(-w, -h, w * 2, h * 2, w * 0.14);
    pen.fill();
    pen.shadowColor = 'transparent';
    pen.strokeStyle = palette.soft;
    pen.lineWidth = Math.max(2, w * 0.05);
    pen.lineJoin = 'round';
    pen.stroke();
    pen.beginPath();
    pen.moveTo(-w * 0.94, -h * 0.86);
    pen.lineTo(0, h * 0.16);
    pen.lineTo(w * 0.94, -h * 0.86);
    pen.stroke();
    pen.fillStyle = palette.ink;
    pen.beginPath();
    pen.arc(0, h * 0.12, w * 0.17, 0, 2 * Math.PI);
    pen.fill();
  });
}

const bend = (way, part) => [mix(way.from[0], way.to[0], part) + 1280, mix(way.from[1], way.to[1], part) - way.arc * 4 * part * (1 - part)];

function drawWay(pen, { palette }, way, t) {
  const grown = rise(t, way.at, way.takes);
  const strength = grown > 0 ? 1 - rise(t, way.until, 0.9) : 0;
  if (strength <= 0 || t >= 77.5) return;
  pen.save();
  pen.globalAlpha = strength * 0.55;
  pen.fillStyle = palette.soft;
  const dots = Math.round(Math.hypot(way.to[0] - way.from[0], way.to[1] - way.from[1]) / 22);
  for (let dot = 1; dot < dots * grown; dot += 1) {
    pen.beginPath();
    pen.arc(...bend(way, dot / dots), 3.5, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.restore();
}

function drawRipple(pen, { x, y, at, takes, reach, fill }, t) {
  if (t < at || t > at + takes) return;
  const part = rise(t, at, takes, 'out');
  pen.save();
  pen.globalAlpha = 0.5 * (1 - part);
  pen.strokeStyle = fill;
  pen.lineWidth = mix(14, 3, part);
  pen.beginPath();
  pen.arc(x, y, mix(70, reach, part), 0, 2 * Math.PI);
  pen.stroke();
  pen.restore();
}

function fillRound(pen, fill, [x, y, w, h, r]) {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(x, y, w, h, r);
  pen.fill();
}

/** The box: its inside and, while it is open, its lid; then, over the cards, its front, and its lid when it shuts. */
function drawBox(pen, { palette }, pose, isFront) {
  if (pose.size <= 1) return;
  const s = pose.size;
  inPlace(pen, pose, () => {
    if (isFront) {
      fillRound(pen, palette.slate, [-s, -s * 0.34, s * 2, s * 1.1, s * 0.12]);
      fillRound(pen, palette.plumTint, [-s * 0.3, -s * 0.02, s * 0.6, s * 0.34, s * 0.08]);
    } else fillRound(pen, blend(palette.soft, palette.ink, 0.35), [-s * 0.94, -s * 0.58, s * 1.88, s * 0.6, s * 0.1]);
    if (isFront !== pose.lid > 0.3) return;
    pen.translate(mix(-s * 0.9, 0, pose.lid), mix(-s * 0.98, -s * 0.5, pose.lid));
    pen.rotate(mix(-0.95, 0, pose.lid));
    fillRound(pen, palette.soft, [-s * 1.08, -s * 0.17, s * 2.16, s * 0.36, s * 0.1]);
  });
}

function drawStage(pen, film, t, ground) {
  const look = poseAt(film.camera, t);
  pen.save();
  pen.translate(640, 360);
  pen.scale(look.size, look.size);
  pen.translate(-look.x, -look.y);
  for (const actor of film.actors) if (actor.part !== 'round') drawHalo(pen, actor, poseAt(actor, t));
  const round = film.actors.find(({ part }) => part === 'round');
  const isPressed = t >= 18 && t < 44;
  (isPressed ? drawLight : drawHalo)(pen, round, poseAt(round, t));
  for (const way of film.ways) if (t >= 67 === way.until > 67) drawWay(pen, film, way, t);
  for (const ripple of film.ripples) drawRipple(pen, ripple, t);
  drawBox(pen, film, poseAt(film.box, t), false);
  const isBoxed = t >= 105;
  if (isBoxed) for (const card of film.cards) drawCard(pen, film, poseAt(card, t));
  drawBox(pen, film, poseAt(film.box, t), true);
  for (const actor of film.actors) drawActor(pen, film, actor, { t, ground });
  if (!isBoxed) for (const card of film.cards) drawCard(pen, film, poseAt(card, t));
  pen.restore();
}

function drawLine(pen, { palette, length }, line, t) {
  const leaves = line.to === length ? 1 : 1 - rise(t, line.to - 0.5, 0.5);
  const strength = Math.min(rise(t, line.from, 0.7), leaves);
  if (strength <= 0) return;
  pen.save();
  pen.globalAlpha = strength;
  pen.font = `600 ${line.size}px Lexend`;
  pen.fillStyle = palette.ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(line.text, 640, line.y + (1 - rise(t, line.from, 0.7, 'out')) * 14);
  pen.restore();
}

/** Draws the film at `t` seconds. */
export function drawFilm(pen, film, t) {
  const ground = groundAt(film, t);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 1280, 720);
  drawStage(pen, film, t, ground);
  const cuts = [...Object.values(film.stops), film.length];
  for (const message of film.messages) drawMessage(pen, film, message, { t, strength: presence(message, t, cuts) });
  for (const line of film.lines) drawLine(pen, film, line, t);
}
