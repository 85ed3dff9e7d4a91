import { bubbles, length } from './story.ts';

const rate = 48_000;

/** A chord of the pad: from `from` seconds, these notes in Hz, this loud (0 to 1). */
type Chord = { readonly from: number; readonly notes: readonly number[]; readonly loud: number };

const chords: readonly Chord[] = [
  { from: 0, notes: [196, 293.7, 392], loud: 0.5 },
  { from: 5, notes: [220, 329.6, 440], loud: 0.45 },
  { from: 10, notes: [196, 293.7], loud: 0.35 },
  { from: 15, notes: [146.8, 155.6, 220], loud: 0.4 },
  { from: 22, notes: [130.8], loud: 0.3 },
  { from: 28, notes: [130.8, 196], loud: 0.35 },
  { from: 36, notes: [174.6, 261.6, 349.2], loud: 0.5 },
  { from: 45, notes: [196, 246.9, 392], loud: 0.55 },
  { from: 50, notes: [220, 261.6, 440], loud: 0.5 },
  { from: 55, notes: [196, 246.9, 293.7, 392], loud: 0.5 },
];

const fade = 1.2;

/** How loud a chord is at `t`: it rises and falls over 1.2 s, crossing with its neighbours. */
function chordLoudness(at: number, t: number): number {
  const from = chords[at]?.from ?? 0;
  const to = chords[at + 1]?.from ?? length - 0.4;
  const rise = Math.min(1, Math.max(0, (t - from + fade / 2) / fade));
  const fall = Math.min(1, Math.max(0, (to + fade / 2 - t) / fade));
  return Math.min(rise, fall);
}

function padAt(t: number): number {
  return chords.reduce((sum, chord, at) => {
    const loud = chordLoudness(at, t) * chord.loud;
    if (loud === 0) return sum;
    const breath = 0.85 + 0.15 * Math.sin(2 * Math.PI * 0.16 * t);
    return sum + (loud * breath * chord.notes.reduce((tone, hz) => tone + Math.sin(2 * Math.PI * hz * t) + 0.25 * Math.sin(4 * Math.PI * hz * t), 0)) / chord.notes.length;
  }, 0);
}

/** A soft chime where a message appears, lower while the pressure lasts. */
function chimeAt(t: number): number {
  return bubbles.reduce((sum, { from }) => {
    const since = t - from;
    if (since < 0 || since > 1) return sum;
    const hz = from >= 15 && from < 22 ? 392 : 659.3;
    return sum + Math.min(1, since / 0.012) * Math.exp(-since * 7) * Math.sin(2 * Math.PI * hz * since);
  }, 0);
}

/** The film's sound as a WAV file: 48 kHz, mono, 16 bits. Made by arithmetic alone, so every run gives the same bytes. */
export function makeSound(): Buffer {
  const samples = Math.round(length * rate);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    const t = at / rate;
    const ends = Math.min(1, t / 0.8, (length - t) / 1.5);
    const value = ends * (0.14 * padAt(t) + 0.16 * chimeAt(t));
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_000), 44 + at * 2);
  }
  return wav;
}
