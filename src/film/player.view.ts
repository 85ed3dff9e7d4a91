/** The film's one player: its `<video>`, kept for every film that is shown on it. */
export type Player = {
  readonly video: HTMLVideoElement;
  /** What is put into the page. */
  readonly element: HTMLElement;
  /** Loads the film at an address: settles with its metadata, is refused when it is missing or cannot be played. */
  load(src: string): Promise<void>;
  /** To be called within a press: from then on the browser lets this element play with sound, whatever film is on it (WebKit asks for that). */
  unlock(): void;
  close(): void;
};

/** Makes the player at once; video.js comes to it later, and finds the element that a press has unlocked. */
export function makePlayer(): Player {
  const element = document.createElement('div');
  const video = document.createElement('video');
  // So marked, video.js keeps this very element, in every browser.
  element.setAttribute('data-vjs-player', '');
  video.playsInline = true;
  element.append(video);
  let opening = wrap(video);
  let hasFilm = false;
  // A film that cannot be opened is reported where it is loaded.
  opening.catch(() => undefined);

  async function load(src: string): Promise<void> {
    hasFilm = true;
    // What draws it may not have come either, on a network that was away.
    opening = opening.catch(() => wrap(video));
    const player = await opening;
    return new Promise((resolve, reject) => {
      player.one('loadedmetadata', () => resolve());
      player.one('error', () => reject(new Error('The film cannot be played')));
      player.src({ src, type: 'video/mp4' });
    });
  }

  function unlock(): void {
    // Loading again would lose the place in the film; playing and pausing at once draws nothing.
    if (!hasFilm) return video.load();
    void video.play().catch(() => undefined);
    video.pause();
  }

  const close = () =>
    void opening.then(
      (player) => player.dispose(),
      () => undefined,
    );
  return { video, element, load, unlock, close };
}

function wrap(video: HTMLVideoElement) {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  return import('./video-js.view.ts').then(({ videojs }) => {
    videojs.log.level('off');
    return videojs(video, {
      controls: false,
      preload: 'auto',
      children: ['mediaLoader'],
      html5: { nativeTextTracks: false },
    });
  });
}
