import type Player from 'video.js/dist/types/player.js';

/** A film's file and its captions, as addresses from this page. */
export type FilmFiles = { readonly src: string; readonly captions: string | null };

/** The video.js player in its box, its `<video>`, and what ends both. */
export type OpenPlayer = { readonly video: HTMLVideoElement; ready(): Promise<void>; close(): void };

/** Puts a video.js player into a box. `ready` settles with the film's metadata and is refused when the film is missing or cannot be played. */
export async function openPlayer(box: HTMLElement, files: FilmFiles, showCaption: (text: string) => void): Promise<OpenPlayer> {
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
  player.src({ src: files.src, type: 'video/mp4' });
  if (files.captions !== null) followCaptions(player, files.captions, showCaption);
  return { video: player.tech(true).el() as HTMLVideoElement, ready: () => ready, close: () => player.dispose() };
}

// The captions are drawn by us: video.js draws them smaller than 6% of the height, and cannot keep them off a cover.
function followCaptions(player: Player, src: string, showCaption: (text: string) => void): void {
  const { track } = player.addRemoteTextTrack({ kind: 'captions', src, srclang: 'en', label: 'English' }, false) as unknown as { track: TextTrack };
  track.mode = 'hidden';
  track.addEventListener('cuechange', () => {
    const cues = Array.from(track.activeCues ?? []) as VTTCue[];
    showCaption(cues.map(({ text }) => text.replaceAll(/<[^<>]*>/g, '')).join('\n'));
  });
}
