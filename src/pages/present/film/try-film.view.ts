import { readCues } from '../../../film/vtt.ts';
import { fetchFile } from '../../../text/site-file.view.ts';

// A file that is there and sound shows its first frames within a second, from a slow stick in a few.
const PATIENCE_MS = 15_000;

/** Plays a moment of the film's own file, without sound and out of sight; `end` lets go of it. */
export function tryFilm(src: string): { readonly plays: Promise<boolean>; end(): void } {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const plays = new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE_MS);
    const say = (does: boolean) => {
      clearTimeout(late);
      resolve(does);
    };
    video.addEventListener(
      'timeupdate',
      () => video.currentTime > 0 && video.videoWidth > 0 && say(true),
    );
    video.addEventListener('error', () => say(false));
    video.src = src;
    void video.play().catch(() => say(false));
  });

  function end(): void {
    video.pause();
    video.removeAttribute('src');
    video.load();
  }

  void plays.then(() => video.pause());
  return { plays, end };
}

/** How many captions a file holds; 0 where there is none. */
export async function countCaptions(address: string | null): Promise<number> {
  const response = address === null ? null : await fetchFile(address).catch(() => null);
  return response?.ok === true ? readCues(await response.text()).length : 0;
}
