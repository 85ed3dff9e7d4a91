import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { partsOf } from '../../src/review/lesson-parts.ts';
import { placeComments } from '../../src/review/place-comments.ts';
import {
  MAX_COMMENTS,
  NO_REVIEW,
  reviewSchema,
  reviewState,
  takeStep,
  type Comment,
  type Review,
  type ReviewStep,
} from '../../src/review/review.ts';
import { changesWords, stateWords, whySuspended } from '../../src/review/review-words.ts';
import { readJsonAs } from '../../src/text/schema.ts';
import { runs } from '../thorough.ts';

const LEAD = 'safeguarding lead';
const TODAY = '2026-11-28';
const HEAD = '---\ntitle: Friends\nsubject: safeguarding\nstage: KS3\nminutes: 20\n---\n';
const words = ['asks', 'listens', 'a friend', 'tells', 'an adult', 'again', 'no', 'stops'];

/** A slide as its author writes it, and one with another word on it or in its notes. */
type Written = { readonly heading: string; readonly body: string; readonly note: string };
const written: fc.Arbitrary<Written> = fc.record({
  heading: fc.constantFrom(...words),
  body: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((a) => a.join(' ')),
  note: fc.constantFrom(...words),
});
const slide = ({ heading, body, note }: Written) => `### ${heading}\n${body}\n\nNotes:\n${note}\n`;
const lessonOf = (slides: readonly Written[]) =>
  `${HEAD}\n## Talk (10 min)\n\n${slides.map(slide).join('\n')}`;
const partsIn = (text: string) => partsOf(readLesson('friends', text).lesson);

function step(review: Review, taken: ReviewStep, text: string): Review {
  const on = { parts: partsIn(text), words: [], lines: text.split('\n'), today: TODAY };
  const next = takeStep(review, taken, on);
  if (next === null) throw new Error(`refused: ${taken.type}`);
  return next;
}

const reviewed = (text: string) => step(NO_REVIEW, { type: 'review', by: LEAD }, text);
const stateAfter = (before: string, now: string) => reviewState(reviewed(before), partsIn(now));
const changedIn = (before: string, now: string) => {
  const state = stateAfter(before, now);
  return state.is === 'changed' ? state.changes : null;
};

describe('a reviewed lesson', () => {
  test('has changed after any other word of a slide or of its notes, and on that slide alone', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(written, { minLength: 1, maxLength: 6, selector: slide }),
        fc.nat(),
        fc.constantFrom('heading', 'body', 'note'),
        (slides, pick, field) => {
          const at = pick % slides.length;
          const other = slides.map((one, index) =>
            index === at ? { ...one, [field]: `${one[field]} gently` } : one,
          );
          expect(changedIn(lessonOf(slides), lessonOf(other))).toEqual({
            slides: [at + 1],
            gone: 0,
            isReordered: false,
            isRestChanged: false,
            isUnknown: false,
          });
        },
      ),
      runs(500),
    );
  });

  test('is reviewed still when lines move, and blank lines come between them', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 5 }), fc.nat(4), (slides, more) => {
        const now = lessonOf(slides).replaceAll('\n\n', `${'\n'.repeat(more + 2)}`);
        expect(stateAfter(lessonOf(slides), now).is).toBe('reviewed');
      }),
      runs(500),
    );
  });

  test('keeps every reviewed slide reviewed when another is put before, between or after them', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 5 }), fc.nat(), (slides, pick) => {
        const at = pick % (slides.length + 1);
        const fresh = { heading: 'Quite new', body: 'Never read', note: 'Nor this' };
        const now = slides.toSpliced(at, 0, fresh);
        expect(changedIn(lessonOf(slides), lessonOf(now))).toMatchObject({
          slides: [at + 1],
          gone: 0,
          isReordered: false,
        });
        expect(changedIn(lessonOf(now), lessonOf(slides))).toMatchObject({ slides: [], gone: 1 });
      }),
      runs(500),
    );
  });

  test('has changed when its slides come in another order', () => {
    const [a, b] = [
      { heading: 'Ask', body: 'One', note: 'x' },
      { heading: 'Tell', body: 'Two', note: 'y' },
    ];
    expect(changedIn(lessonOf([a, b]), lessonOf([b, a]))).toMatchObject({
      slides: [],
      gone: 0,
      isReordered: true,
    });
  });

  const STOPS = `${HEAD}
## Story (10 min)

### Stop one: What is Alex doing?
Talk in pairs.

::: choice law knowledge
Who can help?
- [ ] Nobody
- [x] An adult
> Telling is not telling tales.
:::

Land safely:
Sam tells Mum.

## Hard questions
### What if I already did?
You are not in trouble.
`;
  test.for([
    [
      'a right answer',
      'Who can help?\n- [ ] Nobody\n- [x]',
      'Who can help?\n- [x] Nobody\n- [ ]',
      [2],
    ],
    ['an option', '- [x] An adult', '- [x] An adult you trust', [2]],
    ['what is said after a question', 'telling tales', 'tale-telling', [2]],
    ['a picture’s words', 'Talk in pairs.', '![A door](media/door.svg)', [1]],
    ['where a link leads', 'Talk in pairs.', '[Talk in pairs.](https://example.org)', [1]],
    ['how the story ends', 'Sam tells Mum.', 'Sam tells nobody.', []],
    ['a hard question’s answer', 'You are not in trouble.', 'It depends.', []],
    [
      'what the class is warned of',
      'stage: KS3',
      'stage: KS3\ncontent note: A friend is pressured.',
      [],
    ],
  ] as const)('has changed by %s', ([, before, now, slides]) => {
    const changes = changedIn(STOPS, STOPS.replace(before, now));
    expect(changes?.slides).toEqual(slides);
    expect(changes?.isRestChanged).toBe(slides.length === 0);
  });

  test('goes by no name of a question, no number of a stop and no minutes', () => {
    const earlier = STOPS.replace('## Story (10 min)', '## Story (12 min)').replace(
      ' law ',
      ' rule ',
    );
    expect(stateAfter(STOPS, earlier).is).toBe('reviewed');
    const more = STOPS.replace('### Stop one', '### Stop zero: Ready?\n\n### Stop one');
    expect(changedIn(STOPS, more)).toMatchObject({ slides: [1], gone: 0, isReordered: false });
  });

  test('has changed, and cannot say where, once the program compares otherwise', () => {
    const review = reviewed(STOPS);
    const older = review.reviewed && { ...review, reviewed: { ...review.reviewed, form: 0 } };
    const state = older && reviewState(older, partsIn(STOPS));
    expect(state).toMatchObject({ is: 'changed', changes: { isUnknown: true } });
    expect(state && whySuspended(state)).toContain('Wholeclass was updated');
  });
});

describe('the state of a review', () => {
  const TEXT = lessonOf([{ heading: 'Ask', body: 'One', note: 'x' }]);
  const other = TEXT.replace('One', 'Two');
  const parts = partsIn(TEXT);

  test('goes from a draft to asked, reviewed, changed, asked again and reviewed', () => {
    expect(reviewState(NO_REVIEW, parts)).toEqual({ is: 'draft' });
    const asked = step(NO_REVIEW, { type: 'ask' }, TEXT);
    expect(reviewState(asked, parts)).toEqual({ is: 'asked', on: TODAY });
    const done = step(asked, { type: 'review', by: LEAD }, TEXT);
    expect(reviewState(done, parts)).toEqual({ is: 'reviewed', by: LEAD, on: TODAY });
    expect(reviewState(done, partsIn(other))).toMatchObject({ is: 'changed', asked: null });
    const again = step(done, { type: 'ask' }, other);
    expect(reviewState(again, partsIn(other))).toMatchObject({ is: 'changed', asked: TODAY });
    const twice = step(again, { type: 'review', by: LEAD }, other);
    expect(reviewState(twice, partsIn(other))).toMatchObject({ is: 'reviewed' });
  });

  test('says in words what it is, and why an approval does not hold', () => {
    expect(stateWords({ is: 'draft' })).toBe('Not reviewed yet.');
    const done = step(NO_REVIEW, { type: 'review', by: 'deputy safeguarding lead' }, TEXT);
    expect(stateWords(reviewState(done, parts))).toBe(
      'Reviewed by the deputy safeguarding lead on 28 November 2026.',
    );
    expect(whySuspended(reviewState(done, parts))).toBeNull();
    expect(whySuspended(reviewState(done, partsIn(other)))).toBe(
      'This lesson has changed since it was reviewed: slide 1.',
    );
    expect(whySuspended({ is: 'asked', on: TODAY })).toContain('hasn’t reviewed it');
  });

  test.for([
    [{ slides: [3, 5] }, 'slides 3 and 5'],
    [{ slides: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, '9 slides'],
    [{ gone: 1, isReordered: true }, '1 slide taken out; the order of slides'],
  ] as const)('names %o as “%s”', ([some, words]) => {
    const none = {
      slides: [],
      gone: 0,
      isReordered: false,
      isRestChanged: false,
      isUnknown: false,
    };
    expect(changesWords({ ...none, ...some })).toBe(words);
  });

  test('is read again as it was written, and not where a field of it is none', () => {
    const comment = { type: 'comment', id: 'a', line: 9, words: 'Softer?', by: LEAD } as const;
    const whole = step(
      step(step(NO_REVIEW, comment, TEXT), { type: 'review', by: LEAD }, TEXT),
      { type: 'release', by: LEAD },
      TEXT,
    );
    expect(readJsonAs(reviewSchema, JSON.stringify(whole))).toEqual(whole);
    for (const wrong of [
      { ...whole, version: 2 },
      { ...whole, released: { by: 'teacher', on: TODAY } },
      { ...whole, reviewed: { ...whole.reviewed, rest: 'x' } },
      { ...whole, asked: 'today' },
    ]) {
      expect(readJsonAs(reviewSchema, JSON.stringify(wrong))).toBeNull();
    }
  });
});

describe('comments on a lesson', () => {
  const lines = ['# Friends', '', '### Ask', 'Sam says no.', '', '### Tell', 'Sam says no.'];
  const on = { parts: { slides: [], rest: '' }, words: [], lines, today: TODAY };
  const at = (line: number): Comment => {
    const made = takeStep(NO_REVIEW, { type: 'comment', id: 'c', line, words: 'Hm', by: LEAD }, on);
    const [comment] = made?.comments ?? [];
    if (comment === undefined) throw new Error('no comment');
    return comment;
  };

  test('stay on their line wherever it goes, and on the nearer one of two alike', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom(3, 4, 6, 7), (more, line) => {
        const now = [...Array.from({ length: more }, (_, index) => `New ${index}`), ...lines];
        const [placed] = placeComments([{ ...at(line), line: line + more }], now);
        expect(placed).toMatchObject({ line: line + more, isGone: false });
      }),
      runs(500),
    );
    expect(placeComments([at(4)], ['Sam says no.', ...lines])[0]).toMatchObject({ line: 5 });
  });

  test('are marked where their line has other words, and lie within the text', () => {
    expect(placeComments([at(7)], ['# Friends'])[0]).toMatchObject({ line: 1, isGone: true });
    expect(placeComments([at(7)], [])[0]).toMatchObject({ line: 1, isGone: true });
  });

  test('are resolved once, by the first who does, and only where there is such a comment', () => {
    const one = { ...NO_REVIEW, comments: [at(3)] };
    const done = takeStep(
      one,
      { type: 'resolve', comment: 'c', by: 'another member of staff' },
      on,
    );
    const twice = done && takeStep(done, { type: 'resolve', comment: 'c', by: LEAD }, on);
    expect(twice?.comments[0]?.resolved).toEqual({ by: 'another member of staff', on: TODAY });
    expect(takeStep(one, { type: 'resolve', comment: 'd', by: LEAD }, on)).toBeNull();
  });

  test('are no more than a file should hold', () => {
    const full = { ...NO_REVIEW, comments: Array.from({ length: MAX_COMMENTS }, () => at(3)) };
    const step = { type: 'comment', id: 'x', line: 1, words: 'One more', by: LEAD } as const;
    expect(takeStep(full, step, on)).toBeNull();
  });
});
