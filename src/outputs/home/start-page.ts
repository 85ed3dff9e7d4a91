import { audienceOf } from '../../lesson/lesson.ts';
import { drawing } from '../../ui/drawing.ts';
import { icon } from '../../ui/icons.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { helpCardAddress } from '../handouts/help-card.ts';
import { planBefore } from '../plan/plan-before.ts';
import { agesOf, lengthOf, type LessonCard } from '../library/lesson-card.ts';
import { ownLesson, type OfferedTemplate } from '../library/library-page.ts';

/** Where the folder's other pages lie from its first one, and the templates that it offers. */
export type FolderPlaces = {
  readonly root: string;
  readonly templates: readonly OfferedTemplate[];
  /** An address as it is in that folder; as it is on a site where it is left out. */
  readonly at?: (address: string) => string;
  /** Why no class is taught it from here, though it can be practised; null where one may be. Left out where the page can ask how its approval is. */
  readonly held?: string | null;
};

/** The page that a teacher opens first in a folder: which lesson it is, what to press, what the folder cannot do, and what to begin a lesson of their own from. */
export function startPage(card: LessonCard, places: FolderPlaces): Slots {
  const { root, templates, held, at = (address) => address } = places;
  const to = (address: string) => at(root + address);
  const { slug, title, summary } = card;
  const isHeld = held !== undefined && held !== null;
  const main = html`<div class="start-head"><div>
<p class="start-kind">One lesson, in a folder</p>
<h1>${title}</h1>
${summary && html`<p class="start-summary">${summary}</p>`}
<ul class="facts">${facts(card)}</ul>
<p class="start-actions"><a class="button${isHeld ? '' : ' button--main'} button--big" href="${to(`present/${slug}/`)}" data-teach="${slug}">${icon('play')}<span data-words>Teach this lesson</span></a>
<a class="button button--big" href="${to(`lesson/${slug}/`)}">${icon('book')}Read the plan</a></p>
${held === undefined ? planBefore(card) : heldBack(card, held, to)}
</div><div class="start-picture">${drawing(slug)}</div></div>
<div class="start-columns"><section><h2>What to press</h2><ol class="start-steps">
<li><b>Teach this lesson.</b> Say how many pupils are here and which screen they can see.</li>
<li><b>Start the board</b>, on the big screen. With one screen, a bar of large buttons is all you need.</li>
<li><b>B</b> pauses the board at once.${card.approval === 'none' ? '' : html` <b>H</b> brings up help.`} <b>?</b> shows every key.</li>
</ol></section>
<section><h2>To print</h2><ul class="start-paper">${papers(card).map(([name, address]) => html`<li><a href="${to(address)}">${name}</a></li>`)}</ul></section></div>
<section class="advice start-limits"><h2>What this folder needs</h2>
<p>Edge, Chrome or Chromium on this computer. No network and nothing to install: it works from a shared drive or a stick. If it opened in another browser, close it, press the right mouse button on “Open me”, choose “Open with”, and then Edge.</p>
<p>Pupils answer by hand, or on paper. To answer on school tablets they need a lesson that runs from a server: ask your technician about Wholeclass for Windows, or the address your school uses.</p>
<p>Keep the folder whole. Nothing the class says is shared. It’s gone when the lesson ends. <a href="${to('privacy/')}">Privacy</a></p></section>
${ownLesson(templates, undefined, to('edit/'))}`;
  return { title: `${html`${title}`} · Wholeclass`, main: String(main) };
}

function heldBack(
  { slug }: LessonCard,
  held: string | null,
  to: (address: string) => string,
): Html | '' {
  if (held === null) return '';
  return html`<p class="advice">${held} Until then you can <a href="${to(`present/${slug}/?rehearse`)}">practise it</a> or <a href="${to(`present/${slug}/?preview`)}">preview the slides</a>.</p>`;
}

function facts({ stage, film, ...card }: LessonCard): Html[] {
  const length = lengthOf(card);
  const fact = (name: Parameters<typeof icon>[0], words: string) =>
    html`<li>${icon(name)}${words}</li>`;
  return [
    ...(stage === null ? [] : [fact('people', agesOf(stage))]),
    ...(length === '' ? [] : [fact('clock', length)]),
    ...(film === null
      ? []
      : [
          html`<li data-films="${card.films.map(({ folder }) => folder).join(' ')}"${card.approval === 'none' ? '' : html` data-confirmed`}>${icon('film')}<span>${film.title}</span></li>`,
        ]),
    fact('hand', 'No devices needed'),
  ];
}

function papers({
  slug,
  stage,
  helpTopic,
  film,
  sheets,
}: LessonCard): (readonly [name: string, address: string])[] {
  const has = (id: string) =>
    audienceOf({ stage }) === 'pupils' && (sheets === 'all' || sheets.includes(id));
  return [
    ['Worksheet', `print/${slug}/worksheet/`],
    ...(has('help-card')
      ? [['Help cards', helpCardAddress({ stage, topic: helpTopic })] as const]
      : []),
    ...(film === null ? [] : [['The film in words', `print/${slug}/transcript/`] as const]),
    ['The plan, with your notes', `lesson/${slug}/`],
    ['My notes', `print/${slug}/notes/`],
    ...(has('notice') ? [['Notice before the lesson', `print/${slug}/notice/`] as const] : []),
    ...(has('delivery-note') ? [['Lesson record', `print/${slug}/delivery-note/`] as const] : []),
    ['All handouts, and how many', `print/?lesson=${slug}`],
  ];
}
