import './film.css';
import { filmLayer } from './film-layer.view.ts';
import { filmWords, type WordFiles } from './film-words.view.ts';
import { watchFrames } from './frame-guard.view.ts';
import { isAtFilmEnd, resumeAt, seekWithin, startOf } from './part.ts';
import type { Player } from './player.view.ts';
import { isSilent } from './sound.view.ts';
import { cueStart, restAt, USUAL_FPS, type Part } from './stops.ts';

type FilmState = 'ready' | 'playing' | 'paused' | 'ended' | 'failed';

/** What the film tells: `changed` state or place, a part's end `reached`, or playing `blocked` until someone presses a button in this window. */
export type FilmHears = { changed(): void; reached(): void; blocked(): void };

/** How the film is shown: how fast, with captions, and with what is seen in words. */
export type FilmLook = {
  readonly speed: number;
  readonly captions: boolean;
  readonly described: boolean;
};

/** What the film is short of: captions that cannot be read, sound that does not come. */
export type FilmLacks = { readonly captions: boolean; readonly sound: boolean };

/** The lesson's film on its player. It is seen only while it plays, so no frame of the film ever stands still on the board (M5). */
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

/** What is known of a film once its length is: a file becomes known by it, and has no words and no title before. */
export type KnownFilm = WordFiles & {
  readonly title: string;
  readonly fps: number;
  readonly part: Part | null;
};

/** What the film needs to start: its address from this page, where it was left, and what is known of a film of its length. */
export type FilmStart = {
  readonly src: string;
  readonly left: number;
  readonly know: (length: number) => KnownFilm;
};

/** Starts loading the film onto the player, in a box that lies over the slides. */
export function startFilm(
  player: Player,
  { box, src, left, know }: FilmStart & { readonly box: HTMLElement },
  hears: FilmHears,
): Film {
  const layer = filmLayer(box, player.element);
  const { video } = player;
  const goOn = () => void video.play().catch(() => become('paused'));
  const words = filmWords(box, layer, {
    isPlaying: () => armed,
    wait: () => video.pause(),
    goOn,
    changed: hears.changed,
  });
  const ending = new AbortController();
  let part: Part = { from: 0, to: null };
  let state: FilmState = 'ready';
  let isLoaded = false;
  let armed = false;
  let wanted = left;
  let attempt = 0;
  let speed = 1;
  let fps = USUAL_FPS;
  let armStop = () => {};
  const opening = open();
  opening.catch(() => ending.signal.aborted || become('failed'));

  async function open(): Promise<void> {
    await player.load(src);
    ending.signal.throwIfAborted();
    const known = know(video.duration);
    isLoaded = true;
    fps = known.fps;
    part = known.part ?? part;
    box.setAttribute('aria-label', `Film: ${known.title}`);
    listen(stopTrack(video));
    words.follow(video, known);
    setSpeed(video, speed);
    goTo(resumeAt(part, wanted, { fps, length: video.duration }));
    hears.changed();
  }

  function listen(stops: TextTrack): void {
    const { signal } = ending;
    video.addEventListener('playing', () => armed && become('playing'), { signal });
    video.addEventListener(
      'pause',
      () => state === 'playing' && !words.isSpeaking() && become('paused'),
      { signal },
    );
    video.addEventListener('ratechange', () => armed && armStop(), { signal });
    video.addEventListener('ended', () => reach(), { signal });
    video.addEventListener('error', () => become('failed'), { signal });
    const onTime = () => {
      if (part.to !== null && video.currentTime >= restAt(part.to, fps)) reach();
      if (armed) hears.changed();
    };
    video.addEventListener('timeupdate', onTime, { signal });
    armStop = () =>
      setStop(stops, part.to === null ? null : cueStart(part.to, fps, video.playbackRate), reach);
    signal.addEventListener('abort', () => setStop(stops, null, reach));
    watchFrames(
      video,
      (at) => part.to !== null && at >= cueStart(part.to, fps, video.playbackRate) && reach(),
      signal,
    );
  }

  function become(next: FilmState): void {
    state = next;
    box.hidden = next !== 'playing';
    hears.changed();
  }

  function goTo(at: number): void {
    wanted = at;
    if (isLoaded) video.currentTime = at;
  }

  function reach(): void {
    if (!armed) return;
    halt();
    if (part.to !== null) video.currentTime = restAt(part.to, fps);
    become(part.to === null ? 'ended' : 'paused');
    hears.reached();
  }

  function halt(): void {
    armed = false;
    attempt += 1;
    words.hush();
    video.pause();
  }

  async function play(): Promise<void> {
    const mine = (attempt += 1);
    const isOpen = await opening.then(
      () => true,
      () => false,
    );
    if (!isOpen || mine !== attempt) return;
    if (isAtFilmEnd(video.currentTime, video.duration)) goTo(startOf(part, fps));
    if (video.seeking) {
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    }
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
    at: () => (isLoaded ? video.currentTime : wanted),
    length: () => (isLoaded ? video.duration : null),
    lacks: () => ({ captions: words.isMissing(), sound: isLoaded && isSilent(video) }),
    look(next) {
      speed = next.speed;
      if (isLoaded) setSpeed(video, speed);
      words.look(next);
    },
    enter(next) {
      halt();
      part = next;
      goTo(
        resumeAt(next, isLoaded ? video.currentTime : wanted, {
          fps,
          length: isLoaded ? video.duration : Infinity,
        }),
      );
    },
    play: () => void play(),
    pause() {
      halt();
      if (state === 'playing') become('paused');
    },
    seek: (at) => goTo(seekWithin(part, at, fps)),
    close() {
      halt();
      ending.abort();
      words.close();
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
