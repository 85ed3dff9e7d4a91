import { html, type Html } from '../../text/html.ts';
import { markWords } from '../../text/word-marks.ts';
import { STARTER, type Template } from '../../lesson/templates.ts';
import { agesOf, lengthOf, type LessonCard } from './lesson-card.ts';
import { NO_CAMPAIGN_FILM, writtenFilmLine, type CampaignFilm } from './campaign-film.ts';
import { libraryOpening } from './library-opening.ts';
import { shelveLessons, type Shelf } from './lesson-shelves.ts';

/** All lessons as links in the places that its own script gives them: for a browser in which that does not run. */
export function lessonLinks(
  cards: readonly LessonCard[],
  film: CampaignFilm = NO_CAMPAIGN_FILM,
): Html {
  const { columns, shelves } = shelveLessons(cards, film.isReady);
  const groups = [
    ...columns.map(({ name, series, also }) => ({
      name,
      series: [series, ...also.map((first) => ({ first, next: [] }))],
    })),
    ...shelves,
  ];
  return html`${film.line === null ? '' : writtenFilmLine(film.line)}${groups.map(shelfLinks)}`;
}

function shelfLinks({ name, series }: Shelf): Html {
  const cards = series.flatMap(({ first, next }) => [first, ...next]);
  return html`<section class="subject"><h2>${name}</h2><ul class="lesson-links">${cards.map(lessonLink)}</ul></section>`;
}

function lessonLink(card: LessonCard): Html {
  const { slug, title, stage, opens } = card;
  const facts = [stage === null ? '' : agesOf(stage), lengthOf(card)].filter((one) => one !== '');
  const about = facts.length === 0 ? '' : ` (${facts.join('; ')})`;
  return html`<li>${opens ? html`<a href="lesson/${slug}/">${title}</a>` : title}${about}</li>`;
}

/** What the library is, in its heading and a sentence. */
export function libraryHead(cards: readonly LessonCard[]): Html {
  const { heading, about } = libraryOpening(cards);
  return html`<h1>${heading}</h1><p class="lead">${markWords(about)}</p>`;
}

/** A template where it is offered: at an address, or as data that holds all of it. */
export type OfferedTemplate = Template & { readonly href: string };

/** What a teacher begins a lesson of their own from: the templates that are offered, here and in the editor at `editor`, and the starter plan where the lessons have it. Empty without any. */
export function ownLesson(
  templates: readonly OfferedTemplate[],
  starter: LessonCard | undefined,
  editor: string,
): Html {
  if (templates.length === 0) return html``;
  return html`<section class="own-lesson" aria-labelledby="own-lesson"><h2 id="own-lesson">Writing your own?</h2>
<p><a href="${editor}">Write it in your browser</a>, from any of these templates, and see the board beside your words. Or save a template, change its words in any text editor, and open it there.</p>
<ul class="own-lesson__templates">${templates.map((one) => html`<li><a href="${one.href}" download="${one.name}.md">${one.words}</a></li>`)}</ul>
${starter === undefined ? '' : html`<p>The <a href="lesson/${STARTER}/">starter plan</a> has every part of a lesson once, and says how each is written. It is about safeguarding; “Edit a copy” asks what yours is about.</p>`}</section>`;
}
