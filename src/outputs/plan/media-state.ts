import type { Finding } from '../../film/finding.ts';
import type { Manifest } from '../../film/manifest.ts';
import type { PictureFile } from '../../lesson/picture-file.ts';

/** The film that plays: its folder under `media/` and what its `film.yaml` says. `isElsewhere` where its file is chosen when it is taught. */
export type PlanFilm = {
  readonly slug: string;
  readonly isElsewhere?: boolean;
  readonly manifest: Pick<
    Manifest,
    | 'title'
    | 'rights'
    | 'contentNote'
    | 'length'
    | 'stops'
    | 'edition'
    | 'messages'
    | 'questions'
    | 'people'
    | 'endCalmly'
  >;
};

/** A film's captions or chapters: not there, not to be read, or how many and when the last one ends, in seconds. */
export type Track = 'missing' | 'unreadable' | { readonly cues: number; readonly end: number };

/** What lies in `media/` of what a lesson shows. */
export type MediaState = {
  /** The first film that the lesson names and that plays. */
  readonly film: PlanFilm | null;
  /** Where no film plays: the first whose file can be played and whose stops are not those of the lesson, with the reason. */
  readonly unfit: { readonly film: PlanFilm; readonly why: string } | null;
  /** The films named before it, `unfit` among them, with what keeps each from playing, in words that go after “Cannot play the film: ”. `isHere`: someone has put its film there. */
  readonly skipped: readonly {
    readonly film: string;
    readonly why: string;
    readonly isHere: boolean;
  }[];
  /** The questions of the lesson's stops that the film has not. */
  readonly leftOut: readonly string[];
  /** What no one has confirmed of the film, in words that go after “It doesn’t say”; empty in a subject that asks for nothing. */
  readonly unconfirmed: readonly string[];
  /** What the check found of the first film that someone has put there. */
  readonly findings: readonly Finding[];
  readonly captions: Track;
  readonly chapters: Track;
  readonly pictures: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly file: PictureFile;
  }[];
};

/** The state of a lesson that shows neither film nor picture. */
export const NO_MEDIA: MediaState = {
  film: null,
  unfit: null,
  skipped: [],
  leftOut: [],
  unconfirmed: [],
  findings: [],
  captions: 'missing',
  chapters: 'missing',
  pictures: [],
};
