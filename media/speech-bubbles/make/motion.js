// How things move: pure arithmetic over the tables of stage.ts and story.ts. Runs in the browser that makes the film, and in the tests.

const inside = (part) => Math.min(1, Math.max(0, part));
const eases = {
  move: (part) => (part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2),
  soft: (part) => 0.5 - 0.5 * Math.cos(Math.PI * part),
  out: (part) => 1 - (1 - part) ** 3,
  in: (part) => part ** 3,
  pop: (part) => 1 + 2.4 * (part - 1) ** 3 + 1.4 * (part - 1) ** 2,
};

/** From 0 to 1 in `takes` seconds from `at`. */
export function rise(t, at, takes, ease = 'move') {
  return eases[ease](inside((t - at) / takes));
}

export const mix = (a, b, part) => a + (b - a) * part;

const still = { x: 0, y: 0, size: 0, turn: 0, space: 0, pale: 0, round: 0, strength: 1, look: 0, lean: 0, lids: 0, slope: 0, smile: 0 };

/** How a thing with a start and moves stands at `t` seconds. */
export function poseAt({ start, moves }, t) {
  const pose = { ...still, ...start };
  let lift = 0;
  for (const move of moves) {
    if (t < move.from) continue;
    const part = move.to === move.from ? 1 : inside((t - move.from) / (move.to - move.from));
    const eased = eases[move.ease ?? 'move'](part);
    for (const name of Object.keys(still)) if (move[name] !== undefined) pose[name] = mix(pose[name], move[name], eased);
    if (move.arc && part < 1) lift += move.arc * (move.hops ? Math.abs(Math.sin(move.hops * Math.PI * eased)) : 4 * eased * (1 - eased));
  }
  return { ...pose, y: pose.y - lift };
}

/** How fast a thing moves at `t`, in pixels a second; 0 across a cut. */
export function speedAt(thing, t) {
  const isCut = thing.moves.some(({ from, to }) => from === to && Math.abs(from - t) < 0.06);
  if (isCut) return { x: 0, y: 0 };
  const [a, b] = [poseAt(thing, t - 0.03), poseAt(thing, t + 0.03)];
  return { x: (b.x - a.x) / 0.06, y: (b.y - a.y) / 0.06 };
}

const hop = (since) => (since < 0 || since > 0.6 ? 0 : Math.sin((Math.PI * since) / 0.6) * (1 - since / 0.6));

/** A small hop, 0 to 1 and back, when somebody's words appear, or when they nod. */
export function hopAt({ messages, nods }, part, t) {
  const written = messages.filter(({ by, text, ghost, notice }) => by === part && text !== '' && !ghost && !notice).map(({ from, typing }) => from + typing);
  const nodded = nods.filter((nod) => nod.part === part).map(({ at }) => at);
  return Math.max(0, ...[...written, ...nodded].map((at) => hop(t - at)));
}

/** 0 while a message is not there, 1 while it is; one that ends at a cut is gone with it. */
export function presence({ from, to }, t, cuts) {
  if (t < from || t >= to) return 0;
  const leaves = cuts.includes(to) ? 1 : 1 - rise(t, to - 0.35, 0.35, 'in');
  return Math.min(rise(t, from, 0.42, 'out'), leaves);
}

/** How far up its thread a message has been pushed by newer ones, in rows. Dots that are never sent keep their row until the next message takes it. */
export function rowsUp(messages, message, t) {
  if (message.thread === undefined) return 0;
  const newer = messages.filter(({ thread, from }) => thread === message.thread && from > message.from);
  return newer.reduce((sum, { from, text }, at) => {
    const next = text === '' ? newer[at + 1] : undefined;
    return sum + rise(t, from - 0.24, 0.4) - (next ? rise(t, next.from - 0.24, 0.4) : 0);
  }, 0);
}

/** The phone on which a message is read, if it is one of a group chat. */
export const phoneOf = ({ phones }, { thread }) => phones.find(({ threads }) => threads.includes(thread));

/** How many messages of its thread are seen at once, and how far apart they stand. */
export const rowsOf = (film, message) => (phoneOf(film, message) ? film.rows.chat : film.rows.stage);
