import { CARRIED, idOfMine, shippedOf } from '../../text/my-lesson.ts';
import { audienceOf, helpTopicOf, type Lesson } from '../../lesson/lesson.ts';
import { slugOf } from '../../text/ids.ts';
import { listWords } from '../../text/list-words.ts';
import { markWords } from '../../text/word-marks.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { recommendedVersion } from '../../lesson/versions.ts';
import { lessonVersions } from './plan-versions.ts';
import { slidesAddress } from '../handouts/slides-a-page.ts';
import { helpCardAddress } from '../handouts/help-card.ts';
import { ownSheetId } from '../handouts/own-sheet-id.ts';
import { hasHelpCards } from '../handouts/sheets-of-subject.ts';

/** The way into a lesson: teach it, which is the largest and says how long, practise it, or look at it. */
export function planActions(lesson: Lesson, isSound: boolean): Html {
  const { slug } = lesson;
  const usual = recommendedVersion(lessonVersions(lesson));
  const length = usual && usual.minutes !== null ? `: ${usual.minutes} min` : '';
  return html`<div class="plan-actions">
<a class="button${isSound ? ' button--main' : ''} button--big" href="../../present/${slug}/" data-teach="${slug}">${icon('screen')}<span><span data-words>Teach this lesson</span><span data-length>${length}</span></span></a>
<a class="button" href="../../present/${slug}/?rehearse" data-rehearse>Practise</a>
<a class="button" href="../../present/${slug}/?preview" data-rehearse>Preview</a></div>`;
}

/** What parents have of a lesson beside its page: where the letter is that is sent home before it, from the site’s root; null for none. */
export type AtHome = { readonly letter: string | null };

type More = {
  readonly hasFilm: boolean;
  /** What parents have of it; null where they have no page of it. */
  readonly atHome: AtHome | null;
  readonly whose: Whose;
};

/** Whether a lesson is one that the program writes, one that came with it, or one that is here alone, where no program is; or one that came with the site and is taught with a film of this browser. */
export type Whose = 'own' | 'shipped' | 'here' | 'shipped, with a film of here';

/** What else there is of a lesson, in three quiet buttons: its paper, a copy to change, and its files. */
export function planMore(lesson: Lesson, { hasFilm, atHome, whose }: More): Html {
  const { slug, stage, setting, subject } = lesson;
  const inside =
    whose === 'here' || whose === 'shipped, with a film of here'
      ? takeMineAway(lesson)
      : [
          ...takeAway(lesson, whose),
          link('Reading view', `read/${slug}/`),
          ...(atHome === null ? [] : pageForParents(slug, atHome)),
          slidePicture(),
          saveFolder(slug),
        ];
  return html`<div class="plan-more screen-only">
${menu('print', 'Print', [
  link('Worksheet', `print/${slug}/worksheet/`),
  ...(audienceOf({ stage }) === 'pupils' && hasHelpCards({ subject })
    ? [link('Help cards', helpCardAddress({ stage, setting, topic: helpTopicOf(lesson) }))]
    : []),
  ...lesson.handouts.map(({ title }, at) => ownLink(title, `print/${slug}/${ownSheetId(at + 1)}/`)),
  link('My notes, slide by slide', `print/${slug}/notes/`),
  ...(hasFilm ? [link('Transcript', `print/${slug}/transcript/`)] : []),
  link('All handouts, and how many', `print/?lesson=${slug}`),
  html`<button type="button" data-print hidden>Print this plan</button>`,
])}${edit(slug, whose)}${menu('save', 'Take away', inside)}</div>`;
}

function edit(slug: string, whose: Whose): Html {
  const lead = (words: string, address: string) =>
    html`<a class="button plan-menu__link" href="../../edit/${address}">${icon('list')}${words}</a>`;
  switch (whose) {
    case 'own':
      return menu('list', 'Edit', [
        link('Edit', `edit/${slug}/`),
        link('Edit a copy', `edit/${slug}/?copy`),
      ]);
    case 'shipped':
      return lead('Edit a copy', `${slug}/?copy`);
    case 'shipped, with a film of here':
      return lead('Edit a copy', `${shippedOf(slug) ?? slug}/?copy`);
    case 'here': {
      const id = idOfMine(slug) ?? '';
      // What lies in a folder of its own stays as it is there.
      return lead(id === CARRIED ? 'Edit a copy' : 'Edit', `?lesson=${id}`);
    }
  }
}

// A folder has no address that could be copied (`share.view.ts`).
function pageForParents(slug: string, { letter }: AtHome): Html[] {
  return [
    link('Page for parents', `parents/${slug}/`),
    html`<button type="button" data-copy-parents="parents/${slug}/" hidden>Page for parents: copy link</button>`,
    ...(letter === null ? [] : [link('Letter home', letter)]),
  ];
}

// What a page without a program makes by itself.
function takeMineAway(lesson: Lesson): Html[] {
  return [
    ...officeLinks(lesson, slugOf(lesson.title) || 'lesson', 'here'),
    officeWords(lesson),
    link('Reading view', `read/${lesson.slug}/`),
    html`<button type="button" data-save-copy>Save a copy</button>`,
    html`<p class="save-folder__told" role="status" data-save-copy-words>One file with its pictures. “Open a lesson” opens it on any computer.</p>`,
    slidePicture(),
    saveFolder(lesson.slug),
  ];
}

// The reader sees two quiet words; only one of them is open at a time.
function menu(name: IconName, words: string, inside: Html[]): Html {
  return html`<details class="plan-menu" name="plan-menu"><summary class="button">${icon(name)}${words}</summary>
<div class="plan-menu__inside">${inside}</div></details>`;
}

// Its author’s title may have words of the catalogue in it.
function ownLink(title: string, address: string): Html {
  return html`<a href="../../${address}">${markWords(title)}</a>`;
}

function link(words: string, address: string): Html {
  return html`<a href="../../${address}">${words}</a>`;
}

function takeAway(lesson: Lesson, whose: More['whose']): Html[] {
  const { slug } = lesson;
  return [
    ...officeLinks(lesson, slug, 'site'),
    html`<a href="./${slug}.md" download="${slug}.md">The lesson’s text, to change anywhere</a>`,
    html`<button type="button" data-copy-link hidden>Copy link</button><button type="button" data-share="${slug}.md" hidden>Share…</button>${whose === 'own' ? html`<button type="button" data-publish="${slug}" hidden></button>` : ''}`,
    officeWords(lesson),
  ];
}

// Files of other programs. Each link is its file as it is; with script its drawings are drawn first, and what lies in no file of the site is made (`take-away.view.ts`).
function officeLinks({ slug }: Lesson, name: string, from: 'site' | 'here'): Html[] {
  return [
    link('Slides on paper, or as PDF', slidesAddress(slug)),
    html`<a href="./slides.pptx" download="${name}.pptx" data-take="${from}">Slides for PowerPoint</a>`,
    html`<a href="./plan.docx" download="${name}.docx" data-take="${from}">Plan for Word</a>`,
  ];
}

function officeWords({ questions, blocks }: Lesson): Html {
  const kinds = new Set(blocks.flatMap(({ slides }) => slides.map(({ kind }) => kind)));
  const lost = [
    ...(questions.length > 0 ? ['no answers to polls'] : []),
    ...(kinds.has('film') ? ['no film'] : []),
    'no steps',
  ];
  return html`<p class="save-folder__told" role="status" data-take-words>You can change all of them. PowerPoint has your notes below each slide. It has ${listWords(lost)}.</p>`;
}

/** A slide as a picture: `pages/lesson/slide-picture.ts` offers the slides of the version that is chosen. */
function slidePicture(): Html {
  return html`<div class="slide-picture screen-only" data-slide-picture>
<div class="slide-picture__choice" hidden><p><label for="slide-picture">Slide</label> <select id="slide-picture"></select></p><button type="button">Save this slide as a picture (PNG)</button></div>
<p class="save-folder__told" role="status">A slide as a picture (PNG) needs JavaScript: allow it for this address, then load the page again.</p></div>`;
}

/** The button that saves a lesson as a folder, shown by `save-folder.view.ts` where there is a program to make it, and by `own/save-folder.ts` where the page can. */
function saveFolder(slug: string): Html {
  return html`<div class="save-folder screen-only" data-save-folder="${slug}" hidden>
<button type="button">Save as folder</button>
<p class="save-folder__told" role="status">For a computer without a network: it opens by double-click.</p></div>`;
}

/** Where a lesson is kept for a room without a network: `pages/lesson/offline-box.ts` fills it in on a site of files, where a browser can do it. */
export function keepOffline({ slug }: Lesson): Html {
  return html`<section class="plan-offline screen-only" data-offline="${slug}" aria-label="Without a network" hidden>
<p class="plan-offline__light" role="status"></p>
<progress max="1" value="0" aria-label="How much of it is here" hidden></progress>
<p class="plan-offline__about"></p>
<p class="plan-offline__ways"><button class="button" type="button" data-main hidden></button><button class="button" type="button" data-other hidden></button></p></section>`;
}
