import { draw } from '../../document/to-html.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { fillFields } from '../handouts/handout-fields.ts';
import { viewOf } from '../handouts/handout-view.ts';
import type { Handout } from '../handouts/handout.ts';
import type { Piece } from '../handouts/piece.ts';
import { lessonAnchor } from '../handouts/letter-page.ts';
import { helpNow } from '../comebacks/help-now.ts';
import { agesOf, type LessonCard } from '../library/lesson-card.ts';
import { homeContacts, type HomeContacts } from './home-contacts.ts';
import { tonight } from './tonight.ts';
import { watchFilm, type FilmToWatch } from './watch-film.ts';
import { wayOut } from './way-out.ts';
import { beforeParts, idOf, partsOf, type PagePart } from '../handouts/page-parts.ts';

/** The part that comes first, for a parent who is worried tonight, and who helps, which stands beside it. */
const FIRST = 'if-something-has-happened';
const WHO = 'who-can-help-you';

/** What a link to a lesson’s page is made of. */
type LessonToLink = Pick<LessonCard, 'slug' | 'title' | 'stage'>;

/** What the screen has and paper has not: the lessons’ own pages, and a film of ours; null where it is not here. */
type OnScreen = {
  readonly lessons?: readonly LessonToLink[];
  readonly film?: FilmToWatch | null;
};

/** The part that says what children are taught, where each lesson’s page is linked. */
const TAUGHT = 'what-they-are-taught';

/** What parents and carers read at home: the pieces of the handout `parents`, which is the same on paper; null where a home has none. */
export function parentsPage(
  handout: Handout | null,
  on: HomeContacts,
  { lessons = [], film = null }: OnScreen = {},
): Slots {
  if (handout === null) return { title: 'For parents and carers', main: String(nothingYet(on)) };
  const { title, pieces, slug } = handout;
  const parts = partsOf(pieces);
  const isIn = (ids: readonly string[]) => (part: PagePart) => ids.includes(idOfPart(part));
  const first = parts.find(isIn([FIRST]));
  const who = parts.find(isIn([WHO]));
  const rest = parts.filter((part) => !isIn([FIRST, WHO])(part));
  const made = html`<h1>${filled(title)}</h1>${helpNow('adults', on)}
<div class="tonight">${first === undefined ? '' : tonightPart(first, on)}${who === undefined ? '' : onePart(who, on)}</div>
<div class="parents__rest">${jumps(rest)}${beforeParts(pieces).map((piece) => onePiece(piece, on))}${rest.map((part) => onePart(part, on, idOfPart(part) === TAUGHT ? html`${film === null ? '' : html`<h3 class="screen-only">The film, to watch</h3>${watchFilm(film, '../')}`}${lessonList(lessons)}` : ''))}</div><div class="parents__take screen-only"><h2>Send it on, or print it</h2><p><a class="button" href="../print/${slug}/">The same on paper</a></p>
<p data-send-on hidden><button type="button" class="button">Share this page</button> <button type="button" class="button">Copy its link</button> <span role="status"></span></p></div>`;
  return {
    title: String(html`${title} · Wholeclass`),
    main: String(made),
    leave: String(wayOut('../')),
  };
}

function filled(words: string): Html | string {
  return fillFields(words, { audience: 'parents', lesson: null });
}

function nothingYet(on: HomeContacts): Html {
  return html`<h1>For parents and carers</h1><p class="lead">It is never the child’s fault, and help is there.</p>${homeContacts('parents', on)}`;
}

function idOfPart({ heading: { words } }: PagePart): string {
  return idOf(words);
}

function jumps(parts: readonly PagePart[]): Html {
  return html`<nav class="parents__jumps" aria-label="On this page"><ul>${parts.map((part) => html`<li><a href="#${idOfPart(part)}">${filled(part.heading.words)}</a></li>`)}</ul></nav>`;
}

function tonightPart({ heading: { words }, inner }: PagePart, on: HomeContacts): Html {
  const whatever = html`${inner.map((piece) => onePiece(piece, on))}`;
  return html`<section class="parents__part tonight__part" id="${FIRST}" aria-labelledby="${FIRST}-title"><h2 id="${FIRST}-title" tabindex="-1">${filled(words)}</h2>${tonight(whatever, on.hidden)}</section>`;
}

function onePart(part: PagePart, on: HomeContacts, more: Html | '' = ''): Html {
  const { words } = part.heading;
  const { inner } = part;
  const id = idOfPart(part);
  return html`<section class="parents__part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${filled(words)}</h2>${inner.map((piece) => onePiece(piece, on))}${more}</section>`;
}

function lessonList(lessons: readonly LessonToLink[]): Html | '' {
  if (lessons.length === 0) return '';
  return html`<div class="screen-only"><h3>Lesson by lesson</h3><ul class="home-links">${lessons.map(({ slug, title, stage }) => html`<li id="${lessonAnchor(slug)}"><a href="./${slug}/">${title}</a>${stage === null ? '' : html` <span class="home-links__ages">${agesOf(stage)}</span>`}</li>`)}</ul></div>`;
}

function onePiece(piece: Piece, on: HomeContacts): Html | '' {
  switch (piece.kind) {
    case 'text':
      return draw(piece.document, viewOf({ of: 'school', audience: 'parents' }, null, on.nation));
    case 'heading':
      return html`<h3>${filled(piece.words)}</h3>`;
    case 'page':
    case 'next':
      return '';
    case 'part':
      return piece.name === 'contacts'
        ? homeContacts('parents', on)
        : html`${piece.inner.map((inner) => onePiece(inner, on))}`;
  }
}
