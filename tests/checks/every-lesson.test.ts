import { isEmpty } from '../../src/document/nodes.ts';
import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { minutesNoted, versionOf } from '../../src/checks/noted-minutes.ts';
import { notesInView } from '../../src/checks/notes-in-view.ts';
import { landKey, type DeckSlide } from '../../src/outputs/board/deck.ts';
import { deckOfToday } from '../../src/outputs/board/deck-of-today.ts';
import { deckOf, notesOf } from '../../src/outputs/board/make-deck.ts';
import { allCuts, cutMinutes } from '../../src/lesson/cuts.ts';
import { audienceOf, type Lesson, type Slide } from '../../src/lesson/lesson.ts';
import { toWords } from '../../src/document/to-text.ts';
import { wholeLesson } from '../../src/lesson/today.ts';
import { cares, needsApproval } from '../../src/subjects/pack.ts';
import { expectedOf, shippedLessons } from './shipped-lessons.ts';

/** The day of the check: that of the last review, so that a lesson does not fail by growing old. */
const dayOf = ({ reviewed }: Lesson) => reviewed ?? '2026-11-25';

/** A session of a way through a lesson, as it is taught. */
type Session = {
  readonly name: string;
  readonly slides: readonly DeckSlide[];
  readonly minutesBefore: (slide: DeckSlide) => number;
};

function sessionsOf(lesson: Lesson): readonly Session[] {
  const deck = deckOf(lesson, null);
  const ways = [
    { name: 'all of it', cut: null, session: 0 },
    ...deck.cuts.flatMap(({ name, sessions }) =>
      sessions.map((_, session) => ({ name, cut: name, session })),
    ),
  ];
  return ways.map(({ name, cut, session }) => {
    const taught = deckOfToday(deck, { ...wholeLesson({}), cut, session });
    const minutesBefore = (slide: DeckSlide) => {
      const at = taught.blocks.findIndex(({ id }) => id === slide.block);
      const earlier = taught.blocks
        .slice(0, at)
        .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
      const inBlock = taught.slides.filter(({ block }) => block === slide.block);
      return (
        earlier + ((taught.blocks[at]?.minutes ?? 0) * inBlock.indexOf(slide)) / inBlock.length
      );
    };
    return { name: `${name}, session ${session + 1}`, slides: taught.slides, minutesBefore };
  });
}

// As a path, “$slug.md” would read a field “md” of the slug.
const lessons = shippedLessons().map((one) => ({ ...one, file: `lessons/${one.slug}.md` }));

describe.each(lessons)('$file', ({ lesson, text, problems }) => {
  it('has no errors, no suggestions and no suppressions', () => {
    expect([...problems, ...checkLesson(lesson, text, { today: dayOf(lesson) })]).toEqual([]);
    expect(text).not.toMatch(/(?:<!--|#) *allow /);
  });

  it('has what a lesson of its kind must have, and says who reviewed it', () => {
    const { objectives, hardQuestions, reviewers, cuts } = expectedOf(lesson);
    expect(lesson.objectives.length).toBeGreaterThanOrEqual(objectives);
    expect(lesson.staff.hardQuestions.length).toBeGreaterThanOrEqual(hardQuestions);
    expect(
      lesson.staff.hardQuestions.every(
        ({ question, answer }) => question !== '' && !isEmpty(answer),
      ),
    ).toBe(true);
    expect(lesson.staff.toReview.length).toBeGreaterThanOrEqual(reviewers);
    expect(lesson.cuts.map(({ name }) => name)).toEqual(expect.arrayContaining([...cuts]));
    const { alternativeTask, adaptations, grouping } = lesson.staff;
    const wanted = needsApproval(lesson.subject)
      ? [alternativeTask, adaptations, grouping]
      : [adaptations];
    expect(hardQuestions === 0 ? [] : wanted.filter(isEmpty)).toEqual([]);
    expect(hardQuestions === 0 || lesson.sources.length > 0).toBe(true);
    expect(text).toMatch(/^reviewed by: /m);
  });

  it('says something to the teacher on every slide, and lands safely from every block', () => {
    const notes = notesOf(lesson);
    expect(deckOf(lesson, null).slides.filter(({ id }) => notes[id] === undefined)).toEqual([]);
    const ending = cares(lesson.subject, 'calm ending') ? lesson.blocks : [];
    expect(
      ending.filter(({ id }) => notes[landKey(id)] === undefined).map(({ title }) => title),
    ).toEqual([]);
  });

  it('takes the time it says, in every way through it', () => {
    for (const cut of allCuts(lesson)) {
      for (const minutes of cutMinutes(cut, { devices: false })) {
        expect(minutes, cut.name).not.toBeNull();
        expect(minutes, cut.name).toBeLessThanOrEqual(cut.fits?.most ?? 60);
        expect(minutes, cut.name).toBeGreaterThanOrEqual(cut.fits?.least ?? 5);
      }
    }
  });

  const hasHelp = lesson.subject.pack.help.from !== 'nobody';

  it.each(hasHelp ? [] : sessionsOf(lesson))(
    'shows no help slide, since its subject has none: $name',
    ({ slides }) => {
      expect(slides.length).toBeGreaterThan(3);
      expect(slides.filter(({ kind }) => kind === 'help')).toEqual([]);
    },
  );

  it.each(hasHelp ? sessionsOf(lesson) : [])(
    'shows the help of its subject in its first ten minutes and last, and never ends on the film: $name',
    ({ slides, minutesBefore }) => {
      expect(slides.length).toBeGreaterThan(3);
      const first = slides.find(({ kind }) => kind === 'help');
      expect(first && minutesBefore(first)).toBeLessThan(10);
      expect(slides.at(-1)?.kind).toBe('help');
      expect(slides.findLast(({ kind }) => kind !== 'help')?.kind).not.toBe('film');
    },
  );
});

// With a school's own film no one has seen how it ends: only what is said of our own film may speak of that.
const ofOurFilm = /\*\*With \*Speech Bubbles\*,\*\*.*?(?=\*\*With another film|\n)/g;
const bySlug = new Map(lessons.map((one) => [one.slug, one.lesson]));
const ofAnyFilm = lessons.filter(
  ({ slug }) => (bySlug.get(slug.replace(/-again$/, ''))?.films.length ?? 0) > 0,
);

it.each(ofAnyFilm)('$file promises neither how a film ends nor that telling works', ({ text }) => {
  expect(
    text.replace(ofOurFilm, '').match(/.*(?:ends? well|(?:was|were) believed|telling work).*/gi) ??
      [],
  ).toEqual([]);
});

/** Of safeguarding, taught to a class or a club that hears a story. */
const ofStories = lessons.filter(
  ({ slug, lesson }) =>
    needsApproval(lesson.subject) &&
    audienceOf(lesson) === 'pupils' &&
    !['rehearsal', 'safer-internet-day', 'starter'].includes(slug),
);

/** A slide that shows worries, each of them real, before anything is solved. */
const isDilemma = ({ heading, body }: Slide) =>
  /\bworr(?:y is|ies are) real\b|\bafraid of(?:,.*)?\?/i.test(`${heading} ${toWords(body)}`);

const versionsOfLesson = (lesson: Lesson) =>
  allCuts(lesson).flatMap((cut) =>
    cut.sessions.map(({ blocks }, at) => ({
      name: `${cut.name}, session ${at + 1}`,
      minutes: cutMinutes(cut, { devices: false })[at] ?? 0,
      titles: blocks.map(({ title }) => title),
      slides: blocks.flatMap(
        (one) => lesson.blocks.find(({ id }) => id === one.block)?.slides ?? [],
      ),
    })),
  );

// TEACHING 0.6: something is left to solve.
it.each(ofStories)(
  '$file has two dilemmas, and one in every version of 40 minutes or more',
  ({ lesson }) => {
    const all = versionsOfLesson(lesson);
    expect(all[0]?.slides.filter(isDilemma).length).toBeGreaterThanOrEqual(2);
    expect(
      all
        .filter(({ minutes, slides }) => minutes >= 40 && !slides.some(isDilemma))
        .map(({ name }) => name),
    ).toEqual([]);
  },
);

// H24: a note shortens what the class does where its part is shorter, and nowhere else.
it.each(lessons)('$file shortens in its notes only what its versions shorten', ({ lesson }) => {
  const shortened = lesson.blocks.flatMap((block) =>
    block.slides
      .flatMap(({ notes }) => minutesNoted(toWords(notesInView(notes))))
      .flatMap(({ minutes, instead }) => instead.filter((one) => one.minutes < minutes))
      .flatMap(({ versions }) => versions.map((version) => ({ block, version }))),
  );
  const inVain = shortened.filter(({ block, version }) => {
    const cut = lesson.cuts.find(({ name }) => versionOf(name) === version);
    const here = cut?.sessions.flatMap(({ blocks }) =>
      blocks.filter((one) => one.block === block.id),
    );
    return here?.every(({ minutes }) => minutes === block.minutes) ?? true;
  });
  expect(inVain.map(({ block, version }) => `${block.title}: ${version}`)).toEqual([]);
});

// TEACHING 0.2: pupils who have been through it can decide alone, and before the day.
it.each(ofStories)(
  '$file has a word beforehand for each pupil who may find it hard',
  ({ lesson }) => {
    const notes = lesson.blocks[0]?.slides.map((slide) => toWords(slide.notes)).join(' ');
    expect(notes).toMatch(/the day before|before the day/i);
    expect(notes).toMatch(/\b(?:alone|privately)\b/);
  },
);

// TEACHING 5, “Cuts”: no version leaves out who is responsible.
it.each(['for-the-whole-world-to-see', 'for-the-whole-world-to-see-in-messages'])(
  'who is responsible is asked in every version of %s, in one of two sessions',
  (slug) => {
    const lesson = bySlug.get(slug);
    if (lesson === undefined) throw new Error(`There is no lesson ${slug}`);
    const asks = (slides: readonly Slide[]) =>
      slides.some((slide) => slide.kind === 'poll' && slide.question === 'who-is-responsible');
    const without = allCuts(lesson).filter(
      ({ sessions }) =>
        !sessions.some(({ blocks }) =>
          blocks.some(({ block }) =>
            asks(lesson.blocks.find(({ id }) => id === block)?.slides ?? []),
          ),
        ),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  },
);

/** For ages 11 to 16, on a board, and no follow-up of twenty minutes. */
const onBoards = lessons.filter(
  ({ slug, lesson: { stage, setting, follows, subject } }) =>
    needsApproval(subject) &&
    (stage === 'KS3' || stage === 'KS4') &&
    setting === 'school' &&
    follows.length === 0 &&
    slug !== 'starter',
);

// A picture is drawn of what a slide is about; what decorates has no words and is not counted.
it.each(onBoards)('$file has a picture on at least a third of its slides', ({ lesson }) => {
  const slides = deckOf(lesson, null).slides;
  const pictured = slides.filter(({ html }) => /<img [^>]*alt="[^"]/.test(html));
  expect(pictured.length / slides.length).toBeGreaterThanOrEqual(1 / 3);
});

it('lessons with a film, and with messages, are among those that need pictures', () => {
  expect(onBoards.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining([
      'for-the-whole-world-to-see',
      'power-and-putting-it-right-in-messages',
      'whose-money-is-it',
    ]),
  );
});

// TEACHING 0.8: what to say is practised, not only shown.
const ofReplies = lessons.filter(({ lesson }) =>
  lesson.blocks.some(({ title }) => title === 'Build a reply'),
);

it.each(ofReplies)(
  '$file practises replies in every version of 25 minutes or more',
  ({ lesson }) => {
    const long = versionsOfLesson(lesson).filter(({ minutes }) => minutes >= 25);
    expect(long.length).toBeGreaterThan(3);
    expect(
      long.filter(({ titles }) => !titles.includes('Build a reply')).map(({ name }) => name),
    ).toEqual([]);
  },
);

it('the campaign’s lessons are among those that practise replies', () => {
  expect(ofReplies.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining([
      'for-the-whole-world-to-see',
      'for-the-whole-world-to-see-in-messages',
    ]),
  );
});
