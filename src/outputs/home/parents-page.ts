import { draw } from '../../document/to-html.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { fillFields } from '../handouts/handout-fields.ts';
import { viewOf } from '../handouts/handout-view.ts';
import type { Handout, Piece } from '../handouts/handout.ts';
import { helpNow } from '../comebacks/help-now.ts';
import { homeContacts, type HomeContacts } from './home-contacts.ts';
import { beforeParts, idOf, partsOf, type PagePart } from '../handouts/page-parts.ts';

/** The heading that comes first for a parent who is worried tonight. */
const FIRST = 'if-something-has-happened';

/** What parents and carers read at home: the pieces of the handout `parents`, which is the same on paper; null where a home has none. */
export function parentsPage(handout: Handout | null, on: HomeContacts): Slots {
  if (handout === null) return { title: 'For parents and carers', main: String(nothingYet(on)) };
  const { title, pieces, slug } = handout;
  const made = html`<h1>${filled(title)}</h1>${beforeParts(pieces).map((piece) => onePiece(piece, on))}${jumps(pieces, on)}
${partsOf(pieces).map((part) => onePart(part, on))}<p class="parents__print screen-only"><a class="button" href="../print/${slug}/">The same on paper</a></p>`;
  return {
    title: String(html`${title} · Wholeclass`),
    main: String(made),
  };
}

function filled(words: string): Html | string {
  return fillFields(words, { audience: 'parents', lesson: null });
}

function nothingYet(on: HomeContacts): Html {
  return html`<h1>For parents and carers</h1><p class="lead">It is never the child’s fault, and help is there.</p>${homeContacts('parents', on)}`;
}

function jumps(pieces: readonly Piece[], on: HomeContacts): Html {
  const links = partsOf(pieces).map(({ heading: { words } }) => ({ words, id: idOf(words) }));
  const isFirst = ({ id }: { readonly id: string }) => id === FIRST;
  return html`${links.filter(isFirst).map(({ id, words }) => html`<p class="parents__first"><a class="button button--main" href="#${id}">${filled(words)}</a></p>`)}
${helpNow('adults', on)}<nav class="parents__jumps" aria-label="On this page"><ul>${links.filter((one) => !isFirst(one)).map(({ id, words }) => html`<li><a href="#${id}">${filled(words)}</a></li>`)}</ul></nav>`;
}

function onePart({ heading: { words }, inner }: PagePart, on: HomeContacts): Html {
  const id = idOf(words);
  return html`<section class="parents__part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${filled(words)}</h2>${inner.map((piece) => onePiece(piece, on))}</section>`;
}

function onePiece(piece: Piece, on: HomeContacts): Html | '' {
  switch (piece.kind) {
    case 'text':
      return draw(piece.document, viewOf({ of: 'school', audience: 'parents' }, null));
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
