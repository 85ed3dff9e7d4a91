import { html, type Html } from '../../text/html.ts';
import { sizeInWords } from '../../text/size-in-words.ts';

/** A film of ours that anyone may show, with all that goes with it. */
export type OurFilm = {
  /** Its folder below `media/`. */
  readonly folder: string;
  readonly title: string;
  /** As a clock shows it, `2:52`. */
  readonly length: string;
  readonly bytes: number;
  readonly contentNote: string;
  readonly rights: string;
  readonly files: readonly string[];
  /** What is seen and heard, each with when, `0:48`. */
  readonly words: readonly { readonly at: string; readonly text: string }[];
  readonly licence: string;
};

/** What is in the kit beside the film itself, by its name in the folder of the film; the page’s script reads it from the page. */
export const FILM_TEXTS = ['film-in-words', 'film-licence'] as const;

/** A file of a film and what it is called; others of a film’s folder are for classes. */
const FILM_FILES: Readonly<Record<string, string>> = {
  'film.mp4': 'The film (.mp4)',
  'captions.en.vtt': 'Captions (.vtt)',
  'descriptions.vtt': 'What is seen, in words (.vtt)',
};

/** The part of the supporters’ page about it. */
export function filmPart(film: OurFilm): Html {
  const { folder, title, length, bytes, contentNote, rights, files, words, licence } = film;
  const link = (file: string) =>
    html`<li><a href="../media/${folder}/${file}" download="${folder}-${file}" data-film="${file}">${FILM_FILES[file] ?? file}</a>${file === 'film.mp4' ? html` <span class="kit-help">${sizeInWords(bytes)}</span>` : ''}</li>`;
  return html`<section class="kit-part" id="film" aria-labelledby="film-title"><h2 id="film-title">A film to show</h2>
<p><b>${title}</b>, ${length} minutes, is ours: shapes and messages, and no words are spoken. ${contentNote}</p>
<p>Watch it to the end before you show it. Show it with its captions, and with someone there to talk to afterwards.</p>
<ul class="kit-film">${files.filter((file) => file in FILM_FILES).map(link)}</ul>
<details><summary>The film in words</summary><ol class="kit-film__words" data-text-of="film-in-words">${words.map(({ at, text }) => html`<li><b>${at}</b> ${text}</li>`)}</ol></details>
<details><summary>What you may do with it</summary><div class="kit-text" data-text-of="film-licence">${`${rights}\n\n${licence}`}</div></details></section>`;
}
