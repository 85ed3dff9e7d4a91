import { readFileSync } from 'node:fs';
import type { ReadLesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

/** The first lesson, as teachers get it. */
export function firstLesson(): ReadLesson {
  const slug = 'for-the-whole-world-to-see';
  return readLesson(slug, readFileSync(new URL(`../../lessons/${slug}.md`, import.meta.url), 'utf8'));
}

/** A short lesson with an optional block, a knowledge question, a confidence question and a sentence to finish. */
export function shortLesson(stage = 'KS3'): ReadLesson {
  return readLesson(
    'short',
    `---
title: A short one
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
