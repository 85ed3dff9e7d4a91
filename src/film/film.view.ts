import './film.css';
import { filmLayer } from './film-layer.view.ts';
import { filmWords, type WordFiles } from './film-words.view.ts';
import { resumeAt, seekWithin } from './part.ts';
import { openPlayer, type OpenPlayer } from './player.view.ts';
import { isSilent } from './sound.view.ts';
import { cueStart, restAt, type Part } from './stops.ts';

type FilmState = 'ready' | 'playing' | 'paused' | 'ended' | 'failed';

/** What the film tells: `changed` state or place, a part's end `reached`, or playing `blocked` until someone presses a button in this window. */
export type FilmHears = { changed(): void; reached(): void; blocked(): void };

/** How the film is shown: how fast, with captions, and with what is seen in words. */
export type FilmLook = { readonly speed: number; readonly captions: boolean; readonly described: boolean };

/** What the film is short of: captions that cannot be read, sound that does not come. */
export type FilmLacks = { readonly captions: boolean; readonly sound: boolean };

/** The lesson's one player. It is seen only while it plays, so no frame of the film ever stands still on the board (M5). */
export type Film = {
  readonly state: () => FilmState;
  /** Seconds into the film. */
  readonly at: () => number;
  /** Seconds; null until the film has told. */
  readonly length: () => number | null;
  readonly lacks: () => FilmLacks;
  look(look: FilmLook): void;
  /** Makes a part the one to play, from where it was left if that is inside it. */
  enter(part: Part): void;
  play(): void;
  pause(): void;
  seek(at: number): void;
  close(): void;
};

/** What the film needs to start: addresses from this page, its frames a second, and where it was left. `fit` may change the part once the film's length is known. */
export type FilmStart = WordFiles & {
  readonly src: string;
  readonly fps: number;
  readonly title: string;
  readonly left: number;
  readonly fit: (length: number) => Part | null;
};

/** Starts loading the film into a box that lies over the slides. */
export function startFilm(box: HTMLElement, { fps, left, title, fit, ...files }: FilmStart, hears: FilmHears): Film {
  const layer = filmLayer(box, title);
  const goOn = () => void player?.video.play().catch(() => become('paused'));
  const words = filmWords(box, layer, { ...files, isPlaying: () => armed, wait: () => player?.video.pause(), goOn, changed: hears.changed });
  let player: OpenPlayer | null = null;
  let part: Part = { from: 0, to: null };
  let [state, armed, wanted, attempt, speed]: [FilmState, boolean, number, number, number] = ['ready', false, left, 0, 1];
  const loaded = () => (player && player.video.readyState > 0 ? player.video : null);

  let armStop = () => {};
  const opening = open();
  opening.catch(() => become('failed'));

  async function open(): Promise<HTMLVideoElement> {
    player = await openPlayer(layer.screen, files.src);
    const { video } = player;
    listen(video, stopTrack(video));
    words.follow(video);
    await player.ready();
    part = fit(video.duration) ?? part;
    setSpeed(video, speed);
    goTo(wanted);
    return video;
  }

  function listen(video: HTMLVideoElement, stops: TextTrack): void {
    video.addEventListener('playing', () => armed && become('playing'));
    video.addEventListener('pause', () => state === 'playing' && !words.isSpeaking() && become('paused'));
    video.addEventListener('ratechange', () => armed && armStop());
    video.addEventListener('ended', () => reach());
    video.addEventListener('error', () => become('failed'));
    video.addEventListener('timeupdate', () => {
      if (part.to !== null && video.currentTime >= restAt(part.to, fps)) reach();
      if (armed) hears.changed();
    });
    armStop = () => setStop(stops, part.to === null ? null : cueStart(part.to, fps, video.playbackRate), reach);
  }

  function become(next: FilmState): void {
    state = next;
    box.hidden = next !== 'playing';
    hears.changed();
  }

  function goTo(at: number): void {
    wanted = at;
    const video = loaded();
    if (video) video.currentTime = at;
  }

  function reach(): void {
    if (!armed || !player) return;
    halt();
    if (part.to !== null) player.video.currentTime = restAt(part.to, fps);
    become(part.to === null ? 'ended' : 'paused');
    hears.reached();
  }

  function halt(): void {
    armed = false;
    attempt += 1;
    words.hush();
    player?.video.pause();
  }

  async function play(): Promise<void> {
    const mine = (attempt += 1);
    const video = await opening.catch(() => null);
    if (!video || mine !== attempt) return;
    if (video.seeking) await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    if (mine !== attempt) return;
    armed = true;
    armStop();
    await video.play().catch((error: unknown) => {
      if (mine !== attempt) return;
      armed = false;
      if (error instanceof DOMException && error.name === 'NotAllowedError') hears.blocked();
    });
  }

  return {
    state: () => state,
    at: () => loaded()?.currentTime ?? wanted,
    length: () => loaded()?.duration ?? null,
    lacks: () => ({ captions: words.isMissing(), sound: player !== null && isSilent(player.video) }),
    look(next) {
      speed = next.speed;
      if (player) setSpeed(player.video, speed);
      words.look(next);
    },
    enter(next) {
      halt();
      part = next;
      goTo(resumeAt(next, loaded()?.currentTime ?? wanted, fps));
    },
    play: () => void play(),
    pause() {
      halt();
      if (state === 'playing') become('paused');
    },
    seek: (at) => goTo(seekWithin(part, at, fps)),
    close() {
      halt();
      player?.close();
      box.replaceChildren();
      box.hidden = true;
    },
  };
}

function setSpeed(video: HTMLVideoElement, speed: number): void {
  video.defaultPlaybackRate = speed;
  video.playbackRate = speed;
}

function stopTrack(video: HTMLVideoElement): TextTrack {
  const track = video.addTextTrack('metadata');
  track.mode = 'hidden';
  return track;
}

// A native cue is the one thing that comes in time even with another window in front; frames and `timeupdate` do not.
function setStop(track: TextTrack, at: number | null, reached: () => void): void {
  for (const cue of Array.from(track.cues ?? [])) track.removeCue(cue);
  if (at === null) return;
  const cue = new VTTCue(at, at + 3600, '');
  cue.addEventListener('enter', reached);
  track.addCue(cue);
}
