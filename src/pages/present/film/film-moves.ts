import type { Deck } from '../../../outputs/board/deck.ts';
import type { Cue } from '../../../film/vtt.ts';
import type { FilmSlide } from '../session/moves.ts';

/** A stop of the film: its time in seconds, and the slide the board then shows. */
export type FilmStop = { readonly at: number; readonly slide: string; readonly heading: string };

/** The stops of the film in the lesson's order; none where their times are not known. */
export function stopsOf({ slides }: Deck): readonly FilmStop[] {
  return slides.flatMap((slide, i): readonly FilmStop[] => {
    const next = slides[i + 1];
    if (slide.kind !== 'film' || slide.to === null || next === undefined) return [];
    return [{ at: slide.to, slide: next.id, heading: next.heading }];
  });
}

/** The film slide whose part holds a moment, in seconds; the nearest where none does, null without a film. */
export function partAt({ slides }: Deck, at: number): FilmSlide | null {
  const parts = slides.filter((slide): slide is FilmSlide => slide.kind === 'film');
  return (
    parts.find(({ from, to }) => at >= from && (to === null || at < to)) ??
    parts.findLast(({ from }) => at >= from) ??
    parts[0] ??
    null
  );
}

/** The stop before or behind a slide, as its own slide; null where there is none. */
export function stopBeside({ slides }: Deck, id: string, to: 'next' | 'back'): string | null {
  const at = slides.findIndex((slide) => slide.id === id);
  const stops = slides.map((slide, i) => ({ ...slide, i })).filter(({ kind }) => kind === 'stop');
  return (
    (to === 'next' ? stops.find(({ i }) => i > at) : stops.findLast(({ i }) => i < at))?.id ?? null
  );
}

/** A line of the film in words. */
export type FilmLine = {
  readonly start: number;
  readonly text: string;
  readonly kind: 'said' | 'seen' | 'stop';
};

/** What is said and seen in the film, and where it stops, in the film's order; at one moment a stop comes first, then what is seen. */
export function linesOf(
  words: { readonly captions: readonly Cue[]; readonly descriptions: readonly Cue[] },
  stops: readonly FilmStop[],
): readonly FilmLine[] {
  const made = (cues: readonly Cue[], kind: FilmLine['kind']) =>
    cues.map(({ start, text }): FilmLine => ({ start, text, kind }));
  const halts = stops.map(({ at, heading }): FilmLine => ({
    start: at,
    text: heading,
    kind: 'stop',
  }));
  return [...halts, ...made(words.descriptions, 'seen'), ...made(words.captions, 'said')].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** The number of the line the film is at: the last that has begun; -1 before the first. */
export function lineAt(lines: readonly FilmLine[], at: number): number {
  return lines.findLastIndex(({ start, kind }) => kind !== 'stop' && start <= at);
}
