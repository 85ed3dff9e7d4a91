// Draws one moment of the film on a canvas of 1280 × 720. Runs in the browser that makes the film; `film` is the data of story.ts and stage.ts.
import { drawMessage } from './bubbles.js';
import { drawEnvelope, drawFigure } from './figures.js';
import { hopAt, mix, poseAt, presence, rise, speedAt } from './motion.js';
import { drawPhone } from './phone.js';

const parts = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `part` of the way from one `#rrggbb` to another. */
function blend(from, to, part) {
  const b = parts(to);
  return `#${parts(from).map((value, at) => Math.round(mix(value, b[at], part)).toString(16).padStart(2, '0')).join('')}`;
}

/** The ground at `t`, and how much of a floor there is: scenes pass into each other, but at a stop one cuts to the next. */
function groundAt({ scenes, stops }, t) {
  const at = scenes.findLastIndex(({ from }) => from <= t);
  const [before, scene] = [scenes[at - 1], scenes[at]];
  const isCut = at === 0 || Object.values(stops).includes(scene.from);
  const part = isCut ? 1 : rise(t, scene.from, 1.4);
  return { ground: isCut ? scene.ground : blend(before.ground, scene.ground, part), floor: mix(before?.floor ? 1 : 0, scene.floor ? 1 : 0, part) };
}

function inPlace(pen, { x, y, turn, strength }, draw) {
  pen.save();
  pen.translate(x, y);
  pen.rotate((turn * Math.PI) / 180);
  pen.globalAlpha *= strength;
  draw();
  pen.restore();
}

/** The room round somebody. The round shape's own light lies over the square's: under pressure it is all the room that is left. */
function drawRoom(pen, { halo }, { x, y, space, pale, strength }, isLight) {
  if (space <= 1 || strength <= 0) return;
  pen.save();
  if (!isLight) pen.globalCompositeOperation = 'multiply';
  pen.globalAlpha = strength * (1 - pale * 0.7);
  pen.fillStyle = halo;
  pen.beginPath();
  pen.arc(x, y, space, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
}

/** 1 in the middle of a blink, 0 between them; each shape blinks at its own times. */
function winkAt(t, seed) {
  const since = (t + seed * 1.37) % (3.4 + (seed % 5) * 0.5);
  return since < 0.2 ? Math.sin((Math.PI * since) / 0.2) : 0;
}

function drawActor(pen, film, actor, { t, ground }) {
  const pose = poseAt(actor, t);
  if (pose.size <= 0.5 || pose.strength <= 0) return;
  const seed = actor.part.length + actor.part.charCodeAt(1);
  const speed = speedAt(actor, t);
  const hop = hopAt(film, actor.part, t);
  const breath = Math.sin(t * 1.5 + seed);
  const stretch = Math.min(0.12, Math.hypot(speed.x, speed.y) / 7500);
  const tilt = Math.max(-7, Math.min(7, speed.x / 110));
  const { palette } = film;
  const look = { ...actor, palette, fill: blend(actor.fill, ground, pose.pale), ink: actor.isDark ? palette.card : palette.ink };
  inPlace(pen, { ...pose, y: pose.y - hop * 16, turn: pose.turn + tilt }, () => {
    // It breathes and leans from its foot, which stays where it is.
    pen.transform(1, 0, -pose.lean * 0.1, 1, 0, 0);
    pen.translate(0, pose.size);
    pen.scale(pose.size * (1 + stretch + hop * 0.05), pose.size * (1 - stretch + hop * 0.05 + breath * 0.01));
    pen.translate(0, -1);
    drawFigure(pen, look, pose, winkAt(t, seed));
  });
}

function drawCard(pen, { palette }, pose) {
  if (pose.size <= 1 || pose.strength <= 0) return;
  inPlace(pen, pose, () => {
    pen.scale(pose.size, pose.size);
    drawEnvelope(pen, palette);
  });
}

function drawStage(pen, film, t, { ground, floor }) {
  const look = poseAt(film.camera, t);
  pen.save();
  pen.translate(640, 360);
  pen.scale(look.size, look.size);
  pen.translate(-look.x, -look.y);
  pen.fillStyle = blend(ground, film.palette.ink, 0.09 * floor);
  pen.fillRect(look.x - 800, film.floor, 1600, 300);
  const round = film.actors.find(({ part }) => part === 'round');
  for (const actor of film.actors) if (actor !== round) drawRoom(pen, actor, poseAt(actor, t), false);
  const isPressed = t >= film.stops['before-the-ask'] && t < film.stops['the-pressure'];
  drawRoom(pen, round, poseAt(round, t), isPressed);
  for (const actor of film.actors) drawActor(pen, film, actor, { t, ground });
  for (const card of film.cards) drawCard(pen, film, poseAt(card, t));
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
  const scene = groundAt(film, t);
  pen.fillStyle = scene.ground;
  pen.fillRect(0, 0, 1280, 720);
  drawStage(pen, film, t, scene);
  drawPhone(pen, film, t);
  const cuts = [...Object.values(film.stops), film.length];
  for (const message of film.messages) drawMessage(pen, film, message, { t, strength: presence(message, t, cuts) });
  for (const line of film.lines) drawLine(pen, film, line, t);
}
