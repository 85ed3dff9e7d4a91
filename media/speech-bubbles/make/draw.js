// Draws one moment of the story on a canvas. Runs in the browser that makes the film; `story` is the data of story.ts.

const ease = (part) => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, part)));
const mix = (a, b, part) => a + (b - a) * part;

/** Where an actor stands at `t` seconds, eased between the two poses around it; null before its first. */
function poseAt(poses, t) {
  const next = poses.findIndex((pose) => pose.at > t);
  if (next === 0) return null;
  if (next === -1) return poses.at(-1);
  const [a, b] = [poses[next - 1], poses[next]];
  const part = ease((t - a.at) / (b.at - a.at));
  return { x: mix(a.x, b.x, part), y: mix(a.y, b.y, part), size: mix(a.size, b.size, part), strength: mix(a.strength, b.strength, part) };
}

/** 0 before `from`, rising over half a second, falling over 0.35 s before `to`; a bubble that ends with its scene is cut with it. */
function presence({ from, to }, t, cuts) {
  if (t < from || t >= to) return 0;
  const rise = ease((t - from) / 0.5);
  return cuts.includes(to) ? rise : Math.min(rise, ease((to - t) / 0.35));
}

function roundRect(pen, x, y, { w, h, r }) {
  pen.beginPath();
  pen.roundRect(x - w / 2, y - h / 2, w, h, r);
}

const shapes = {
  circle(pen, { x, y, size }) {
    pen.beginPath();
    pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.fill();
  },
  square(pen, { x, y, size }) {
    roundRect(pen, x, y, { w: size * 1.8, h: size * 1.8, r: size * 0.38 });
    pen.fill();
  },
  triangle(pen, { x, y, size }) {
    pen.lineJoin = 'round';
    pen.lineWidth = size * 0.5;
    pen.beginPath();
    pen.moveTo(x, y - size * 0.8);
    pen.lineTo(x + size * 0.85, y + size * 0.62);
    pen.lineTo(x - size * 0.85, y + size * 0.62);
    pen.closePath();
    pen.fill();
    pen.stroke();
  },
  envelope(pen, { x, y, size }) {
    pen.lineWidth = Math.max(2, size * 0.09);
    pen.strokeStyle = '#44566A';
    pen.lineJoin = 'round';
    roundRect(pen, x, y, { w: size * 2, h: size * 1.35, r: size * 0.16 });
    pen.fill();
    pen.stroke();
    pen.beginPath();
    pen.moveTo(x - size * 0.94, y - size * 0.5);
    pen.lineTo(x, y + size * 0.16);
    pen.lineTo(x + size * 0.94, y - size * 0.5);
    pen.stroke();
  },
};

function drawActor(pen, actor, t) {
  const pose = poseAt(actor.poses, t);
  if (!pose || pose.strength <= 0 || pose.size <= 0) return;
  pen.save();
  pen.globalAlpha = pose.strength;
  pen.fillStyle = actor.fill;
  pen.strokeStyle = actor.fill;
  // A slow breath, so that nothing on the screen is ever quite still.
  shapes[actor.shape](pen, { ...pose, y: pose.y + 3 * Math.sin((t + actor.name.length) * 1.6) });
  pen.restore();
}

function drawBubble(pen, bubble, strength) {
  if (strength <= 0) return;
  const size = bubble.size ?? 46;
  pen.save();
  pen.globalAlpha = strength;
  pen.translate(bubble.x, bubble.y + (1 - strength) * 18);
  pen.scale(mix(0.92, 1, strength), mix(0.92, 1, strength));
  pen.font = `600 ${size}px Lexend`;
  const w = pen.measureText(bubble.text).width + size * 1.3;
  const h = size * 1.85;
  pen.fillStyle = bubble.fill;
  pen.shadowColor = 'rgb(20 39 58 / 14%)';
  pen.shadowBlur = 16;
  pen.shadowOffsetY = 4;
  roundRect(pen, 0, 0, { w, h, r: h * 0.42 });
  pen.fill();
  pen.shadowColor = 'transparent';
  if (bubble.tail !== 'none') {
    const side = bubble.tail === 'right' ? 1 : -1;
    pen.beginPath();
    pen.moveTo(side * (w / 2 - h * 0.75), h * 0.4);
    pen.lineTo(side * (w / 2 - h * 0.2), h * 0.78);
    pen.lineTo(side * (w / 2 - h * 0.3), h * 0.3);
    pen.fill();
  }
  pen.fillStyle = bubble.ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(bubble.text, 0, size * 0.04);
  pen.restore();
}

function drawDots(pen, t) {
  const strength = t < 0.3 ? ease(t / 0.3) : 1 - ease((t - 1.2) / 1.2);
  if (strength <= 0) return;
  pen.save();
  pen.globalAlpha = strength;
  pen.fillStyle = '#0B6A6B';
  for (let at = 0; at < 9; at += 1) shapes.circle(pen, { x: 580 + (at % 3) * 60, y: 240 + Math.floor(at / 3) * 60, size: 21 });
  pen.restore();
}

/** Draws the story at `t` seconds. */
export function drawStory(pen, story, t) {
  const next = story.scenes.findIndex((scene) => scene.from > t);
  const scene = story.scenes.at(next === -1 ? -1 : next - 1);
  pen.fillStyle = scene.ground;
  pen.fillRect(0, 0, 1280, 720);
  if (t < 3) drawDots(pen, t);
  for (const actor of story.actors) drawActor(pen, actor, t);
  const cuts = Object.values(story.stops);
  for (const bubble of story.bubbles) drawBubble(pen, bubble, presence(bubble, t, cuts));
  for (const line of story.lines) {
    const strength = line.to === story.length ? ease((t - line.from) / 0.8) : presence(line, t, []);
    if (strength <= 0) continue;
    pen.save();
    pen.globalAlpha = strength;
    pen.font = `600 ${line.size}px Lexend`;
    pen.fillStyle = '#14273A';
    pen.textAlign = 'center';
    pen.fillText(line.text, 640, line.y);
    pen.restore();
  }
}
