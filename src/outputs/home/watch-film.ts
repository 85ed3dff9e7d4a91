import { html, type Html } from '../../text/html.ts';

/** A film of ours that anyone may watch: its folder below `media/`, what it is called, how long it is as a clock shows it, and what is in it. */
export type FilmToWatch = {
  readonly folder: string;
  readonly title: string;
  readonly length: string;
  readonly contentNote: string;
};

/** A film to watch at home, with its captions; nothing of it is fetched before it is played, and no frame of it stands before (M5). `root` leads to the site’s root. */
export function watchFilm({ folder, title, length, contentNote }: FilmToWatch, root: string): Html {
  const file = (name: string) => `${root}media/${folder}/${name}`;
  return html`<figure class="home-film screen-only"><figcaption><b>${title}</b>, ${length} minutes, with captions. ${contentNote}</figcaption>
<video controls playsinline preload="none" width="1280" height="720" aria-label="The film “${title}”"><source src="${file('film.mp4')}" type="video/mp4" /><track kind="captions" src="${file('captions.en.vtt')}" srclang="en" label="English" default /></video></figure>`;
}
