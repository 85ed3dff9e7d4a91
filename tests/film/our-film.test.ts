import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIGHT_COLUMNS, LIGHT_ROWS, worstFlash } from '../../media/speech-bubbles/make/flashes.ts';
import { channels, luminance, palette } from '../../media/speech-bubbles/make/palette.ts';
import {
  fps,
  length,
  lines,
  messages,
  rows,
  scenes,
  stops,
  type Message,
} from '../../media/speech-bubbles/make/story.ts';
import { told as described } from '../../media/speech-bubbles/make/told.ts';
import {
  writeCaptions,
  writeChapters,
  writeDescriptions,
  writeManifest,
} from '../../media/speech-bubbles/make/words.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const HEIGHT = 720;
const stopTimes = Object.values(stops);
const texts = messages.filter(
  (message): message is Message & { readonly text: string } =>
    message.text !== null && message.text !== '',
);

const inMedia = (name: string) =>
  readFileSync(new URL(`../../media/speech-bubbles/${name}`, import.meta.url), 'utf8');
const sceneAt = (t: number) => scenes.findLast(({ from }) => from <= t);
/** What a class has to read at, in seconds: 0.3 for a word and one more. */
const needs = (text: string) => text.split(' ').length * 0.3 + 1;

/** Until a message is gone: a cut ends it at once, a newer one may push it out of its thread, and else it fades. */
function readableUntil(message: Message): number {
  const newer = messages.filter(
    ({ thread, from }) => thread !== undefined && thread === message.thread && from > message.from,
  );
  const pushed = newer[rows - 1]?.from ?? Infinity;
  return Math.min(
    pushed,
    stopTimes.some((stop) => stop === message.to) ? message.to : message.to - 0.35,
  );
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('Our own film', () => {
  test('is two to three minutes long, and its stops are scenes’ starts with some ten seconds or more between them', () => {
    expect(length).toBeGreaterThanOrEqual(120);
    expect(length).toBeLessThanOrEqual(180);
    expect(Object.keys(stops)).toEqual([
      'before-the-ask',
      'the-pressure',
      'it-spreads',
      'putting-it-right',
    ]);
    expect(stopTimes.filter((stop) => !scenes.some(({ from }) => from === stop))).toEqual([]);
    const edges = [0, ...stopTimes, length];
    expect(edges.slice(1).filter((to, at) => to - (edges[at] ?? 0) < 10)).toEqual([]);
    expect(stopTimes.filter((stop) => !Number.isInteger(stop * fps))).toEqual([]);
  });

  test.each(texts.map((message) => [message.text, message] as const))(
    'leaves time to read “%s”',
    (text, message) => {
      expect(readableUntil(message) - message.from - message.typing).toBeGreaterThanOrEqual(
        needs(text),
      );
    },
  );

  test.each(lines.map((line) => [line.text, line] as const))(
    'leaves time to read the line “%s”',
    (text, { from, to }) => {
      // It comes and goes softly: half of each is not counted.
      expect(to - from - 0.35 - (to === length ? 0 : 0.25)).toBeGreaterThanOrEqual(needs(text));
    },
  );

  test('writes for the back row: every word is 6% of the picture’s height or more, and is above the captions', () => {
    const sizes = [...messages, ...lines].map(({ size }) => size);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(HEIGHT * 0.06);
    expect(
      Math.max(...[...messages, ...lines].map(({ y, size }) => y + size / 2)),
    ).toBeLessThanOrEqual(HEIGHT * 0.84);
  });

  test('lets no message or line run over a stop', () => {
    const over = [...messages, ...lines].filter(({ from, to }) =>
      stopTimes.some((stop) => from < stop && to > stop),
    );
    expect(over).toEqual([]);
  });

  test('has words with contrast to their bubbles and their grounds (WCAG 1.4.3), and no saturated red (2.3.1)', () => {
    const pairs = [
      [palette.teal, palette.card],
      [palette.plum, palette.card],
      [palette.sun, palette.ink],
      [palette.card, palette.ink],
      ...lines.map(({ from }) => [sceneAt(from)?.ground ?? '', palette.ink] as const),
      ...texts
        .filter(({ ghost }) => ghost)
        .map(({ from }) => [sceneAt(from)?.ground ?? '', palette.tealDeep] as const),
    ] as const;
    expect(pairs.filter(([ground, words]) => !(contrast(ground, words) >= 4.5))).toEqual([]);
    const reds = Object.values(palette).filter((colour) => {
      const [r, g, b] = channels(colour);
      return r / (r + g + b) >= 0.8;
    });
    expect(reds).toEqual([]);
  });

  test('describes every scene for who cannot see it, with every message and line word for word, in the film’s order, and between the stops', () => {
    const missing = [...texts, ...lines].filter(({ text, from }) => {
      const at = described.findLastIndex((cue) => cue.from <= from);
      return ![described[at], described[at + 1]].some((cue) => cue?.seen.includes(`“${text}”`));
    });
    expect(missing.map(({ text }) => text)).toEqual([]);
    expect(described.map(({ from }) => from)).toEqual(
      described.map(({ from }) => from).toSorted((a, b) => a - b),
    );
    expect(stopTimes.filter((stop) => !described.some(({ from }) => from === stop))).toEqual([]);
    // Short enough to be read on the film where the computer has no voice.
    expect(described.filter(({ seen }) => seen.length > 160)).toEqual([]);
  });

  test('says nothing that a lesson may not say', () => {
    const all = [
      ...texts.map(({ text }) => text),
      ...lines.map(({ text }) => text),
      ...described.map(({ seen }) => seen),
      ...scenes.map(({ name }) => name),
    ];
    // The ask itself is what the film is about; of everything else the checks find nothing to say.
    const ask = /“?send me a pic\?”?/g;
    const source = `---\ntitle: A film in words\n---\n\n## The film (5 min)\n\n### What it says\n\n${all.map((text) => `- ${text.replace(ask, 'the ask')}`).join('\n')}\n`;
    const { lesson } = readLesson('a-film', source);
    const first = source.split('\n').findIndex((line) => line.startsWith('- '));
    const found = checkLesson(lesson, source, { today: '2026-11-25' }).filter(
      ({ line, severity }) => line > first && severity !== 'info',
    );
    expect(found).toEqual([]);
  });

  test('has the words beside it that its script writes', () => {
    expect(inMedia('film.yaml')).toBe(writeManifest());
    expect(inMedia('captions.en.vtt')).toBe(writeCaptions());
    expect(inMedia('chapters.vtt')).toBe(writeChapters());
    expect(inMedia('descriptions.vtt')).toBe(writeDescriptions());
  });
});

/** A second of frames, all of one grey, but a part of each that is as light as `light` says. */
function second(part: number, light: (frame: number) => number): readonly Uint8Array[] {
  return Array.from({ length: 25 }, (_, frame) => {
    const bytes = new Uint8Array(LIGHT_COLUMNS * LIGHT_ROWS * 4).fill(128);
    return bytes.fill(light(frame), 0, Math.floor(LIGHT_COLUMNS * LIGHT_ROWS * part) * 4);
  });
}

describe('The search for flashes', () => {
  test('finds a ground that flashes, and how often', () => {
    expect(
      worstFlash(
        second(1, (frame) => (Math.floor(frame / 3) % 2 === 0 ? 20 : 230)),
        25,
      ).flashes,
    ).toBe(4);
    expect(
      worstFlash(
        second(1, (frame) => (frame === 12 ? 230 : 20)),
        25,
      ),
    ).toMatchObject({ flashes: 1 });
  });

  test('finds none in one slow change, in a change too small to count, and in a spot', () => {
    expect(
      worstFlash(
        second(1, (frame) => frame * 10),
        25,
      ).flashes,
    ).toBe(0);
    expect(
      worstFlash(
        second(1, (frame) => (frame % 2 === 0 ? 128 : 140)),
        25,
      ).flashes,
    ).toBe(0);
    expect(
      worstFlash(
        second(0.02, (frame) => (frame % 2 === 0 ? 20 : 230)),
        25,
      ).flashes,
    ).toBe(0);
    expect(
      worstFlash(
        second(0.05, (frame) => (frame % 2 === 0 ? 20 : 230)),
        25,
      ).flashes,
    ).toBeGreaterThan(3);
  });
});
