import type { Manifest } from '../film/manifest.ts';
import { timesOf } from '../film/stops.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { icon } from '../look/icons.ts';
import { writeClockTime } from '../text/clock-time.ts';
import { html, type Html } from '../text/html.ts';
import type { Problem } from '../text/problem.ts';

/** The film that plays: its folder under `media/` and what its `film.yaml` says. */
export type PlanFilm = { readonly slug: string; readonly manifest: Pick<Manifest, 'title' | 'rights' | 'contentNote' | 'length' | 'stops'> };

/** What the check of the lesson found, in plain words with line numbers, errors first. */
export function report(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html`<p class="plan-checked">${icon('check')}Checked: nothing to put right.</p>`;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const advice = problems.filter(({ severity }) => severity === 'warning');
  const overruled = problems.filter(({ severity }) => severity === 'info');
  if (errors.length + advice.length === 0) {
    return html`<section class="plan-report" aria-labelledby="report"><h2 id="report">Checked</h2>${standing(overruled)}</section>`;
  }
  return html`<section class="advice plan-report" aria-labelledby="report">
<h2 id="report">${errors.length > 0 ? 'To put right before you teach' : 'Worth a look before you teach'}</h2>
${errors.length > 0 ? html`<ol>${errors.map(line)}</ol>` : ''}
${errors.length > 0 && advice.length > 0 ? html`<h3>Advice</h3>` : ''}${advice.length > 0 ? html`<ol>${advice.map(line)}</ol>` : ''}${standing(overruled)}
</section>`;
}

function standing(overruled: readonly Problem[]): Html | '' {
  return overruled.length === 0 ? '' : html`<h3>Stands, for a reason</h3><ol>${overruled.map(line)}</ol>`;
}

function line(problem: Problem): Html {
  return html`<li><b>Line ${problem.line}</b> ${asWritten(problem.message)}</li>`;
}

// What stands in braces is shown as it is written, and no character’s name is put there.
function asWritten(message: string): Html {
  return html`${message.split(/(\{[^{}]*\})/).map((words, at) => (at % 2 === 0 ? words : html`<code>${words}</code>`))}`;
}

/** The stops that the lesson names and the film does not time: with any of them it cannot play. */
export function untimedStops(lesson: Lesson, { manifest }: PlanFilm): readonly string[] {
  const times = timesOf(manifest, lesson.filmTimes);
  return stopsOf(lesson).filter((stop) => times[stop] === undefined);
}

/** Which film plays, what it asks of the room, and where it stops; or what happens without it. */
export function filmState(lesson: Lesson, film: PlanFilm | null): Html | '' {
  const [first] = lesson.films;
  if (first === undefined) return '';
  return html`<section><h2>The film</h2>${film === null ? noFilm(first) : oneFilm(lesson, film, first)}</section>`;
}

function noFilm(first: string): Html {
  return html`<p>No film is here. Put <code>film.mp4</code> into <code>media/${first}/</code>, or tell the story from the notes: every stop has its own slide.</p>`;
}

function oneFilm(lesson: Lesson, film: PlanFilm, first: string): Html {
  const { title, rights, contentNote, length } = film.manifest;
  const { from, to } = lesson.filmTimes;
  const stops = timesOf(film.manifest, lesson.filmTimes);
  const note = lesson.contentNote || contentNote;
  const missing = untimedStops(lesson, film).map((stop) => `“${stop}”`);
  if (missing.length > 0) {
    return html`<p><b>${title}</b> is here but does not play: its <code>film.yaml</code> gives no time for ${missing.join(' and ')}. Add the time, or tell the story from the notes.</p>`;
  }
  const times = stopsOf(lesson).flatMap((stop) => stops[stop] ?? []);
  return html`<p><b>${title}</b>, ${from !== null || to !== null ? `from ${writeClockTime(from ?? 0)} to ${writeClockTime(to ?? length)}` : writeClockTime(length)}${times.length > 0 ? `, stops at ${times.map(writeClockTime).join(' and ')}` : ''}.</p>
${film.slug === first ? '' : html`<p>It plays in place of the film the lesson names first, which is not here. To use your school’s own licensed copy, put it into <code>media/${first}/</code> with its times.</p>`}
${note && html`<p>${note}</p>`}<p><a href="../../print/${lesson.slug}/transcript/">The film in words, with its stops</a></p>${rights && html`<p class="plan-rights">${rights}</p>`}`;
}

function stopsOf(lesson: Lesson): readonly string[] {
  return slidesOf(lesson).flatMap((slide) => (slide.kind === 'stop' ? [slide.stop] : []));
}
