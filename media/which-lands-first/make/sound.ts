import { header } from '../../speech-bubbles/make/sound.ts';
import { drops, landsAt, length } from './story.ts';

const rate = 48_000;
const hertz = (semitones: number) => 440 * 2 ** (semitones / 12);

/** The second from which there is no air, and no sound. */
const SILENT = drops[2]?.from ?? length;

/** Slow notes under what is shown, each with when it begins; they stop where a drop is waited for. */
const notes: readonly (readonly [at: number, semitones: number])[] = [
  [0.4, -14], [0.9, -7], [1.4, -2], [2.6, -5], [4, -14], [5.2, -9], [6.4, -7], [7.6, -2],
  [13, -14], [13.4, -7], [13.8, -2], [15.8, -14], [16.8, -9], [17.6, -5],
  [26.2, -14], [26.7, -9], [27.2, -5], [27.7, -2],
];

/** A soft plucked note. */
function pluck(sound: Float32Array, at: number, hz: number): void {
  const first = Math.floor(at * rate);
  for (let sample = first; sample < Math.min(sound.length, first + 2.4 * rate); sample += 1) {
    const t = (sample - first) / rate;
    const tone = Math.exp(-t * 2.6) * Math.sin(2 * Math.PI * hz * t) + 0.2 * Math.exp(-t * 6) * Math.sin(4 * Math.PI * hz * t);
    sound[sample] = (sound[sample] ?? 0) + 0.16 * Math.min(1, t / 0.01) * tone;
  }
}

/** Something lands: a low knock that goes down. */
function thud(sound: Float32Array, at: number, loud: number): void {
  const first = Math.floor(at * rate);
  for (let sample = first; sample < Math.min(sound.length, first + 0.6 * rate); sample += 1) {
    const t = (sample - first) / rate;
    sound[sample] = (sound[sample] ?? 0) + loud * Math.min(1, t / 0.003) * Math.exp(-t * 11) * Math.sin(2 * Math.PI * (62 * t + 3 * (1 - Math.exp(-t * 18))));
  }
}

/** The film's sound as a WAV file. Made by arithmetic alone, so every run gives the same bytes. */
export function makeSound(): Buffer {
  const sound = new Float32Array(Math.round(length * rate));
  for (const [at, semitones] of notes) pluck(sound, at, hertz(semitones));
  for (const drop of drops.filter(({ isMoon }) => !isMoon)) {
    // Two that land in one frame are one thud.
    const landings = new Set(drop.things.map((thing) => (thing === 'feather' ? 0 : landsAt(drop, thing))));
    for (const at of landings) if (at > 0) thud(sound, at, 0.7);
    if (drop.things.includes('feather')) thud(sound, landsAt(drop, 'feather'), 0.03);
  }
  const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const bytes = Buffer.alloc(sound.length * 4);
  for (const [at, value] of sound.entries()) {
    const t = at / rate;
    const level = (20_000 / peak) * Math.min(1, t / 0.5) * Math.min(1, Math.max(0, (SILENT + 1.4 - t) / 1.4));
    for (const side of [0, 2]) bytes.writeInt16LE(Math.round(value * level), at * 4 + side);
  }
  return Buffer.concat([header(bytes.length), bytes]);
}
