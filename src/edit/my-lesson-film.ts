import { unconfirmed } from '../film/confirmations.ts';
import type { FilmThere } from '../film/film-protocol.ts';
import { readManifest } from '../film/manifest.ts';
import { readCues } from '../film/vtt.ts';
import { isTimedBy, stopsLeftOut, whyUnfit } from '../lesson/fit-film.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { FilmPages, SpokenFilm } from '../outputs/board/film-pages.ts';
import type { PresentFilm } from '../outputs/board/make-deck.ts';
import { NO_MEDIA, type MediaState } from '../outputs/plan/media-state.ts';
import { needsApproval } from '../subjects/pack.ts';
import { listWords } from '../text/list-words.ts';

/** The film of a lesson of one’s own, and what the presenter and the lesson’s page say of it. */
export type MyFilm = {
  /** The one that the lesson is about: it plays, or its file is chosen when the lesson is taught. */
  readonly film: PresentFilm | null;
  /** The same for its slides: the one that plays, and the one that would if its file were there. */
  readonly deck: { readonly film: PresentFilm | null; readonly awaited: PresentFilm | null };
  /** The print of its film.mp4; null where there is none. */
  readonly file: string | null;
  readonly pages: FilmPages;
  /** What is said in it; null without one. */
  readonly words: SpokenFilm | null;
  readonly media: MediaState;
};

/** Finds the film of a lesson among those that it names and that something is said of. */
export function myFilm(lesson: Lesson, films: readonly FilmThere[]): MyFilm {
  const skipped: MediaState['skipped'][number][] = [];
  let awaited: Opened | null = null;
  for (const slug of lesson.films) {
    const opened = open(lesson, films.find(({ film }) => film === slug) ?? null);
    if ('why' in opened) skipped.push({ film: slug, ...opened });
    else if (opened.hasFile || opened.isOwn) return foundFilm(lesson, { film: opened, skipped });
    else {
      awaited ??= opened;
      skipped.push({ film: slug, why: 'Its film.mp4 is not here', isHere: false });
    }
  }
  return {
    film: null,
    deck: { film: null, awaited: awaited && awaited.film },
    file: null,
    pages: { media: null, awaited: awaited && awaited.words, told: [] },
    words: null,
    media: { ...NO_MEDIA, skipped },
  };
}

type Opened = {
  readonly film: PresentFilm;
  readonly words: SpokenFilm;
  readonly hasFile: boolean;
  /** The print of that file. */
  readonly file: string | null;
  /** True where someone described it in this browser. */
  readonly isOwn: boolean;
};
type Unfit = { readonly why: string; readonly isHere: boolean };

function open(lesson: Lesson, there: FilmThere | null): Opened | Unfit {
  if (there === null) return { why: 'Nothing is said of it here', isHere: false };
  const { film: slug, yaml, captions, hasFile, version } = there;
  const isOwn = version !== null;
  const { manifest } = readManifest(yaml, { isTimed: isTimedBy(lesson) });
  if (manifest === null) return { why: 'Its times are not known', isHere: hasFile };
  const why = whyUnfit(lesson, manifest);
  if (why !== null) return { why, isHere: hasFile };
  // What no one has confirmed is not offered to a class (TEACHING 0.4); what the site itself plays is named on the lesson’s page.
  const missing = isOwn && needsApproval(lesson.subject) ? unconfirmed(manifest, there.file) : [];
  if (missing.length > 0) return { why: `It doesn’t say ${listWords(missing)}`, isHere: true };
  const cues = readCues(captions ?? '', { edition: manifest.edition });
  const words = { captions: cues, descriptions: [] };
  const file = hasFile ? there.file : null;
  return { film: { slug, manifest }, words, hasFile, file, isOwn };
}

type Found = { readonly film: Opened; readonly skipped: MediaState['skipped'] };

function foundFilm(
  lesson: Lesson,
  { film: { film: there, words, hasFile, file }, skipped }: Found,
): MyFilm {
  const { manifest } = there;
  const film = hasFile ? there : { ...there, isElsewhere: true };
  const last = words.captions.at(-1);
  return {
    film,
    deck: hasFile ? { film, awaited: null } : { film: null, awaited: film },
    file,
    pages: {
      media: hasFile ? words : null,
      awaited: hasFile ? null : words,
      told: [],
    },
    words,
    media: {
      ...NO_MEDIA,
      film,
      skipped,
      leftOut: stopsLeftOut(lesson, manifest).map(({ heading }) => heading),
      unconfirmed: needsApproval(lesson.subject) ? unconfirmed(manifest, file) : [],
      captions: last === undefined ? 'missing' : { cues: words.captions.length, end: last.end },
    },
  };
}
