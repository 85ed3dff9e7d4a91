import { contentNoteOf } from '../../slides/content-note.ts';
import type { Manifest } from '../../film/manifest.ts';
import { ownTimes, timesOf } from '../../film/stops.ts';
import type { Cue as FilmCue } from '../../film/vtt.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { groupBy } from '../../text/group-by.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { footData, lessonEdition, sheetTitle } from './edition.ts';
import { helpOf } from './help-section.ts';
import { printBar } from './print-bar.ts';

type Cue = Pick<FilmCue, 'start' | 'text'>;

/** The film that plays, with what is heard in it and what is seen. */
export type WordedFilm = {
  readonly manifest: Pick<
    Manifest,
    'title' | 'contentNote' | 'length' | 'stops' | 'edition' | 'messages'
  >;
  readonly captions: readonly Cue[];
  readonly descriptions: readonly Cue[];
};

/** The lesson's film in words, with its stops where they are: for who reads it rather than watches it; `null` where no film plays. No sheet that a pupil takes along ends on the film: this one ends on help, where its subject has any. */
export function transcriptPage(lesson: Lesson, film: WordedFilm | null): Slots {
  const main = html`${printBar('The film in words, A4. For {pupils} who read it rather than watch it, and for you. Its stops are marked.')}
<article class="sheet sheet--work sheet--transcript" data-lesson="${lesson.slug}" data-names="${JSON.stringify(lesson.names)}" ${footData(`The film in words: ${lesson.boardTitle}`, lessonEdition(lesson))}>
<h1 class="sheet__title">The film in words</h1>${film === null ? noFilm() : filmInWords(lesson, film)}${helpOf(lesson)}</article>`;
  return { title: sheetTitle('The film in words', lesson), main: drawNamed(main, lesson.names) };
}

function noFilm(): Html {
  return html`<p class="sheet__note">No film plays in this lesson, so there is nothing to read here.</p>`;
}

/** What is seen and heard in the film, with its stops, each at its time. */
export function filmInWords(lesson: Lesson, film: WordedFilm): Html {
  const { title, length } = film.manifest;
  const playsToEnd = lesson.filmTimes.to === null;
  const lines = linesOf(lesson, film);
  return html`<p class="sheet__note">“${title}”, ${writeClockTime(length)} long. ${contentNoteOf(film.manifest, { ...lesson, playsToEnd })}</p>
${lines.length === 0 ? html`<p>The film has neither captions nor descriptions yet.</p>` : html`<ol class="transcript">${lines.map(({ made }) => made)}</ol>`}`;
}

type Line = { readonly start: number; readonly made: Html };

// What is seen at a moment comes before what is heard, and a stop before both: the film has not shown them yet.
function linesOf(lesson: Lesson, { manifest, captions, descriptions }: WordedFilm): Line[] {
  const { from, to } = ownTimes(manifest, lesson.filmTimes);
  const times = timesOf(manifest, lesson.filmTimes);
  const stops = slidesOf(lesson).flatMap((slide): readonly Line[] => {
    const start = slide.kind === 'stop' ? times[slide.stop] : undefined;
    if (slide.kind !== 'stop' || start === undefined) return [];
    const made = html`<li class="transcript__stop"><b>Stop ${slide.n} of ${slide.of}, ${writeClockTime(start)}</b> ${slide.heading}</li>`;
    return [{ start, made }];
  });
  // What is seen and heard at one moment is one line: its time stands there once.
  const moments = groupBy([...descriptions, ...captions], ({ start }) => start);
  const spoken = [...moments].map(([start, cues]): Line => ({
    start,
    made: html`<li><b>${writeClockTime(start)}</b> ${cues.map(({ text }) => text).join(' ')}</li>`,
  }));
  return [...stops, ...spoken]
    .filter(({ start }) => start >= (from ?? 0) && start < (to ?? Infinity))
    .toSorted((a, b) => a.start - b.start);
}
