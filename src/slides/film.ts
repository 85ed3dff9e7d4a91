import { contentNoteOf } from './content-note.ts';
import { draw } from '../document/to-html.ts';
import { isEmpty, type Document } from '../document/nodes.ts';
import { icon } from '../ui/icons.ts';
import { html } from '../text/html.ts';
import { cares } from '../subjects/pack.ts';
import { isFull } from './is-full.ts';
import { BOARD_VIEW, SHORTEN, type SlideKind } from './slide-kind.ts';

/** The part of the film that a slide plays: from the start or a stop, to the next stop or the end. */
export type FilmPart = { readonly from: string | null; readonly to: string | null };

/** The quiet way out, at the foot of the card. */
export const WAY_OUT = 'You can look away, or step out quietly, at any time.';

/** The height of chip, heading and foot, of 720. */
const AROUND = 334;

/**
 * What the class sees while the film is not playing: a calm card with what is in it and a quiet way out, and never a frame of the film (M4, M5).
 * The content note is the film's own, else the lesson's; what is written here stands in for it where the lesson has none. It stands once, before the film's first part.
 * That it ends with help is promised of a film whose film.yaml says so, and of no other.
 *
 *     ::: film
 *     The story shows one friend putting pressure on another.
 *     :::
 */
export const film: SlideKind<FilmPart> = {
  fence: null,
  icon: 'film',
  label: ({ from }) => (from === null ? 'Film' : 'Film, goes on'),
  words: { from: 'no words', to: 'no words' },
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ from, body }, { film: playing, contentNote, playsToEnd, subject }) {
    const inIt = noteOf(playing, { contentNote, playsToEnd }, body);
    const ending = playing?.endsWithHelp === true && playsToEnd ? 'It ends with help.' : '';
    const note = from === null ? [inIt, ending].filter(Boolean).join(' ') : '';
    const inside = html`${note === '' ? '' : html`<p>${note}</p>`}${draw(body, BOARD_VIEW)}`;
    return html`<p class="slide__chip slide__chip--plum">${icon('film')}<span>${playing?.title ?? 'Film'}<span class="film-rests">, paused</span></span></p>
<h2>${filmHeading(from)}</h2>
<div class="slide__body${isFull(withNote(body, note), AROUND) ? ' slide__body--full' : ''}">${inside}</div>${
      cares(subject, 'way out')
        ? html`
<p class="slide__foot">${WAY_OUT}</p>`
        : ''
    }`;
  },
};

/** What the class reads before a film; nothing beside words on its slide that say it, where the lesson has no note. */
export function noteOf(
  film: { readonly contentNote: string } | null,
  lesson: { readonly contentNote: string; readonly playsToEnd: boolean },
  body: Document,
): string {
  return lesson.contentNote === '' && !isEmpty(body) ? '' : contentNoteOf(film, lesson);
}

// As it stands on the card: the note first.
function withNote(body: Document, note: string): Document {
  if (note === '') return body;
  const span = { line: 1, column: 1 };
  const words = [{ kind: 'text', span, text: note } as const];
  return { ...body, children: [{ kind: 'paragraph', span, children: words }, ...body.children] };
}

/** What the card says: the film starts, or goes on after a stop. */
export function filmHeading(from: string | null): string {
  return from === null ? 'The film starts here' : 'The film goes on from here';
}
