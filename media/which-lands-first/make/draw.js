// Draws one moment of the film on a canvas of 1280 × 720. Runs in the browser that makes the film; `film` is story.ts as data, `falls` how far (0 to 1) each thing of the drop has fallen.

const FLOOR = 640;
const HANGS = 236;
const BEAM = 132;
const places = [430, 850];
const radius = 46;

const rise = (t, at, takes) => {
  const part = Math.min(1, Math.max(0, (t - at) / takes));
  return part * part * (3 - 2 * part);
};
const mix = (a, b, part) => a + (b - a) * part;

function disc(pen, x, y, r, fill) {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fill();
}

function box(pen, fill, x, y, w, h, r = 0) {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(x, y, w, h, r);
  pen.fill();
}

function drawGround(pen, { colours }, { isMoon }) {
  pen.fillStyle = isMoon ? colours.night : colours.sunTint;
  pen.fillRect(0, 0, 1280, 720);
  if (isMoon) {
    for (const [x, y, r] of [[80, 60, 3], [210, 190, 2.4], [330, 40, 2.6], [1010, 70, 2.4], [1130, 210, 3], [1230, 110, 2.4], [120, 320, 2.2], [980, 300, 2.2], [620, 210, 2]]) disc(pen, x, y, r, colours.card);
    // The Earth, with two lands.
    disc(pen, 1120, 96, 48, colours.sea);
    disc(pen, 1104, 82, 18, colours.seaPale);
    disc(pen, 1122, 76, 12, colours.seaPale);
    disc(pen, 1136, 116, 15, colours.seaPale);
  } else disc(pen, 640, 120, 250, colours.pale);
  box(pen, isMoon ? colours.slate : colours.plumMid, 0, FLOOR, 1280, 90);
  if (isMoon) {
    pen.globalAlpha = 0.35;
    for (const [x, y, w] of [[260, 690, 110], [640, 672, 70], [1010, 696, 130], [1200, 664, 50], [60, 666, 60]]) {
      pen.fillStyle = colours.soft;
      pen.beginPath();
      pen.ellipse(x, y, w, w * 0.14, 0, 0, 2 * Math.PI);
      pen.fill();
    }
    pen.globalAlpha = 1;
  }
}

function drawStand(pen, { colours }, { isMoon }) {
  const fill = isMoon ? colours.plumMid : colours.plum;
  box(pen, fill, 630, BEAM, 20, FLOOR - BEAM);
  box(pen, fill, 520, FLOOR - 20, 240, 22, 11);
  box(pen, fill, 370, BEAM - 12, 540, 26, 13);
}

function drawThing(pen, { colours }, thing, sway) {
  switch (thing) {
    case 'heavy':
      disc(pen, 0, 0, radius, colours.ink);
      disc(pen, -16, -16, 11, colours.soft);
      return;
    case 'light':
      disc(pen, 0, 0, radius, colours.rose);
      disc(pen, -16, -16, 11, colours.card);
      return;
    case 'hammer':
      box(pen, colours.sand, -7, -46, 14, 92, 6);
      box(pen, colours.soft, -40, -46, 80, 34, 8);
      box(pen, colours.slatePale, -40, -46, 80, 12, 6);
      return;
    default:
      pen.rotate(sway);
      pen.fillStyle = colours.card;
      pen.beginPath();
      pen.moveTo(0, -46);
      pen.bezierCurveTo(30, -20, 26, 18, 4, 34);
      pen.lineTo(-4, 34);
      pen.bezierCurveTo(-26, 18, -30, -20, 0, -46);
      pen.fill();
      pen.strokeStyle = colours.plum;
      pen.lineWidth = 4;
      pen.lineCap = 'round';
      pen.beginPath();
      pen.moveTo(0, -34);
      pen.lineTo(0, 46);
      pen.stroke();
  }
}

function drawPuff(pen, { colours }, { x, since, isMoon }) {
  if (since < 0 || since > 0.9) return;
  const part = since / 0.9;
  pen.globalAlpha = 0.6 * (1 - part);
  for (const way of [-1, 1]) {
    for (const reach of [0.5, 0.8, 1.1]) disc(pen, x + way * (44 + reach * 60 * part), FLOOR - (isMoon ? 60 * reach * 4 * part * (1 - part) : 6), 6, isMoon ? colours.slatePale : colours.plum);
  }
  pen.globalAlpha = 1;
}

function drawDrop(pen, film, { drop, falls, t }) {
  for (const [at, thing] of drop.things.entries()) {
    const isFeather = thing === 'feather';
    const inAir = isFeather && !drop.isMoon;
    const seconds = Math.max(0, t - drop.at);
    const flying = falls[at] > 0 && falls[at] < 1;
    const slack = inAir ? Math.sin(seconds * 1.9) * Math.min(1, seconds) * (1 - falls[at] ** 6) : 0;
    const x = places[at] + slack * 46;
    const y = mix(HANGS, FLOOR - radius, falls[at]);
    const isHeld = t < drop.at;
    pen.strokeStyle = drop.isMoon ? film.colours.plumMid : film.colours.plum;
    pen.lineWidth = 6;
    pen.beginPath();
    pen.moveTo(places[at], BEAM);
    pen.lineTo(places[at], isHeld ? HANGS - radius + 2 : BEAM + 26);
    pen.stroke();
    drawPuff(pen, film, { x, since: t - film.lands[at], isMoon: drop.isMoon });
    pen.save();
    pen.translate(x, y);
    drawThing(pen, film, thing, inAir && flying ? slack * -0.5 : inAir && falls[at] >= 1 ? -0.12 : 0);
    pen.restore();
  }
}

/** The two who watch: their eyes follow the middle of what falls. */
function drawWatchers(pen, { colours }, { isMoon, falls }) {
  const look = mix(-12, 9, (falls[0] + falls[1]) / 2);
  const eyes = (x, y, side, fill) => {
    for (const eye of [-1, 1]) disc(pen, x + eye * 19 + side * 16, y + look, 8, fill);
  };
  pen.lineJoin = 'round';
  for (const [x, fill, points, side, eyesAt] of [
    [150, colours.sea, [[-70, -80], [-35, -140], [35, -140], [70, -80], [35, -20], [-35, -20]], 1, -88],
    [1130, colours.slateBlue, [[0, -152], [72, -80], [0, -8], [-72, -80]], -1, -80],
  ]) {
    pen.fillStyle = fill;
    pen.strokeStyle = fill;
    pen.lineWidth = 16;
    pen.beginPath();
    for (const [px, py] of points) pen.lineTo(x + px, FLOOR + 2 + py + (side === 1 ? 10 : -2));
    pen.closePath();
    pen.fill();
    pen.stroke();
    eyes(x, FLOOR + eyesAt, side, colours.ink);
    if (!isMoon) continue;
    pen.globalAlpha = 0.22;
    disc(pen, x, FLOOR - 78, 108, colours.card);
    pen.globalAlpha = 0.8;
    pen.strokeStyle = colours.card;
    pen.lineWidth = 5;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.arc(x, FLOOR - 78, 92, -2.7, -1.9);
    pen.stroke();
    pen.globalAlpha = 1;
  }
}

function drawLine(pen, { colours, length }, line, { t, isMoon }) {
  const strength = Math.min(rise(t, line.from, 0.5), line.to === length ? 1 : 1 - rise(t, line.to - 0.4, 0.4));
  if (t < line.from || strength <= 0) return;
  pen.globalAlpha = strength;
  pen.font = `600 ${line.size}px Lexend`;
  pen.fillStyle = isMoon ? colours.card : colours.ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(line.text, 640, line.y);
  pen.globalAlpha = 1;
}

/** Draws the film at `t` seconds; `now` is the drop that is shown, and how far its things have fallen. */
export function drawFilm(pen, film, { t, drop, falls, lands }) {
  const { isMoon } = drop;
  const all = { ...film, lands };
  drawGround(pen, all, drop);
  drawStand(pen, all, drop);
  drawDrop(pen, all, { drop, falls, t });
  drawWatchers(pen, all, { isMoon, falls });
  for (const line of film.lines) if (t < line.to || line.to === film.length) drawLine(pen, film, line, { t, isMoon });
}
