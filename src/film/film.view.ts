import './film.css';
import { openPlayer, type FilmFiles, type OpenPlayer } from './player.view.ts';
import { resumeAt, seekWithin } from './part.ts';
import { cueStart, restAt, type Part } from './stops.ts';

type FilmState = 'ready' | 'playing' | 'paused' | 'ended' | 'failed';

/** What the film tells: `changed` state or place, a part's end `reached`, or playing `blocked` until someone presses a button in this window. */
export type FilmHears = { changed(): void; reached(): void; blocked(): void };

/** The lesson's one player. It is seen only while it plays, so no frame of the film ever stands still on the board (M5). */
export type Film = {
  readonly state: () => FilmState;
  /** Seconds into the film. */
  readonly at: () => number;
  /** Makes a part the one to play, from where it was left if that is inside it. */
  enter(part: Part): void;
  play(): void;
  pause(): void;
  seek(at: number): void;
  close(): void;
};

/** What the film needs to start: its files, its frames a second, and where it was left. */
export type FilmStart = FilmFiles & { readonly fps: number; readonly title: string; readonly left: number };

/** Starts loading the film into a box that lies over the slides. */
export function startFilm(box: HTMLElement, { fps, left, title, ...files }: FilmStart, hears: FilmHears): Film {
  const { screen, caption } = filmLayer(box, title);
  let player: OpenPlayer | null = null;
  let stops: TextTrack | null = null;
  let part: Part = { from: 0, to: null };
  let state: FilmState = 'ready';
  let armed = false;
  let wanted = left;
  let attempt = 0;

  const opening = openPlayer(screen, files, (text) => (caption.textContent = text)).then(async (opened) => {
    player = opened;
    stops = opened.video.addTextTrack('metadata');
    stops.mode = 'hidden';
    listen(opened.video);
    await opened.ready();
    goTo(wanted);
    return opened.video;
  });
  opening.catch(() => become('failed'));

  function listen(video: HTMLVideoElement): void {
    video.addEventListener('playing', () => armed && become('playing'));
    video.addEventListener('pause', () => state === 'playing' && become('paused'));
    video.addEventListener('ratechange', () => armed && armStop(video));
    video.addEventListener('ended', () => reach());
    video.addEventListener('error', () => become('failed'));
    video.addEventListener('timeupdate', () => {
      if (part.to !== null && video.currentTime >= restAt(part.to, fps)) reach();
      if (armed) hears.changed();
    });
  }

  function become(next: FilmState): void {
    state = next;
    box.hidden = next !== 'playing';
    hears.changed();
  }

  function goTo(at: number): void {
    wanted = at;
    if (player && player.video.readyState > 0) player.video.currentTime = at;
  }

  // A native cue is the one thing that comes in time even with another window in front; frames and `timeupdate` do not.
  function armStop(video: HTMLVideoElement): void {
    if (!stops) return;
    for (const cue of Array.from(stops.cues ?? [])) stops.removeCue(cue);
    if (part.to === null) return;
    const cue = new VTTCue(cueStart(part.to, fps, video.playbackRate), part.to + 3600, '');
    cue.addEventListener('enter', () => reach());
    stops.addCue(cue);
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
    player?.video.pause();
  }

  async function play(): Promise<void> {
    const mine = (attempt += 1);
    const video = await opening.catch(() => null);
    if (!video || mine !== attempt) return;
    if (video.seeking) await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    if (mine !== attempt) return;
    armed = true;
    armStop(video);
    await video.play().catch((error: unknown) => {
      if (mine !== attempt) return;
      armed = false;
      if (error instanceof DOMException && error.name === 'NotAllowedError') hears.blocked();
    });
  }

  return {
    state: () => state,
    at: () => (player && player.video.readyState > 0 ? player.video.currentTime : wanted),
    enter(next) {
      halt();
      part = next;
      goTo(resumeAt(next, player && player.video.readyState > 0 ? player.video.currentTime : wanted, fps));
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
    },
  };
}

function filmLayer(box: HTMLElement, title: string): { screen: HTMLElement; caption: HTMLElement } {
  const screen = document.createElement('div');
  const caption = document.createElement('p');
  screen.className = 'film__screen';
  caption.className = 'film__caption';
  box.classList.add('film');
  box.hidden = true;
  box.role = 'region';
  box.ariaLabel = `Film: ${title}`;
  box.replaceChildren(screen, caption);
  return { screen, caption };
}
