/** What was read from a film's file itself, whatever its name says. Lengths are in seconds, `rate` is in frames a second. */
export type FilmFacts = {
  /** As its format is called: `MP4`, `Matroska`, `WebM`. */
  readonly container: string;
  readonly length: number;
  /** False where the table of contents stands behind the film: the player has to fetch the end first. */
  readonly isFast: boolean;
  /** True where the file ends before the film does, as after a copy that was stopped. */
  readonly isCut: boolean;
  readonly video: FilmPicture | null;
  /** The codec of its sound; null where it has no sound track. */
  readonly sound: string | null;
};

/** The film's picture. `codec` is a short name (`avc`, `hevc`), `profile` the whole one (`avc1.4d401e`); both `unknown` where the file does not tell. */
export type FilmPicture = {
  readonly codec: string;
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  readonly rate: number;
};

/** What there is of a film: facts, or nothing, or a file without a byte in it, or one that is no film that can be read. */
export type FilmFile =
  | { readonly kind: 'film'; readonly facts: FilmFacts }
  | { readonly kind: 'missing' | 'empty' | 'unreadable' };

// Edge, Chrome and Chromium on an ordinary school laptop; HEVC plays on some and not on others.
const PICTURES: readonly string[] = ['avc', 'vp8', 'vp9', 'av1'];
const SOUNDS: readonly string[] = ['aac', 'mp3', 'opus', 'vorbis', 'flac'];

/** True for a picture that every browser of a school draws: 8 bits, and colour at half size (H.264 High 10, 4:2:2 and 4:4:4 are not). */
export function isPictureSafe({ codec, profile }: FilmPicture): boolean {
  return PICTURES.includes(codec) && !/^avc[13]\.(?:6e|7a|f4|2c)/i.test(profile);
}

/** True for sound that every browser of a school plays; Dolby’s is not. */
export function isSoundSafe(codec: string): boolean {
  return SOUNDS.includes(codec);
}

/** True where a browser plays this film, with or without its sound. */
export function canPlay(file: FilmFile): boolean {
  return (
    file.kind === 'film' &&
    file.facts.video !== null &&
    isPictureSafe(file.facts.video) &&
    file.facts.length > 0
  );
}
