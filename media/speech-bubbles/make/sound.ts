import { cards } from './stage.ts';
import { length, messages, type Part } from './story.ts';

const rate = 48_000;

/** A note in semitones from the A of 440 Hz. */
const hertz = (semitones: number) => 440 * 2 ** (semitones / 12);
const [G2, D3, E3, G3, A3, B3, C4, D4, E4, G4, A4, B4, C5, D5, E5, G5, A5, B5] = [-26, -19, -17, -14, -12, -10, -9, -7, -5, -2, 0, 2, 3, 5, 7, 10, 12, 14];

/** The pad: from `from` seconds these notes, this loud. */
const chords: readonly { readonly from: number; readonly notes: readonly number[]; readonly loud: number }[] = [
  { from: 0, notes: [G2, D3, G3, B3], loud: 0.8 },
  { from: 6.5, notes: [G2, E3, G3, B3], loud: 0.75 },
  { from: 11, notes: [C4 - 24, E3, G3, D4], loud: 0.75 },
  { from: 14.5, notes: [D3 - 12, D3, A3, D4], loud: 0.7 },
  { from: 18, notes: [A3 - 24, E3, A3, C4], loud: 0.6 },
  { from: 26, notes: [E3 - 12, E3, B3], loud: 0.5 },
  { from: 30, notes: [A3 - 24, E3, A3], loud: 0.55 },
  { from: 37, notes: [E3 - 12, B3 - 12, E3], loud: 0.55 },
  { from: 43, notes: [E3], loud: 0.4 },
  { from: 44, notes: [E3], loud: 0.45 },
  { from: 55, notes: [E3, B3], loud: 0.42 },
  { from: 65, notes: [E3, B3, D4], loud: 0.38 },
  { from: 67, notes: [C4 - 24, G3, C4, E4], loud: 0.7 },
  { from: 72, notes: [G2, D3, B3, D4], loud: 0.75 },
  { from: 77, notes: [E3 - 12, E3, G3, B3], loud: 0.65 },
  { from: 84.4, notes: [G2, D3, G3, B3], loud: 0.7 },
  { from: 87.6, notes: [C4 - 24, E3, G3, C4], loud: 0.75 },
  { from: 95.4, notes: [A3 - 24, E3, A3, C4], loud: 0.7 },
  { from: 99, notes: [D3 - 12, D3, A3, D4], loud: 0.75 },
  { from: 102.2, notes: [G2, D3, G3, B3], loud: 0.8 },
  { from: 105.4, notes: [C4 - 24, G3, C4, E4], loud: 0.75 },
  { from: 108.6, notes: [D3 - 12, D3, A3, D4], loud: 0.75 },
  { from: 112, notes: [E3 - 12, E3, B3], loud: 0.5 },
  { from: 119, notes: [C4 - 24, E3, G3, C4], loud: 0.65 },
  { from: 127.2, notes: [G2, D3, G3, B3], loud: 0.75 },
  { from: 133, notes: [G2, E3, G3, B3], loud: 0.75 },
  { from: 138, notes: [C4 - 24, E3, G3, D4], loud: 0.8 },
  { from: 141.4, notes: [D3 - 12, D3, A3, D4], loud: 0.75 },
  { from: 143.8, notes: [G2, D3, G3, B3, D4], loud: 0.85 },
];

/** Each part's own notes, one after the other for each of its messages. */
const voices: Readonly<Record<Part, readonly number[]>> = {
  round: [B4, D5, G4, A4],
  square: [E4, G4, D4],
  triangle: [E5, D5, G5],
  arch: [G3, D4, B3],
  hexagon: [A4, B4],
  diamond: [D5],
  dome: [B4],
  oval: [G4],
  flower: [A4],
};

type Note = { readonly at: number; readonly pitch: number; readonly loud: number; readonly pan: number };

function messageNotes(): readonly Note[] {
  const said = new Map<Part, number>();
  return messages
    .filter(({ text, ghost }) => text !== '' && ghost !== true)
    .map(({ by, from, typing, side }) => {
      const count = said.get(by) ?? 0;
      said.set(by, count + 1);
      const own = voices[by];
      // Under pressure the square's notes go down, and never louder.
      const low = by === 'square' && from > 30 && from < 44 ? -7 : 0;
      return { at: from + typing, pitch: (own[count % own.length] ?? G4) + low, loud: by === 'arch' ? 0.9 : 0.75, pan: side === 'left' ? -0.35 : 0.35 };
    });
}

const scale = [G5, E5, D5, B4, A4, G4, E4];

/** A note where a card comes to rest: down the scale as it spreads, up as the cards come back. */
function cardNotes(): readonly Note[] {
  const flights = cards.flatMap(({ moves }) => moves.filter(({ arc }) => arc !== undefined).map(({ to }) => to));
  const spread = flights.filter((to) => to > 50).toSorted((a, b) => a - b);
  const back = cards.slice(-6).map(({ moves }) => moves[1]?.to ?? 0);
  return [
    ...spread.map((at, hop) => ({ at, pitch: (scale[hop % scale.length] ?? G4) - 12, loud: 0.5, pan: -0.4 + hop * 0.15 })),
    ...back.map((at, card) => ({ at, pitch: [G4, A4, B4, D5, E5, G5][card] ?? G4, loud: 0.45, pan: 0.1 })),
  ];
}

const run = (at: number, step: number, pitches: readonly number[], loud: number): readonly Note[] =>
  pitches.map((pitch, place) => ({ at: at + place * step, pitch, loud, pan: -0.4 + (0.8 * place) / pitches.length }));

const notes: readonly Note[] = [
  ...messageNotes(),
  ...cardNotes(),
  ...run(0.45, 0.09, [G4, A4, B4, D5, E5, G5, A5, B5, G5], 0.28),
  ...run(71.4, 0.16, [C5, E5, G5], 0.5),
  ...run(110.4, 0.14, [G4, D5], 0.4),
  ...run(118.2, 0.3, [E4, G4], 0.35),
  ...run(142, 0.14, [G4, A4, B4, D5, E5, G5, A5, B5, D5 + 12], 0.3),
  ...run(143.9, 0.5, [G4, B4, D5], 0.4),
  ...run(145.7, 0.5, [B4, D5, G5], 0.45),
];

const fade = 1.6;

function addPad(left: Float32Array, right: Float32Array): void {
  for (const [at, { from, notes: pitches, loud }] of chords.entries()) {
    const to = chords[at + 1]?.from ?? length;
    const [first, last] = [Math.max(0, Math.floor((from - fade / 2) * rate)), Math.min(left.length, Math.ceil((to + fade / 2) * rate))];
    for (const [voice, pitch] of pitches.entries()) {
      const [hz, level] = [hertz(pitch), (loud * 0.055) / Math.sqrt(pitches.length) / (1 + 0.15 * voice)];
      for (let sample = first; sample < last; sample += 1) {
        const t = sample / rate;
        const shape = Math.min(1, Math.max(0, (t - from + fade / 2) / fade), Math.max(0, (to + fade / 2 - t) / fade));
        const breath = level * shape * shape * (3 - 2 * shape) * (0.82 + 0.18 * Math.sin(0.9 * t + voice * 1.7));
        const body = (detune: number) => Math.sin(2 * Math.PI * hz * detune * t) + 0.3 * Math.sin(4 * Math.PI * hz * detune * t) + 0.08 * Math.sin(6 * Math.PI * hz * t);
        left[sample] = (left[sample] ?? 0) + breath * body(1.0012);
        right[sample] = (right[sample] ?? 0) + breath * body(0.9988);
      }
    }
  }
}

/** A soft plucked note, like a thumb piano. */
function addNote(left: Float32Array, right: Float32Array, { at, pitch, loud, pan }: Note): void {
  const [hz, first] = [hertz(pitch), Math.floor(at * rate)];
  const [toLeft, toRight] = [Math.cos(((pan + 1) * Math.PI) / 4), Math.sin(((pan + 1) * Math.PI) / 4)];
  const last = Math.min(left.length, first + Math.floor(2.2 * rate));
  for (let sample = Math.max(0, first); sample < last; sample += 1) {
    const t = (sample - first) / rate;
    const attack = Math.min(1, t / 0.006);
    const tone = Math.exp(-t * 3.4) * Math.sin(2 * Math.PI * hz * t) + 0.22 * Math.exp(-t * 7) * Math.sin(4 * Math.PI * hz * t) + 0.09 * Math.exp(-t * 22) * Math.sin(2 * Math.PI * hz * 5.4 * t);
    const value = 0.17 * loud * attack * tone;
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

/** The film's sound as a WAV file: 48 kHz, stereo, 16 bits. Made by arithmetic alone, so every run gives the same bytes. */
export function makeSound(): Buffer {
  const samples = Math.round(length * rate);
  const [left, right] = [new Float32Array(samples), new Float32Array(samples)];
  addPad(left, right);
  for (const note of notes) addNote(left, right, note);
  addRoom(left, [0.0297, 0.0411, 0.0531, 0.0713]);
  addRoom(right, [0.0307, 0.0397, 0.0547, 0.0689]);
  const peak = left.reduce((most, value, at) => Math.max(most, Math.abs(value), Math.abs(right[at] ?? 0)), 0);
  const sound = Buffer.alloc(samples * 4);
  for (let at = 0; at < samples; at += 1) {
    const t = at / rate;
    const level = (20_000 / peak) * Math.min(1, t / 0.8, (length - t) / 2.2);
    sound.writeInt16LE(Math.round((left[at] ?? 0) * level), at * 4);
    sound.writeInt16LE(Math.round((right[at] ?? 0) * level), at * 4 + 2);
  }
  return Buffer.concat([header(sound.length), sound]);
}
