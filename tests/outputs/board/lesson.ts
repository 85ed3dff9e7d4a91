import type { Lesson } from '../../../src/lesson/lesson.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

/** A lesson with every kind of slide, and notes that only the teacher may see. */
export function everyKind(): Lesson {
  const text = `---
title: Every kind
on the board: One of each
summary: One of each.
stage: KS3
minutes: 20
nation: England
films: [clip]
objectives:
  - I can see one of each.
reviewed: 2026-11-24
---

## Start (4 min)

# One of each

Notes:
A canary sings to the teacher.

### We look after each other

- We <b>listen</b>.

### Who can help

::: help
:::

## Film (16 min)

::: film
A gentle story.

### Stop first-stop: What is Alex doing?

Talk in pairs. You can pass.

::: choice who-can-help knowledge
Who can help?
- [x] An adult in school
- [ ] Nobody

> Telling one adult is enough.
Notes:
A second canary.
:::

### Stop second-stop: And then?

Talk in pairs. You can pass.
:::
`;
  return readLesson('every-kind', text).lesson;
}
