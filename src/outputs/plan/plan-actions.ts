import { audienceOf, type Lesson } from '../../lesson/lesson.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { helpCardAddress } from '../handouts/help-card.ts';
import { hasHelpCards } from '../handouts/sheets-of-subject.ts';

/** What to do with a lesson: teach it, which is the largest, rehearse it, and, folded away, its paper and what else there is. */
export function planActions(
  { slug, stage, setting, subject }: Lesson,
  { isSound, hasFilm }: { readonly isSound: boolean; readonly hasFilm: boolean },
): Html {
  return html`<div class="plan-actions">
<a class="button${isSound ? ' button--main' : ''} button--big" href="../../present/${slug}/" data-teach="${slug}">${icon('play')}<span data-words>Teach this lesson</span></a>
<a class="button" href="../../present/${slug}/?rehearse" data-rehearse>${icon('people')}Rehearse it</a>
<div class="plan-more">
${menu('print', 'Paper', [
  link('Worksheet', `print/${slug}/worksheet/`),
  ...(audienceOf({ stage }) === 'pupils' && hasHelpCards({ subject })
    ? [link('Help cards', helpCardAddress(stage, setting))]
    : []),
  link('My notes, slide by slide', `print/${slug}/notes/`),
  ...(hasFilm ? [link('The film in words', `print/${slug}/transcript/`)] : []),
  html`<button type="button" data-print hidden>Print this plan</button>`,
])}${menu('list', 'More', [link('Reading view', `read/${slug}/`), saveFolder(slug)])}</div></div>`;
}

// The reader sees two quiet words; only one of them is open at a time.
function menu(name: IconName, words: string, inside: Html[]): Html {
  return html`<details class="plan-menu" name="plan-menu"><summary class="button">${icon(name)}${words}</summary>
<div class="plan-menu__inside">${inside}</div></details>`;
}

function link(words: string, address: string): Html {
  return html`<a href="../../${address}">${words}</a>`;
}

/** The button that saves a lesson as a folder, shown by `save-folder.view.ts` where there is a program to make it. */
function saveFolder(slug: string): Html {
  return html`<div class="save-folder screen-only" data-save-folder="${slug}" hidden>
<button type="button">Save as folder</button>
<p class="save-folder__told" role="status">For a computer without a network: it opens by double-click.</p></div>`;
}
