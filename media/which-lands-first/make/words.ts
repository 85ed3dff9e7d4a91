import { clockTime, writeTrack } from '../../speech-bubbles/make/words.ts';
import { described, fps, length, scenes, stops } from './story.ts';

/** A frame before the next one begins, so that a player never shows two. */
const untilNext = (list: readonly { readonly from: number }[], at: number) => (list[at + 1]?.from ?? length) - 1 / fps;

/** What is heard. */
export function writeCaptions(): string {
  return writeTrack(scenes.map(({ from, caption }, at) => ({ from, to: Math.min(from + 5, untilNext(scenes, at)), text: caption })));
}

/** The names of the scenes. */
export function writeChapters(): string {
  return writeTrack(scenes.map(({ from, name }, at) => ({ from, to: untilNext(scenes, at), text: name })));
}

/** What is seen, for those who can't see it. */
export function writeDescriptions(): string {
  return writeTrack(described.map(({ from, seen }, at) => ({ from, to: untilNext(described, at), text: seen })));
}

/** The film's film.yaml. */
export function writeManifest(): string {
  const times = Object.entries(stops).map(([name, at]) => `  ${name}: "${clockTime(at)}"`);
  return `# Written by make/make-film.ts from make/story.ts.
title: Which lands first?
rights: Made for this project, under the project's licence. Free to show, copy and change.
content note: Two balls, a feather and a hammer fall, slowed down. Nobody speaks.
spoken words: no
fps: ${fps}
length: "${clockTime(length)}"
stops:
${times.join('\n')}
confirmed:
  watched to the end: maker of the film, 2026-11-30
  no one nude or hurting themselves: maker of the film, 2026-11-30
  we may show it: maker of the film, 2026-11-30
`;
}
