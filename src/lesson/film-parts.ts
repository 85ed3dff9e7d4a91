import type { SourceLine } from '../document/source-line.ts';
import { readClockTime } from '../text/clock-time.ts';
import { addSlide, becomeOrAdd } from './draft-slides.ts';
import type { Draft, FenceLine } from './draft.ts';

const FILM_HEADING = 'Watch the film';

/** Opens a lesson's film, `::: film`, or a part of it, `::: film 0:45-2:10`. */
export function openFilm(draft: Draft, fence: FenceLine): void {
  const { line, column } = fence;
  if (draft.film !== null) closeFilm(draft, line);
  draft.films += 1;
  if (draft.films > 1) {
    const message = 'Cannot show a second film: a lesson has one “::: film”, with stops in it';
    draft.problems.push({ code: 'second-film', severity: 'error', line, column, message });
  }
  const part = becomeOrAdd(draft, {
    line,
    heading: FILM_HEADING,
    show: { kind: 'film', from: null, to: null },
    ifUsed: false,
  });
  draft.film = { heading: part.heading, line, last: null, part };
  readPart(draft, fence);
}

/** Ends the film that is open: what is left of it plays to its end. */
export function closeFilm(draft: Draft, line: number): void {
  if (draft.film !== null) endPart(draft, draft.film, { stop: null, line });
  draft.film = null;
}

/** Takes a heading as a stop of the film, `Stop the-ask: What is happening?` or `Stop the-ask at 1:20: What is happening?`, or of a story told without one; false for one that is none, with a problem where it was meant as one. */
export function takeStop(draft: Draft, { text, line }: SourceLine): boolean {
  const { film, hasFilm } = draft;
  const tell = (code: string, message: string) => {
    draft.problems.push({ code, severity: 'error', line, column: 1, message });
    return false;
  };
  const [, stop, time, prompt] =
    /^stop[ \t]+([a-z0-9]+(?:-[a-z0-9]+)*)(?:[ \t]+at[ \t]+([\d:.]{1,12}))?[ \t]?:(.*)$/i.exec(
      text,
    ) ?? [];
  if (stop === undefined || prompt === undefined) {
    return film === null
      ? false
      : tell(
          'stop-name',
          `Cannot read “${text.slice(0, 80)}” as a stop: it needs a name and a question, “Stop the-ask: What is happening here?”`,
        );
  }
  if (film === null && (hasFilm || time !== undefined)) {
    return tell(
      'stop-outside-film',
      `Cannot stop the film at “${stop}”: the heading needs to be between “::: film” and its “:::”`,
    );
  }
  if (draft.stops.has(stop)) {
    return tell(
      'duplicate-stop',
      `Cannot stop ${hasFilm ? 'the film ' : ''}twice at “${stop}”: each stop needs a name of its own`,
    );
  }
  if (prompt.trim() === '') {
    tell(
      'empty-stop',
      `Cannot show the stop “${stop}”: it has no words, it needs a question after the “:”`,
    );
  }
  draft.stops.add(stop);
  if (time !== undefined) timeStop(draft, { stop, time, line });
  if (film !== null) {
    endPart(draft, film, { stop, line });
    film.last = stop;
  }
  addSlide(draft, { line, heading: prompt.trim(), show: { kind: 'stop', stop }, ifUsed: false });
  return true;
}

function timeStop(
  { filmTimes: times, problems }: Draft,
  { stop, time, line }: { readonly stop: string; readonly time: string; readonly line: number },
): void {
  const seconds = readClockTime(time);
  const tell = (message: string) =>
    void problems.push({ code: 'film-times', severity: 'error', line, column: 1, message });
  if (seconds === undefined) {
    return tell(
      `Cannot stop the film at “${time}”: the time needs to be written “Stop ${stop} at 1:20: …”`,
    );
  }
  times.line ??= line;
  if (seconds <= times.last || seconds >= (times.to ?? Infinity)) {
    const after = times.to === null ? '' : ', and before the part’s end';
    return tell(
      `Cannot stop the film at ${time}: it needs to come after what plays before it${after}`,
    );
  }
  times.stops.set(stop, seconds);
  times.last = seconds;
}

// `0:45-2:10`, `0:45 to 2:10`, `0:45-` and `-2:10`.
function readPart({ filmTimes: times, problems }: Draft, { words, line, column }: FenceLine): void {
  const written = words.join(' ');
  if (written === '') return;
  const [, start, end] = /^([\d:.]{0,12}) ?(?:[-–—]|to) ?([\d:.]{0,12})$/i.exec(written) ?? [];
  const [from, to] = [
    start === '' ? 0 : readClockTime(start),
    end === '' ? null : readClockTime(end),
  ];
  if (
    from === undefined ||
    to === undefined ||
    (to !== null && to <= from) ||
    (start === '' && end === '')
  ) {
    const message = `Cannot play the part “${written.slice(0, 40)}” of the film: it needs its start and a later end, “::: film 0:45-2:10”`;
    problems.push({ code: 'film-times', severity: 'error', line, column, message });
    return;
  }
  Object.assign(times, { line: times.line ?? line, from, to, last: from });
}

// The part of the film that runs up to this stop, or to the end.
function endPart(
  draft: Draft,
  film: NonNullable<Draft['film']>,
  { stop, line }: { readonly stop: string | null; readonly line: number },
): void {
  if (film.part?.show.kind === 'film') film.part.show.to = stop;
  else {
    addSlide(draft, {
      line,
      heading: film.heading,
      show: { kind: 'film', from: film.last, to: stop },
      ifUsed: false,
    });
  }
  film.part = null;
}
