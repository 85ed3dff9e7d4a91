import { fetchFile } from '../text/site-file.view.ts';
import { readCues } from './vtt.ts';

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
  const tech = player.tech(true).el() as HTMLVideoElement;
  if (files.captions !== null) void followCaptions(tech, files.captions, showCaption).catch(() => undefined);
  return { video: tech, ready: () => ready, close: () => player.dispose() };
}

// The captions are drawn by us: video.js draws them smaller than 6% of the height, and cannot keep them off a cover.
// Their cues are made here and not by a `<track>`, which cannot be read in a folder opened by double-click.
async function followCaptions(video: HTMLVideoElement, src: string, showCaption: (text: string) => void): Promise<void> {
  const response = await fetchFile(src);
  if (!response.ok) return;
  const track = video.addTextTrack('captions', 'English', 'en');
  track.mode = 'hidden';
  for (const { start, end, text } of readCues(await response.text(), { between: '\n' })) track.addCue(new VTTCue(start, end, text));
  track.addEventListener('cuechange', () => {
    showCaption((Array.from(track.activeCues ?? []) as VTTCue[]).map(({ text }) => text).join('\n'));
  });
}
