import { length, messages, type Part } from './story.ts';

export const rate = 48_000;

/** A note in semitones from the A of 440 Hz. */
const hertz = (semitones: number) => 440 * 2 ** (semitones / 12);
const [G2, A2, C3, D3, E3, G3, A3, B3, C4, D4, E4, G4, A4, B4, D5, E5, G5, A5, B5] = [
  -26, -24, -21, -19, -17, -14, -12, -10, -9, -7, -5, -2, 0, 2, 5, 7, 10, 12, 14,
];

/** What makes a throat sound like a vowel: where it rings, how widely, and how loud (Hz, Hz, 0 to 1). */
const vowels = {
  oo: [
    [360, 90, 1],
    [820, 120, 0.4],
    [2500, 250, 0.05],
  ],
  oh: [
    [480, 90, 1],
    [880, 120, 0.7],
    [2600, 260, 0.08],
  ],
  ah: [
    [700, 120, 1],
    [1150, 140, 0.7],
    [2700, 280, 0.12],
  ],
} as const;

/** What sings from `from` seconds on: a low ground, and people who hum these notes on this vowel. */
type Chord = { readonly from: number; readonly low: readonly number[]; readonly sung: readonly number[]; readonly vowel: keyof typeof vowels; readonly loud: number };
const chord = (from: number, low: readonly number[], sung: readonly number[], vowel: keyof typeof vowels, loud: number): Chord => ({ from, low, sung, vowel, loud });

const chords: readonly Chord[] = [
  chord(0, [G2, D3], [G3, B3, D4], 'oh', 0.8),
  chord(4.6, [G2, D3], [G3, B3, D4], 'oo', 0.6),
  chord(9, [C3, G3], [G3, C4, E4], 'oo', 0.6),
  chord(13.2, [G2, D3], [B3, D4], 'oo', 0.6),
  chord(18, [E3, B3], [B3, E4, G4], 'oo', 0.6),
  chord(22.2, [D3, A3], [A3, D4], 'oo', 0.55),
  // Nobody sings while there is pressure: a thin line that goes down.
  chord(26, [A2, E3], [A3, E4], 'oo', 0.36),
  chord(32, [E3, B3], [B3], 'oo', 0.26),
  chord(37.4, [A2, E3, A3], [E4], 'oo', 0.16),
  chord(42.6, [G2, D3, G3], [], 'oo', 0.5),
  chord(48, [E3, B3], [], 'oo', 0.4),
  chord(49.3, [E3], [], 'oo', 0.3),
  chord(54.6, [E3, B3], [B3], 'oo', 0.3),
  chord(62.4, [E3], [B3], 'oo', 0.3),
  chord(69, [E3, B3], [], 'oo', 0.34),
  chord(78.6, [E3], [B3], 'oo', 0.28),
  chord(84.4, [E3], [], 'oo', 0.12),
  chord(87.6, [C3, G3], [E4], 'oh', 0.5),
  chord(92.6, [C3, G3], [C4, E4], 'oh', 0.55),
  chord(96.4, [D3, A3], [A3, D4, G4], 'oh', 0.65),
  chord(100.4, [E3, B3], [B3, E4], 'oh', 0.55),
  chord(106.4, [G2, D3], [B3, D4, G4], 'oh', 0.6),
  chord(109.6, [A2, E3], [C4], 'oo', 0.3),
  chord(114.6, [E3], [], 'oo', 0.18),
  chord(119.6, [C3, G3], [E4], 'oo', 0.36),
  chord(122.6, [C3, G3], [C4, E4], 'oh', 0.5),
  chord(126.6, [G2, D3], [B3, D4, G4], 'oh', 0.62),
  chord(131.2, [D3, A3], [A3, D4, G4], 'ah', 0.66),
  chord(133.6, [G2, D3], [B3, D4, G4], 'ah', 0.76),
  chord(136.6, [E3, B3], [B3], 'oo', 0.3),
  chord(141.4, [E3], [B3], 'oo', 0.2),
  chord(143.6, [C3, G3], [C4, E4], 'oh', 0.5),
  chord(149.4, [D3, A3], [A3, D4, G4], 'ah', 0.6),
  chord(151.8, [G2, D3], [B3, D4, G4], 'ah', 0.68),
  chord(155.4, [E3, B3], [B3, E4, G4], 'oh', 0.6),
  chord(160, [C3, G3], [C4, E4, G4], 'oh', 0.66),
  chord(164.6, [D3, A3], [A3, D4, G4], 'ah', 0.7),
  chord(167, [G2, D3], [G3, B3, D4, G4], 'ah', 0.8),
];

/** Each part's own notes, one after the other for each of its messages. */
const voices: Readonly<Record<Part, readonly number[]>> = {
  round: [B4, D5, G4, A4],
  square: [E4, G4, D4],
  triangle: [E5, D5, G5],
  arch: [G4, D4, B3],
  archway: [E4],
  hexagon: [A4, B4],
  diamond: [D5, B4],
  dome: [B4],
  oval: [G4],
  flower: [A4],
};

type Note = { readonly at: number; readonly pitch: number; readonly loud: number; readonly pan: number };

function messageNotes(): readonly Note[] {
  const written = new Map<Part, number>();
  return messages
    .filter(({ text, ghost, notice, from }) => text !== '' && ghost !== true && (notice !== true || from < 84))
    .map(({ by, from, typing, side, notice }) => {
      const count = written.get(by) ?? 0;
      written.set(by, count + 1);
      const own = voices[by];
      // Under pressure the square's notes go down, and never louder; who leaves goes quietly.
      const low = (by === 'square' && from > 37 && from < 54) || notice === true ? -5 : 0;
      return { at: from + typing, pitch: (own[count % own.length] ?? G4) + low, loud: by === 'arch' ? 0.9 : 0.75, pan: side === 'left' ? -0.35 : 0.35 };
    });
}

const scale = [A5, G5, E5, D5, B4];

/** A note for each who has seen it, further and further down. */
function seenNotes(): readonly Note[] {
  const seen = messages.flatMap(({ seenBy = [] }) => seenBy.map(([, at]) => at));
  return seen.map((at, place) => ({ at, pitch: (scale[place % scale.length] ?? G4) - 5, loud: 0.5, pan: -0.4 + place * 0.15 }));
}

const run = (at: number, step: number, pitches: readonly number[], loud: number): readonly Note[] =>
  pitches.map((pitch, place) => ({ at: at + place * step, pitch, loud, pan: -0.4 + (0.8 * place) / pitches.length }));

const notes: readonly Note[] = [
  ...messageNotes(),
  ...seenNotes(),
  ...run(0.45, 0.09, [G4, A4, B4, D5, E5, G5, A5, B5, G5], 0.28),
  // Steps.
  ...run(110, 0.56, [D4, G4, D4, G4], 0.26),
  ...run(123, 0.6, [E4, G4, E4, A4], 0.3),
  ...run(134.6, 0.3, [G4, B4, D5], 0.35),
  ...run(152.8, 0.3, [E4, G4], 0.3),
  ...run(157.6, 0.3, [G4, A4, B4, D5, E5], 0.32),
  ...run(167.5, 0.5, [G4, B4, D5], 0.4),
  ...run(168.8, 0.5, [B4, D5, G5, B5], 0.45),
];

const fade = 1.6;
const TABLE = 2048;

/** One cycle of a voice on a note: its overtones, as loud as the throat lets them through; as loud as a sine altogether. */
function cycleOf(hz: number, through: (hz: number) => number): Float32Array {
  const overtones = Array.from({ length: Math.floor(4500 / hz) }, (_, at) => through(hz * (at + 1)) / (at + 1) ** 0.7);
  const loud = Math.sqrt(overtones.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from({ length: TABLE }, (_, at) =>
    overtones.reduce((sum, value, overtone) => sum + (value / loud) * Math.sin((2 * Math.PI * at * (overtone + 1)) / TABLE + overtone * overtone), 0),
  );
}

const throat = (vowel: keyof typeof vowels) => (hz: number) =>
  vowels[vowel].reduce((sum, [at, wide, loud]) => sum + loud * Math.exp(-(((hz - at) / wide) ** 2) / 2) + (loud * 0.18) / (1 + ((hz - at) / wide) ** 2), 0);
/** The low ground: the note, its octave, and a little more. */
const ground = (base: number) => (hz: number) => [1, 0.45, 0.2][Math.round(hz / base) - 1] ?? 0;

type Singer = { readonly hz: number; readonly cycle: Float32Array; readonly level: number; readonly pan: number; readonly from: number; readonly to: number; readonly vibrato: number; readonly seed: number };

/** Who sings a chord until the next one: each low note alone, each sung one by two people, a little apart. */
function singers({ from, low, sung, vowel, loud }: Chord, to: number): readonly Singer[] {
  const deep = low.map((pitch, at): Singer => {
    const hz = hertz(pitch);
    return { hz, cycle: cycleOf(hz, ground(hz)), level: (loud * 0.024) / Math.sqrt(low.length), pan: 0, from, to, vibrato: 0, seed: at };
  });
  const high = sung.flatMap((pitch, at) =>
    [-1, 1].map((side): Singer => {
      const hz = hertz(pitch) * (1 + side * 0.0016);
      const level = (loud * 0.05) / Math.sqrt(sung.length) / (1 + 0.12 * at);
      return { hz, cycle: cycleOf(hz, throat(vowel)), level, pan: side * (0.3 + 0.15 * at), from: from + 0.12 * at, to, vibrato: 0.0035, seed: at * 2 + side + 1 };
    }),
  );
  return [...deep, ...high];
}

const ease = (part: number) => part * part * (3 - 2 * part);

function addSinger(left: Float32Array, right: Float32Array, { hz, cycle, level, pan, from, to, vibrato, seed }: Singer): void {
  const [first, last] = [Math.max(0, Math.floor((from - fade / 2) * rate)), Math.min(left.length, Math.ceil((to + fade / 2) * rate))];
  const [toLeft, toRight] = [Math.cos(((pan + 1) * Math.PI) / 4), Math.sin(((pan + 1) * Math.PI) / 4)];
  let phase = seed * 0.37;
  for (let sample = first; sample < last; sample += 1) {
    const t = sample / rate;
    const shape = ease(Math.min(1, Math.max(0, (t - from + fade / 2) / fade), Math.max(0, (to + fade / 2 - t) / fade)));
    // Nobody holds a note quite still.
    const waver = vibrato * (Math.sin((4.6 + 0.23 * seed) * t * 2 * Math.PI + seed) + 0.6 * Math.sin(1.3 * t + seed * 2));
    phase += (hz / rate) * (1 + waver);
    const place = (phase - Math.floor(phase)) * TABLE;
    const at = Math.floor(place);
    const [one, next] = [cycle[at] ?? 0, cycle[(at + 1) % TABLE] ?? 0];
    const value = level * shape * (0.84 + 0.16 * Math.sin(0.9 * t + seed * 1.7)) * (one + (next - one) * (place - at)) * 1.4;
    left[sample] = (left[sample] ?? 0) + toLeft * value;
    right[sample] = (right[sample] ?? 0) + toRight * value;
  }
}

function addChords(left: Float32Array, right: Float32Array): void {
  for (const [at, chord] of chords.entries()) {
    for (const singer of singers(chord, chords[at + 1]?.from ?? length)) addSinger(left, right, singer);
  }
}

/** A soft plucked note, like a thumb piano, with its octave, which small speakers carry. */
function addNote(left: Float32Array, right: Float32Array, { at, pitch, loud, pan }: Note): void {
  const [hz, first] = [hertz(pitch), Math.floor(at * rate)];
  const [toLeft, toRight] = [Math.cos(((pan + 1) * Math.PI) / 4), Math.sin(((pan + 1) * Math.PI) / 4)];
  const last = Math.min(left.length, first + Math.floor(2.2 * rate));
  for (let sample = Math.max(0, first); sample < last; sample += 1) {
    const t = (sample - first) / rate;
    const attack = Math.min(1, t / 0.006);
    const tone = Math.exp(-t * 3.4) * Math.sin(2 * Math.PI * hz * t) + 0.42 * Math.exp(-t * 5) * Math.sin(4 * Math.PI * hz * t) + 0.1 * Math.exp(-t * 20) * Math.sin(2 * Math.PI * hz * 5.4 * t);
    const value = 0.15 * loud * attack * tone;
    left[sample] = (left[sample] ?? 0) + toLeft * value;
    right[sample] = (right[sample] ?? 0) + toRight * value;
  }
}

/** A room round a sound: four echoes that feed themselves, each darker than the last. */
function addRoom(channel: Float32Array, delays: readonly number[]): void {
  const dry = channel.slice();
  for (const seconds of delays) {
    const line = new Float32Array(Math.floor(seconds * rate));
    let [place, dark] = [0, 0];
    for (let sample = 0; sample < channel.length; sample += 1) {
      const echo = line[place] ?? 0;
      dark += 0.35 * (echo - dark);
      line[place] = (dry[sample] ?? 0) + dark * 0.74;
      channel[sample] = (channel[sample] ?? 0) + echo * 0.09;
      place = (place + 1) % line.length;
    }
  }
}

/** What stands before the samples of a WAV file: 48 kHz, stereo, 16 bits. */
export function header(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}

/** The film's sound, left and right, from -1 to 1. Arithmetic alone, so every run gives the same. */
export function makeSound(): readonly [left: Float32Array, right: Float32Array] {
  const samples = Math.round(length * rate);
  const [left, right] = [new Float32Array(samples), new Float32Array(samples)];
  addChords(left, right);
  for (const note of notes) addNote(left, right, note);
  addRoom(left, [0.0297, 0.0411, 0.0531, 0.0713]);
  addRoom(right, [0.0307, 0.0397, 0.0547, 0.0689]);
  const peak = left.reduce((most, value, at) => Math.max(most, Math.abs(value), Math.abs(right[at] ?? 0)), 0);
  for (const channel of [left, right]) {
    for (let at = 0; at < samples; at += 1) {
      const t = at / rate;
      channel[at] = (channel[at] ?? 0) * (0.72 / peak) * Math.min(1, t / 0.8, (length - t) / 2.2);
    }
  }
  return [left, right];
}

/** A sound as a WAV file: 48 kHz, stereo, 16 bits. */
export function writeWav([left, right]: readonly [left: Float32Array, right: Float32Array]): Buffer {
  const sound = Buffer.alloc(left.length * 4);
  for (let at = 0; at < left.length; at += 1) {
    sound.writeInt16LE(Math.round((left[at] ?? 0) * 32_767), at * 4);
    sound.writeInt16LE(Math.round((right[at] ?? 0) * 32_767), at * 4 + 2);
  }
  return Buffer.concat([header(sound.length), sound]);
}
