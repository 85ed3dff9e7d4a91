import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIGHT_COLUMNS, LIGHT_ROWS, worstFlash } from '../../media/speech-bubbles/make/flashes.ts';
import { shareAbove } from '../../media/speech-bubbles/make/energy.ts';
import { poseAt, rowsOf } from '../../media/speech-bubbles/make/motion.js';
import { channels, luminance, palette } from '../../media/speech-bubbles/make/palette.ts';
import { actors } from '../../media/speech-bubbles/make/stage.ts';
import {
  fps,
  length,
  lines,
  messages,
  panel,
  phones,
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
import { readManifest } from '../../src/film/manifest.ts';
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
  const pushed = newer[rowsOf({ phones, rows }, message).seen - 1]?.from ?? Infinity;
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

  test('has begun before its first stop: more than an eighth of it is over, and both have written', () => {
    expect(stops['before-the-ask']).toBeGreaterThan(length / 8);
    const before = texts.filter(({ from }) => from < stops['before-the-ask']);
    expect(before.filter(({ by }) => by === 'round').length).toBeGreaterThanOrEqual(2);
    expect(before.filter(({ by }) => by === 'square').length).toBeGreaterThanOrEqual(2);
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

  test('keeps as many messages of a group as are read at once below its name, on its phone', () => {
    const { seen, apart } = rows.chat;
    expect(panel.newest - (seen - 1) * apart).toBeGreaterThanOrEqual(panel.y + panel.head);
    const inGroups = messages.filter((message) => rowsOf({ phones, rows }, message) === rows.chat);
    expect(inGroups.length).toBeGreaterThan(0);
    expect(inGroups.filter(({ x }) => x < panel.x || x > panel.x + panel.w)).toEqual([]);
  });

  test('lets no message or line run over a stop', () => {
    const over = [...messages, ...lines].filter(({ from, to }) =>
      stopTimes.some((stop) => from < stop && to > stop),
    );
    expect(over).toEqual([]);
  });

  test('has words with contrast to their bubbles and their grounds (WCAG 1.4.3), and no saturated red (2.3.1)', () => {
    const pairs = [
      [palette.tealDeep, palette.card],
      [palette.plumDeep, palette.card],
      ...[palette.sun, palette.card].map((bubble) => [bubble, palette.ink] as const),
      ...[palette.tealTint, palette.plumTint, palette.sunTint].map(
        (bubble) => [bubble, palette.ink] as const,
      ),
      ...[palette.slateTint, palette.roseTint].map((bubble) => [bubble, palette.ink] as const),
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

  test('shows what happens before it is sent: typing that starts and stops, and starts again; and never what is sent', () => {
    const hurry = texts.find(
      ({ text, from }) => text === 'hurry up' && from < stops['the-pressure'],
    );
    const sent = lines.find(({ text }) => text === 'Something private is sent.');
    const dots = messages.filter(
      ({ by, text, from, to }) =>
        by === 'round' && text === '' && from > (hurry?.from ?? 0) && to <= (sent?.from ?? 0),
    );
    expect(dots).toHaveLength(3);
    expect(dots.slice(1).every(({ from }, at) => from - (dots[at]?.to ?? 0) >= 1)).toBe(true);
    expect(messages.filter(({ sealed }) => sealed).map(({ text }) => text)).toEqual([null]);
  });

  test('has someone who laughs at it, goes quiet, and is second to stop it', () => {
    const inGroup = (thread: string) => messages.filter((message) => message.thread === thread);
    const laughs = inGroup('spread').filter(({ text }) => text === 'hahaha');
    expect(laughs.map(({ by }) => by)).toEqual(['diamond']);
    const stopping = inGroup('stop').filter(
      ({ notice, by }) => notice !== true && by !== 'hexagon',
    );
    // Dots that are never sent, before the first who says something and after.
    expect(stopping.map(({ by, text }) => (text === '' ? `${by} types` : by))).toEqual([
      'diamond types',
      'triangle',
      'triangle',
      'diamond types',
      'diamond',
      'diamond',
      'dome',
    ]);
  });

  test('has a first adult without time, and a second who listens, and says the same words to both who tell', () => {
    const wordsOf = (thread: string, by: string) =>
      texts
        .filter((message) => message.thread === thread && message.by === by)
        .map(({ text }) => text);
    expect(wordsOf('busy', 'archway')).toEqual(['Sorry, not now. Can it wait?']);
    const [toRound, toSquare] = [wordsOf('telling', 'arch'), wordsOf('right', 'arch')];
    expect(toSquare.slice(0, 2)).toEqual(['I’m listening.', 'Thank you for telling me.']);
    expect(toRound.slice(0, 2)).toEqual(toSquare.slice(0, 2));
  });

  test('ends with the round shape among friends, with room round it, and without the one who asked', () => {
    const last = actors.map((actor) => ({ part: actor.part, ...poseAt(actor, length) }));
    const seen = last.filter(({ strength, size }) => strength > 0 && size > 0);
    expect(seen.map(({ part }) => part)).not.toContain('square');
    expect(seen.map(({ part }) => part)).toContain('triangle');
    const nearest = seen
      .filter(({ part }) => part === 'round')
      .map((round) =>
        seen
          .filter(({ part }) => part !== 'round')
          .map(({ x, y, size }) => Math.hypot(x - round.x, y - round.y) - size - round.space),
      );
    expect(nearest).toHaveLength(1);
    expect(Math.min(...nearest.flat())).toBeGreaterThan(0);
    expect(lines.at(-1)?.text).toBe('Keep telling until someone helps.');
  });

  test('describes every scene for who cannot see it, with every message and line word for word, in the film’s order, and between the stops', () => {
    const names = phones.map(({ name, from }) => ({ text: name, from }));
    // A name is said the first time it is seen.
    const first = names.filter(
      ({ text }, at) => names.findIndex((one) => one.text === text) === at,
    );
    const missing = [...texts, ...lines, ...first].filter(({ text, from }) => {
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
      ...phones.map(({ name }) => name),
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

  test('gives a stop the messages that its question is about, and leaves out the rest', () => {
    const { manifest } = readManifest(writeManifest());
    const words = (stop: string) => manifest?.messages?.[stop]?.map((message) => message.words);
    expect(words('the-pressure')).toContain('i said no');
    expect(words('it-spreads')).toEqual([
      'look what i got sent',
      'hahaha',
      'it’s in the other chat too',
      'The one who was asked left the group.',
    ]);
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

describe('The share of a sound above a pitch', () => {
  const rate = 48_000;
  const tone = (...pitches: readonly number[]) =>
    Float32Array.from({ length: rate }, (_, at) =>
      pitches.reduce((sum, hz) => sum + Math.sin((2 * Math.PI * hz * at) / rate), 0),
    );

  test('is next to nothing of a low tone, nearly all of a high one, and half of both together', () => {
    expect(shareAbove(tone(150), 400, rate)).toBeLessThan(0.01);
    expect(shareAbove(tone(1200), 400, rate)).toBeGreaterThan(0.99);
    expect(shareAbove(tone(150, 1200), 400, rate)).toBeCloseTo(0.5, 1);
  });

  test('is halved where the pitch is', () => {
    expect(shareAbove(tone(400), 400, rate)).toBeCloseTo(0.5, 2);
  });
});

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
