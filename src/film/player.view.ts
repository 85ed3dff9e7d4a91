/** The video.js player in its box, its `<video>`, and what ends both. */
export type OpenPlayer = { readonly video: HTMLVideoElement; ready(): Promise<void>; close(): void };

/** Puts a video.js player for the film at an address into a box. `ready` settles with the film's metadata and is refused when the film is missing or cannot be played. */
export async function openPlayer(box: HTMLElement, src: string): Promise<OpenPlayer> {
  window.VIDEOJS_NO_DYNAMIC_STYLE = true;
  const { default: videojs } = await import('video.js/core');
  videojs.log.level('off');
  const video = document.createElement('video');
  video.playsInline = true;
  box.append(video);
  const player = videojs(video, { controls: false, preload: 'auto', children: ['mediaLoader'], html5: { nativeTextTracks: false } });
  const ready = new Promise<void>((resolve, reject) => {
    player.one('loadedmetadata', () => resolve());
    player.one('error', () => reject(new Error('The film cannot be played')));
  });
  player.src({ src, type: 'video/mp4' });
  return { video: player.tech(true).el() as HTMLVideoElement, ready: () => ready, close: () => player.dispose() };
}
