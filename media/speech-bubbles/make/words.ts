import { fps, length, lines, messages, scenes, stops, type Part } from './story.ts';
import { told } from './told.ts';

/** `72.4` as a WebVTT time, `01:12.400`. */
function vttTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
}

/** `72.4` as film.yaml has it, `1:12.4`. */
export function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
}

/** Words of a film, with when they stand. */
export type Cue = { readonly from: number; readonly to: number; readonly text: string };

/** A WebVTT file of these cues. */
export function writeTrack(cues: readonly Cue[]): string {
  return `WEBVTT\n\n${cues.map(({ from, to, text }) => `${vttTime(from)} --> ${vttTime(to)}\n${text}\n`).join('\n')}`;
}

/** A frame before the next one begins, so that a player never shows two. */
const untilNext = (list: readonly { readonly from: number }[], at: number) => (list[at + 1]?.from ?? length) - 1 / fps;

/** What is heard: it stands for four seconds at most, and then the picture has the screen to itself. */
export function writeCaptions(): string {
  return writeTrack(scenes.map(({ from, heard }, at) => ({ from, to: Math.min(from + 4, untilNext(scenes, at)), text: heard })));
}

/** The names of the scenes. */
export function writeChapters(): string {
  return writeTrack(scenes.map(({ from, name }, at) => ({ from, to: untilNext(scenes, at), text: name })));
}

/** What is seen and what the messages say, for who cannot see them. */
export function writeDescriptions(): string {
  return writeTrack(told.map(({ from, seen }, at) => ({ from, to: untilNext(told, at), text: seen })));
}

/** From when on, for each stop, what the class reads again beside its question, in the nine lines that there are; the last stop asks about what comes, and not about words. */
const readAgain = { 'before-the-ask': 13.2, 'the-pressure': 28, 'it-spreads': 69 } as const;

/** What each shape does in the story, as film.yaml has it. */
const roles: Readonly<Record<Part, string>> = {
  square: 'asks',
  round: 'is asked',
  hexagon: 'passes it on',
  dome: 'Others',
  arch: 'helps',
  archway: 'An adult',
  triangle: 'A friend',
  diamond: 'Others',
  oval: 'Others',
  flower: 'Others',
};

/** Of whom the chat itself says something, as a sentence has it. */
const notices: Partial<Readonly<Record<Part, string>>> = { round: 'The one who was asked' };

/** The messages before a stop, with what the film says in plain words between them. */
function messagesBefore(stop: keyof typeof readAgain): readonly string[] {
  const isBefore = ({ from }: { readonly from: number }) => from >= readAgain[stop] && from < stops[stop];
  const written = messages.filter((message) => isBefore(message) && message.text !== null && message.text !== '' && message.ghost !== true && message.aside !== true);
  const shown = written.map(({ from, by, text, notice }) => ({ from, yaml: notice ? `${notices[by]} ${text}.` : `${roles[by]}: ${text}` }));
  const between = lines.filter((line) => line.size < 84 && isBefore(line)).map(({ from, text }) => ({ from, yaml: text }));
  return [...shown, ...between].toSorted((one, other) => one.from - other.from).map(({ yaml }) => `    - ${yaml}`);
}

/** The film's film.yaml. */
export function writeManifest(): string {
  const times = Object.entries(stops).map(([name, at]) => `  ${name}: "${clockTime(at)}"`);
  return `# Written by make/make-film.ts from make/story.ts.
title: Speech Bubbles
rights: Made for this project, under the project's licence. Free to show, copy and change.
content note: Shapes and messages. It is about pressure to send nudes, and passing one on in a group chat. Nothing private is shown. Friends stop it; a first adult has no time, a second one helps.
ends with help: yes
spoken words: no
fps: ${fps}
length: "${clockTime(length)}"
stops:
${times.join('\n')}
messages:
${(['before-the-ask', 'the-pressure', 'it-spreads'] as const).flatMap((name) => [`  ${name}:`, ...messagesBefore(name)]).join('\n')}
confirmed:
  watched to the end: maker of the film, 2026-11-30
  no one nude or hurting themselves: maker of the film, 2026-11-30
  we may show it: maker of the film, 2026-11-30
`;
}
