import { shippedOf } from '../../text/my-lesson.ts';
import { markWord } from '../../text/word-marks.ts';
import { isSound } from '../../film/check-film.ts';
import { contentNoteOf } from '../../slides/content-note.ts';
import type { Finding } from '../../film/finding.ts';
import { ownTimes, timesOf } from '../../film/stops.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { counted } from '../../text/counted.ts';
import { listWords } from '../../text/list-words.ts';
import { drawing } from '../../ui/drawing.ts';
import { icon } from '../../ui/icons.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { MediaState, PlanFilm } from './media-state.ts';

/** Which film plays, what it asks of the room, and where it stops; or what happens without it. */
export function filmState(
  lesson: Lesson,
  { film, findings, skipped, leftOut, unconfirmed }: FilmMedia,
): Html | '' {
  const [first] = lesson.films;
  if (first === undefined) return '';
  return html`<section><h3>The film</h3>${film === null ? noFilm(first, skipped) : oneFilm(lesson, film, { first, isFirstHere: skipped.some((one) => one.film === first && one.isHere) })}${film === null ? '' : html`${gaps(leftOut, unconfirmed)}${passedOver(skipped)}`}<p><a href="../../film/?film=${first}">Your film: stops, questions, captions</a></p>${filmCheck(findings)}</section>`;
}

type FilmMedia = Pick<MediaState, 'film' | 'findings' | 'skipped' | 'leftOut' | 'unconfirmed'>;

function gaps(leftOut: readonly string[], missing: readonly string[]): Html {
  const asks = leftOut.map((heading) => `“${heading}”`);
  return html`${leftOut.length === 0 ? '' : html`<p>Left out, since this film has no moment for ${leftOut.length === 1 ? 'it' : 'them'}: ${listWords(asks)}, with the notes. ${leftOut.length === 1 ? 'Its time goes' : 'Their time goes'} to the talk before.</p>`}${missing.length === 0 ? '' : html`<p><b>Not confirmed yet.</b> The film’s file doesn’t say ${listWords(missing)}. Watch it first, and say it in “Your film”.</p>`}`;
}

// What is well takes a line; a problem comes with what to do, the ffmpeg line last, for those who
// can run it.
function filmCheck(findings: readonly Finding[]): Html | '' {
  if (findings.length === 0) return '';
  const wrong = findings.filter(({ severity }) => severity !== 'well');
  const rest = findings.filter(({ severity }) => severity === 'well');
  return html`<details class="film-check"${isSound(findings) ? '' : trusted(' open')}><summary>Film check: ${wrong.length === 0 ? 'no problems' : `${wrong.length} to look at`}</summary>
${wrong.length === 0 ? '' : html`<ul class="film-check__wrong">${wrong.map(oneFinding)}</ul>`}<ul>${rest.map(({ found }) => html`<li>${found}</li>`)}</ul></details>`;
}

function oneFinding({ found, todo, command }: Finding): Html {
  return html`<li><b>${found}</b> ${todo}${command === null ? '' : html` <code>${command}</code>`}</li>`;
}

function noFilm(first: string, skipped: MediaState['skipped']): Html {
  const here = skipped.filter(({ isHere }) => isHere);
  const why =
    here.length > 0
      ? html`${here.map(({ film, why: what }) => html`The film in <code>media/${film}/</code> cannot be used. ${what}. `)}Put that right`
      : html`No film is here. Put <code>film.mp4</code> into <code>media/${first}/</code>`;
  return html`<p>${why}, or tell the story from the notes: every stop has its own slide.</p>`;
}

// What someone has put there, and why another film plays all the same.
function passedOver(skipped: MediaState['skipped']): Html | '' {
  const here = skipped.filter(({ isHere }) => isHere);
  return here.length === 0
    ? ''
    : html`<p>${here.map(({ film, why }) => html`The film in <code>media/${film}/</code> is not used. ${why}. `)}</p>`;
}

function oneFilm(
  lesson: Lesson,
  film: PlanFilm,
  { first, isFirstHere }: { readonly first: string; readonly isFirstHere: boolean },
): Html {
  const { title, rights, length } = film.manifest;
  const { from, to } = ownTimes(film.manifest, lesson.filmTimes);
  const stops = timesOf(film.manifest, lesson.filmTimes);
  const note = contentNoteOf(film.manifest, {
    ...lesson,
    playsToEnd: lesson.filmTimes.to === null,
  });
  const times = stopsOf(lesson).flatMap((stop) => stops[stop] ?? []);
  return html`<p><b>${title}</b>, ${from !== null || to !== null ? `from ${writeClockTime(from ?? 0)} to ${writeClockTime(to ?? length)}` : writeClockTime(length)}${times.length > 0 ? `, stops at ${listWords(times.map(writeClockTime))}` : ''}.</p>
${film.slug === first || isFirstHere ? '' : html`<p data-said>It plays in place of the film the lesson names first, which is not here. To use ${markWord('your school')}’s own licensed copy, put it into <code>media/${first}/</code> with its times.</p>`}
${note && html`<p>${note}</p>`}
<p><a href="../../print/${lesson.slug}/transcript/">Transcript, with its stops</a></p>${rights && html`<p class="plan-rights">${rights}</p>`}`;
}

/** What the lesson looks like: its film, to be watched in place, over the lesson's own drawing; the drawing alone where no film plays. */
export function planPicture({ slug: own }: Lesson, film: PlanFilm | null): Html {
  const slug = shippedOf(own) ?? own;
  if (film === null) return html`<div class="plan-picture">${drawing(slug)}</div>`;
  const { title, length } = film.manifest;
  return html`<section class="plan-picture plan-picture--film" aria-labelledby="watch">${drawing(slug)}<div>
<h2 id="watch">${title}</h2><p>${lengthWords(length)}</p>
<p><a href="../../print/${own}/transcript/">Read the transcript</a></p>
${film.isElsewhere === true ? html`<p>Its file stays where it is: choose it when you teach. <a href="../../film/?film=${film.slug}">Watch it in “Your film”</a></p>` : html`<button type="button" class="button button--film" data-watch="${JSON.stringify(watchedFilm(film))}">${icon('play')}Watch the film</button>`}</div></section>`;
}

function lengthWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  const words = [
    ...(minutes > 0 ? [counted(minutes, 'minute')] : []),
    ...(rest > 0 ? [minutes > 0 ? String(rest) : counted(rest, 'second')] : []),
  ];
  return `${words.join(' ')}.`;
}

/** The film as the button that plays it carries it. */
export function watchedFilm({ slug, manifest: { title, edition } }: PlanFilm): object {
  const at = (file: string) => `media/${slug}/${file}`;
  return {
    title,
    src: at('film.mp4'),
    captions: at('captions.en.vtt'),
    ...(edition && { edition }),
  };
}

function stopsOf(lesson: Lesson): readonly string[] {
  return slidesOf(lesson).flatMap((slide) => (slide.kind === 'stop' ? [slide.stop] : []));
}
