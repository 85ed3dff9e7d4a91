import { readFileSync } from 'node:fs';
import type { ReadLesson } from '../../../src/lesson/lesson.ts';
import { NO_MEDIA, type MediaState } from '../../../src/outputs/plan/media-state.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

/** What lies in `media/` where the first lesson's own film is not there, and ours plays. */
export const ourFilm: MediaState = {
  ...NO_MEDIA,
  film: {
    slug: 'speech-bubbles',
    manifest: { title: 'Speech bubbles', rights: '', contentNote: '', length: 60, stops: {} },
  },
  skipped: [{ film: 'for-the-whole-world-to-see', why: 'there is no film.mp4', isHere: false }],
};

/** The first lesson, as teachers get it. */
export function firstLesson(): ReadLesson {
  const slug = 'for-the-whole-world-to-see';
  return readLesson(
    slug,
    readFileSync(new URL(`../../../lessons/${slug}.md`, import.meta.url), 'utf8'),
  );
}

/** A short lesson with an optional block, a knowledge question, a confidence question and a sentence to finish. */
export function shortLesson(stage = 'KS3'): ReadLesson {
  return readLesson(
    'short',
    `---
title: A short one
subject: safeguarding
on the board: Who <helps>
stage: ${stage}
minutes: 30
nation: England
---
## Start (10 min)
### Welcome
Notes:
Say hello.
::: choice who knowledge
Who can you tell?
- [ ] Nobody
- [x] An adult in school
:::
::: scale sure confidence
How sure are you?
1: Not at all
5: Very
:::
## More (20 min, optional)
### To finish
- I could say …
- Done already.
`,
  );
}
