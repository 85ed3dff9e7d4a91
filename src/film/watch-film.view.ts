import * as v from 'valibot';
import { number, readJsonAs, type Fields } from '../text/schema.ts';
import './watch-film.css';
import type { Edition } from './edition.ts';
import { loadCues } from './load-cues.view.ts';

/** A film to be watched before a lesson; its addresses are relative to the site's root. */
export type WatchedFilm = {
  readonly title: string;
  readonly src: string;
  readonly captions: string | null;
  readonly edition?: Edition;
};

const watchedFilm = v.object({
  title: v.string(),
  src: v.string(),
  captions: v.nullable(v.string()),
  edition: v.exactOptional(v.object({ offset: number, stretch: number })),
} satisfies Fields<WatchedFilm>);

/** Plays a film over the page, for staff alone, with its captions and the browser's own controls; `root` leads from the page to the site's root. */
export function watchFilm({ title, src, captions, edition }: WatchedFilm, root: string): void {
  const dialog = document.createElement('dialog');
  const video = document.createElement('video');
  const close = document.createElement('button');
  const heading = document.createElement('h2');
  dialog.className = 'watch-film';
  heading.textContent = title;
  heading.id = 'watch-film-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Close the film';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => (video.pause(), dialog.remove()));
  video.controls = true;
  video.playsInline = true;
  video.src = root + src;
  if (captions !== null) void caption(video, root + captions, edition);
  dialog.append(heading, video, close);
  document.body.append(dialog);
  dialog.showModal();
  void video.play().catch(() => undefined);
}

/** Makes every button of a page, or of a part of it, that carries a film, `data-watch`, play it. */
export function startWatchButtons(root: string, part: ParentNode = document): void {
  for (const button of part.querySelectorAll<HTMLElement>('[data-watch]')) {
    button.addEventListener('click', () => {
      const film = readJsonAs(watchedFilm, button.dataset['watch'] ?? '');
      if (film !== null) watchFilm(film, root);
    });
  }
}

// Cues made here need no `<track>`, which cannot be read in a folder opened by double-click.
async function caption(
  video: HTMLVideoElement,
  address: string,
  edition: Edition | undefined,
): Promise<void> {
  const track = video.addTextTrack('captions', 'English', 'en');
  track.mode = 'showing';
  for (const { start, end, text } of (await loadCues(address, edition)) ?? []) {
    track.addCue(new VTTCue(start, end, text));
  }
}
