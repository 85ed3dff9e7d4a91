import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MyLesson } from '../../src/edit/my-lesson.ts';
import { makeMyFile } from '../../src/edit/my-lesson-files.ts';
import { lessonGate } from '../../src/approval/approval.ts';
import { deckNeedsApproval } from '../../src/outputs/board/deck.ts';
import { EMPTY_SCHOOL } from '../../src/school/school.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { NO_REVIEW, printsOf } from '../../src/review/review.ts';
import { formatReview } from '../../src/review/stored-review.ts';
import { PNG } from '../open/small-pictures.ts';
import { partsOf } from '../../src/review/lesson-parts.ts';

const TEXT = `---
title: Why ice floats
stage: KS3
subject: science
film: worms
---

# Why ice floats

Notes: Say hello.

::: choice ice-floats knowledge
Why does ice float?

- [x] It is less dense
- [ ] It is colder
:::

::: film
Watch for the ice.

### Stop first: What do you see?

Talk.
:::
`;
const YAML = 'title: Worms\nfps: 25\nlength: "0:20.0"\nstops:\n  first: "0:08.0"\n';
const mine = (text: string, more: Partial<MyLesson> = {}): MyLesson => ({
  slug: 'my_lesson_a1',
  text,
  staysSafeguarding: false,
  review: null,
  why: null,
  films: [],
  handouts: [],
  pictures: new Map(),
  today: '2026-11-30',
  ...more,
});
const film = (hasFile: boolean) => ({
  film: 'worms',
  yaml: YAML,
  captions: 'WEBVTT\n\n00:01.000 --> 00:02.000\nA worm.\n',
  version: 1,
  saved: 0,
  hasFile,
  file: null,
});

describe('a lesson of one’s own', () => {
  it('has the deck and the notes that a site makes of the same text', () => {
    const { lesson } = readLesson('my_lesson_a1', TEXT);
    const { v, ...deck } = makeMyFile('deck.json', mine(TEXT));
    expect(v).toBeGreaterThan(0);
    expect(deck).toEqual(deckOf(lesson, null));
    expect(JSON.stringify(deck)).not.toContain('Say hello');
    expect(JSON.stringify(makeMyFile('notes.json', mine(TEXT)))).toContain('Say hello');
    expect(makeMyFile('questions.json', mine(TEXT))).toEqual(lesson.questions);
    expect(makeMyFile('films', mine(TEXT))).toEqual(['worms']);
    expect(makeMyFile('lesson.json', mine(TEXT))).toBeNull();
  });

  it('plays a film whose file is there, and waits for one whose file is not', () => {
    const there = mine(TEXT, { films: [film(true)] });
    expect(makeMyFile('deck.json', there).film).toMatchObject({ title: 'Worms' });
    expect(makeMyFile('film.json', there).media?.captions).toMatchObject([{ text: 'A worm.' }]);
    expect(makeMyFile('plan', there)['main']).toContain('Film, under a minute');
    const away = mine(TEXT, { films: [film(false)] });
    expect(makeMyFile('deck.json', away)).toMatchObject({
      film: null,
      awaited: { film: { title: 'Worms' } },
    });
    expect(makeMyFile('film.json', away)).toMatchObject({ media: null, awaited: {} });
  });

  const ours = (yaml: string) => ({
    ...film(false),
    yaml: `${YAML}${yaml}questions:\n  first: Where do they go?\nends with help: no\n`,
  });
  const CONFIRMED =
    'confirmed:\n  watched to the end: teacher, 2026-11-30\n  no one nude or hurting themselves: teacher, 2026-11-30\n  we may show it: teacher, 2026-11-30\n';

  it('is about a film that is described in this browser, on every page, though its file is chosen when it is taught', () => {
    const two = TEXT.replace('film: worms', 'films: [worms, birds]');
    const birds = {
      ...film(true),
      film: 'birds',
      version: null,
      yaml: YAML.replace('Worms', 'Birds'),
    };
    const there = mine(two, { films: [ours(''), birds] });
    expect(makeMyFile('deck.json', there)).toMatchObject({
      film: null,
      awaited: { film: { title: 'Worms' } },
    });
    for (const page of ['plan', 'slides', 'sheets', 'print.json'] as const) {
      const words = JSON.stringify(makeMyFile(page, there));
      expect(words, page).toContain('Worms');
      expect(words, page).not.toContain('Birds');
    }
    expect(JSON.stringify(makeMyFile('sheets', there))).toContain('Where do they go?');
    expect(makeMyFile('plan', there)['main']).toContain('choose it when you teach');
    expect(makeMyFile('film.json', there).awaited?.captions).toMatchObject([{ text: 'A worm.' }]);
  });

  it('of the site is approved in this browser, with the film that is described here once it is confirmed', () => {
    const safe = mine(TEXT.replace('science', 'safeguarding'), {
      slug: 'my_lesson_site_worms-in-a-jar',
      films: [ours(CONFIRMED)],
    });
    expect(makeMyFile('deck.json', safe).staff?.review).toBeUndefined();
    const seen = makeMyFile('lesson.json', safe);
    expect(seen).toMatchObject({ slug: 'my_lesson_site_worms-in-a-jar', why: null });
    expect(seen?.parts?.slides.length).toBeGreaterThan(0);
    expect(seen?.film).toMatch(/^[0-9a-f]{32}$/);
    const asked = makeMyFile('approve', safe);
    expect(asked['main']).toContain('Please approve this lesson');
    expect(asked['main']).toContain('film/?film=worms');
    expect(JSON.parse(asked['data'] ?? '')).toEqual(seen);
    expect(makeMyFile('plan', safe)['main']).toContain('href="../../edit/worms-in-a-jar/?copy"');

    // Until then the class sees what the site plays, and the lesson’s page says why.
    const waiting = { ...safe, films: [ours('')] };
    expect(makeMyFile('lesson.json', waiting)?.film).toBeNull();
    expect(makeMyFile('plan', waiting)['main']).toContain(
      'It doesn’t say that someone has watched it to the end',
    );
  });

  it('of the site has the print of the film.mp4 that lies there in its approval', () => {
    const file = '0123456789abcdef0123456789abcdef';
    const safe = mine(TEXT.replace('science', 'safeguarding'), {
      slug: 'my_lesson_site_worms-in-a-jar',
      films: [{ ...ours(CONFIRMED), hasFile: true, file }],
    });
    const seen = makeMyFile('lesson.json', safe);
    expect(seen?.file).toBe(file);
    const other = {
      ...safe,
      films: [{ ...ours(CONFIRMED), hasFile: true, file: file.replace('0', 'f') }],
    };
    expect(makeMyFile('lesson.json', other)?.version).not.toBe(seen?.version);
  });

  it('of the site stays held where its review there holds it, whatever its head says', () => {
    const held = mine(TEXT, {
      slug: 'my_lesson_site_worms-in-a-jar',
      staysSafeguarding: true,
      films: [ours(CONFIRMED)],
      why: 'No one has reviewed it.',
    });
    const deck = makeMyFile('deck.json', held);
    expect(deckNeedsApproval(deck)).toBe(true);
    expect(deck.staff?.review?.suspends).toContain('No one has reviewed it.');
    expect(makeMyFile('lesson.json', held)).toMatchObject({ parts: null });
    const released = { ...held, staysSafeguarding: false, why: null };
    expect(deckNeedsApproval(makeMyFile('deck.json', released))).toBe(false);
  });

  it('leads to its sheets, its text and its files for Office, and says what a program alone makes', () => {
    const { main = '' } = makeMyFile('plan', mine(TEXT));
    expect(main).toContain('href="../../edit/?lesson=a1"');
    expect(main).toContain('href="../../print/my_lesson_a1/worksheet/"');
    expect(main).toContain('href="../../print/?lesson=my_lesson_a1"');
    expect(main).toContain('href="../../read/my_lesson_a1/"');
    expect(main).toContain('download="why-ice-floats.pptx" data-take="here"');
    expect(main).toContain('download="why-ice-floats.docx" data-take="here"');
    expect(main).toContain('data-save-folder="my_lesson_a1"');
    expect(main).toContain('data-slide-picture');
    expect(makeMyFile('slides', mine(TEXT))['main']).not.toContain('Say hello');
  });

  it('has the sheets of any lesson, those that lie in files of the site among them', () => {
    const handouts = ['answers', 'key-words', 'call-card', 'sorting-cards'].map((name) => ({
      name,
      text: readFileSync(join(import.meta.dirname, `../../handouts/${name}.md`), 'utf8'),
    }));
    const there = mine(TEXT.replace('film: worms', 'vocabulary:\n  density: how heavy it is'), {
      handouts,
    });
    const { card, sheets } = makeMyFile('print.json', there);
    expect(card).toMatchObject({ slug: 'my_lesson_a1', title: 'Why ice floats', opens: true });
    const ids = sheets.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['plan', 'notes', 'worksheet', 'answers', 'key-words']),
    );
    // A lesson of science has no call card, and this one has no cards to sort.
    expect(ids).not.toContain('call-card');
    expect(ids).not.toContain('sorting-cards');
    expect(sheets.find(({ id }) => id === 'answers')?.address).toBe('print/my_lesson_a1/answers/');
    const made = makeMyFile('sheets', there);
    expect(made['answers']?.['main']).toContain('It is less dense');
    expect(made['notes']?.['main']).toContain('Say hello');
    expect(made['worksheet']?.['main']).toContain('Why does ice float?');
    expect(makeMyFile('sheets.json', there)['worksheet']).toBe(made['worksheet']?.['main']);
  });

  it('has the handouts that are written in it, on paper alone', () => {
    const text = `${TEXT}\n:::: handout\ntitle: Slips\n\n::: cut 8\nOne thing I learned: ___\n![Ice](ice/jar.png)\n:::\n::::\n\n:::: handout\ntitle: For families\naudience: parents\n\nFrom {school}\n::::\n`;
    const there = mine(text);
    const own = makeMyFile('print.json', there).sheets.filter(({ id }) => id.startsWith('own-'));
    expect(own).toMatchObject([
      { id: 'own-2', title: 'For families', pile: 'before', essential: false },
      {
        ...{ id: 'own-1', title: 'Slips', pile: 'class', essential: true, oneSided: true },
        ...{ copies: 'each pupil', perPage: { standard: 8 } },
        address: 'print/my_lesson_a1/own-1/',
      },
    ]);
    expect(makeMyFile('sheets.json', there)['own-1']).toContain('One thing I learned');
    expect(makeMyFile('pictures', there)).toEqual(['ice/jar.png']);
    expect(makeMyFile('plan', there)['main']).toContain(
      '<a href="../../print/my_lesson_a1/own-1/">Slips</a>',
    );
    for (const name of ['deck.json', 'notes.json', 'slides', 'plan'] as const) {
      const made = JSON.stringify(makeMyFile(name, there));
      expect(made, name).not.toContain('One thing I learned');
    }
  });

  it('shows parents what pupils get of it on paper, once, and nothing that staff have', () => {
    const lesson = readFileSync(join(import.meta.dirname, '../../lessons/rehearsal.md'), 'utf8');
    const name = 'for-parents';
    const parents = readFileSync(join(import.meta.dirname, `../../handouts/${name}.md`), 'utf8');
    const text = `${lesson}\n:::: handout\ntitle: Slips\n\nOne thing I learned: ___\n\n::: handouts\n:::\n::::\n\n:::: handout\ntitle: Key\naudience: staff\n\nFor staff.\n::::\n`;
    const there = mine(text, { handouts: [{ name, text: parents }] });
    const sheet = makeMyFile('sheets.json', there)[name] ?? '';
    expect(sheet.split('One thing I learned')).toHaveLength(2);
    expect(sheet).not.toContain('For staff.');
  });

  it('becomes a presentation with its pictures and its notes, and a document of Word', async () => {
    const text = TEXT.replace('Notes:', '![A jar](my-lesson/jar.png)\n\nNotes:');
    expect(makeMyFile('pictures', mine(text))).toEqual(['my-lesson/jar.png']);
    const pictures = new Map([['my-lesson/jar.png', PNG]]);
    const slides = unzipSync(makeMyFile('slides.pptx', mine(text, { pictures })));
    expect(Object.keys(slides).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
    expect(strFromU8(slides['ppt/notesSlides/notesSlide1.xml'] ?? new Uint8Array())).toContain(
      'Say hello',
    );
    const document = unzipSync(await makeMyFile('plan.docx', mine(text)))['word/document.xml'];
    expect(strFromU8(document ?? new Uint8Array())).toContain('Why ice floats');
  });

  it.for([
    ['a safeguarding lesson', TEXT.replace('science', 'safeguarding'), {}],
    ['one that once was', TEXT, { staysSafeguarding: true }],
    ['one whose subject is not known here', TEXT.replace('science', 'our own subject'), {}],
  ] as const)('%s is not taught here, whatever was approved', ([, text, more]) => {
    const deck = makeMyFile('deck.json', mine(text, more));
    const parts = makeMyFile('lesson.json', mine(text, more));
    expect(deckNeedsApproval(deck)).toBe(true);
    const why = deck.staff?.review?.suspends ?? null;
    expect(why).toContain('Wholeclass program');
    expect(parts).toMatchObject({ slug: 'my_lesson_a1', parts: null, why });
    const gate = lessonGate(
      { state: { is: 'none' }, school: EMPTY_SCHOOL, why, isMine: true },
      '2026-11-30',
    );
    expect(gate).toMatchObject({ is: 'suspended', until: 'program' });
  });

  it('a review beside it in the folder is shown, and opens no gate', () => {
    const text = TEXT.replace('science', 'safeguarding');
    const { lesson } = readLesson('my_lesson_a1', text);
    const reviewed = { by: 'safeguarding lead', on: '2026-11-20', words: [] } as const;
    const review = formatReview({
      ...NO_REVIEW,
      reviewed: { ...reviewed, ...printsOf(partsOf(lesson)) },
    });
    expect(makeMyFile('deck.json', mine(text, { review })).staff?.review).toEqual({
      words: expect.stringContaining('Reviewed by'),
      suspends: expect.stringContaining('teach it from there'),
    });
  });
});
