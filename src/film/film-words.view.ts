import type { Edition } from './edition.ts';
import type { FilmLayer } from './film-layer.view.ts';
import { followCues, loadCues } from './load-cues.view.ts';
import type { Cue } from './vtt.ts';
import { openVoice } from './voice.view.ts';

/** The addresses of a film's words from this page, and the edition they are moved to. */
export type WordFiles = {
  readonly captions: string | null;
  /** The captions themselves, of a film that this browser describes. */
  readonly cues?: readonly Cue[] | undefined;
  readonly descriptions: string | null;
  readonly edition: Edition | undefined;
};

/** What the words ask of the film: whether it plays, to wait, and to go on. */
export type WordsAsk = {
  readonly isPlaying: () => boolean;
  wait(): void;
  goOn(): void;
  changed(): void;
};

/** The words on the film. */
export type FilmWords = {
  /** Reads a film’s words, and follows it with them. */
  follow(video: HTMLVideoElement, files: WordFiles): void;
  look(look: { readonly captions: boolean; readonly described: boolean }): void;
  /** True while the film waits for what is read aloud. */
  readonly isSpeaking: () => boolean;
  /** Stops reading aloud; the film does not go on by itself. */
  hush(): void;
  /** True where the captions cannot be read. */
  readonly isMissing: () => boolean;
  /** Lets go of the film. */
  close(): void;
};

/** Prepares captions and descriptions for a film's layer. Described, the film waits, out of sight, while the computer's own voice says what it shows. */
export function filmWords(
  box: HTMLElement,
  { caption, described }: FilmLayer,
  ask: WordsAsk,
): FilmWords {
  const voice = openVoice();
  let film: { readonly video: HTMLVideoElement; readonly files: WordFiles } | null = null;
  let ends: readonly (() => void)[] = [];
  let isClosed = false;
  let isDescribed = false;
  let hasAsked = false;
  let isMissing = false;
  let spoken = 0;
  let isSpeaking = false;

  function follow(video: HTMLVideoElement, files: WordFiles): void {
    film = { video, files };
    readDescriptions();
    const show = (text: string) => void (caption.textContent = text);
    if (files.cues) ends = [...ends, followCues(video, files.cues, show)];
    void read(film, files.captions, show).then((isRead) => {
      isMissing = !isRead;
      if (isMissing) ask.changed();
    });
  }

  // Few films have them and few lessons want them: they are asked for when they are wanted.
  function readDescriptions(): void {
    if (film === null || !isDescribed || hasAsked) return;
    hasAsked = true;
    void read(film, film.files.descriptions, describe);
  }

  async function read(
    { video, files }: NonNullable<typeof film>,
    address: string | null,
    show: (text: string) => void,
  ): Promise<boolean> {
    const cues = address === null ? [] : await loadCues(address, files.edition);
    // Another film may be on the player by now.
    if (isClosed) return true;
    ends = [...ends, followCues(video, cues ?? [], show)];
    return cues !== null;
  }

  function describe(text: string): void {
    described.textContent = text;
    const saying = ask.isPlaying() && isDescribed && text !== '' ? voice.say(text) : null;
    if (!saying) return;
    const mine = (spoken += 1);
    hold(true);
    ask.wait();
    void saying.then(() => {
      if (mine !== spoken) return;
      hold(false);
      ask.goOn();
    });
  }

  function hold(speaking: boolean): void {
    isSpeaking = speaking;
    box.classList.toggle('film--told', speaking);
  }

  function hush(): void {
    spoken += 1;
    hold(false);
    voice.hush();
  }

  function look(next: { readonly captions: boolean; readonly described: boolean }): void {
    isDescribed = next.described;
    box.classList.toggle('film--uncaptioned', !next.captions);
    box.classList.toggle('film--described', next.described);
    readDescriptions();
    if (next.described || !isSpeaking) return;
    hush();
    ask.goOn();
  }

  function close(): void {
    isClosed = true;
    hush();
    for (const end of ends) end();
  }

  return { follow, look, isSpeaking: () => isSpeaking, hush, isMissing: () => isMissing, close };
}
