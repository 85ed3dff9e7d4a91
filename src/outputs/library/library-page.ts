import { html, type Html } from '../../text/html.ts';
import type { Template } from '../../lesson/templates.ts';
import { agesOf, lengthOf, STARTER, type LessonCard } from './lesson-card.ts';
import { groupLessons, type LessonGroup } from './lesson-groups.ts';

/** The lessons by subject as links, for a browser in which the library's own script does not run. */
export function lessonLinks(cards: readonly LessonCard[]): Html {
  return html`${groupLessons(cards).map(groupLinks)}`;
}

function groupLinks({ name, cards }: LessonGroup): Html {
  return html`<section class="subject"><h2>${name}</h2><ul class="lesson-links">${cards.map(lessonLink)}</ul></section>`;
}

function lessonLink(card: LessonCard): Html {
  const { slug, title, stage, opens } = card;
  const facts = [stage === null ? '' : agesOf(stage), lengthOf(card)].filter((one) => one !== '');
  const about = facts.length === 0 ? '' : ` (${facts.join('; ')})`;
  return html`<li>${opens ? html`<a href="lesson/${slug}/">${title}</a>` : title}${about}</li>`;
}

/** A template where it is offered: at an address, or as data that holds all of it. */
export type OfferedTemplate = Template & { readonly href: string };

/** What a teacher begins a lesson of their own from: the templates that are offered, and the starter plan where the lessons have it. Empty without any. */
export function ownLesson(
  templates: readonly OfferedTemplate[],
  starter: LessonCard | undefined,
): Html {
  if (templates.length === 0) return html``;
  return html`<section class="own-lesson" aria-labelledby="own-lesson"><h2 id="own-lesson">Writing your own?</h2>
<p>Start from a template. Save it, change its words in any text editor, and put it in your folder of lessons. You have no such folder? Send it to the person who looks after Wholeclass where you teach.</p>
<ul class="own-lesson__templates">${templates.map((one) => html`<li><a href="${one.href}" download="${one.name}.md">${one.words}</a></li>`)}</ul>
${starter === undefined ? '' : html`<p>The <a href="lesson/${STARTER}/">starter plan</a> has every part of a lesson once, and says how each is written.</p>`}</section>`;
}
