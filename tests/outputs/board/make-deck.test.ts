import { describe, expect, test } from 'vitest';
import { byHandKey, landKey } from '../../../src/outputs/board/deck.ts';
import { deckData, deckOf, deckWith, notesOf } from '../../../src/outputs/board/make-deck.ts';
import { boardSections } from '../../../src/outputs/board/sections.ts';
import type { Lesson } from '../../../src/lesson/lesson.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { everyKind } from './lesson.ts';

const manifest = {
  title: 'Clip',
  rights: '',
  contentNote: 'Numbers.',
  fps: 25,
  length: 20,
  stops: { 'first-stop': 8, 'second-stop': 14 },
};
const film = { slug: 'clip', manifest };

describe('The deck', () => {
  test('has the lesson’s slides in order, with the film’s parts in seconds', () => {
    const { slides } = deckOf(everyKind(), film);
    expect(slides.map(({ kind }) => kind)).toEqual([
      'title',
      'text',
      'help',
      'film',
      'stop',
      'poll',
      'film',
      'stop',
      'film',
    ]);
    const parts = slides.flatMap((slide) =>
      slide.kind === 'film' ? [[slide.from, slide.to]] : [],
    );
    expect(parts).toEqual([
      [0, 8],
      [8, 14],
      [14, null],
    ]);
  });

  test('calls a lesson in a school in England PSHE, and one in a youth club nothing', () => {
    const first = (setting: Lesson['setting']) =>
      deckOf({ ...everyKind(), nation: 'England', setting }, film).slides[0]?.html;
    expect(first('school')).toContain('PSHE');
    expect(first('youth work')).not.toContain('PSHE');
  });

  test('leads to the school’s site for home on a last slide of help alone, and never younger pupils', () => {
    const text = (stage: string) =>
      `---\ntitle: Swings\nstage: ${stage}\nminutes: 10\nsubject: safeguarding\n---\n# Swings\n\n::: help\n:::\n\n## Talk (5 min)\n\n### Take turns\n- One by one.\n\n::: help\n:::\n`;
    const leads = (stage: string, homeSite = 'help.example.org') =>
      deckWith(readLesson('swings', text(stage)).lesson, {
        film: null,
        awaited: null,
        homeSite,
      }).slides.map(({ kind, html }) => [kind, html.includes('At home: <b>help.example.org</b>')]);
    expect(leads('KS3')).toEqual([
      ['title', false],
      ['help', false],
      ['text', false],
      ['help', true],
    ]);
    expect(leads('KS2').flat()).not.toContain(true);
    expect(leads('KS3', '').flat()).not.toContain(true);
  });

  test('names the film’s files from the site’s root', () => {
    expect(deckOf(everyKind(), film).film).toMatchObject({
      src: 'media/clip/film.mp4',
      captions: 'media/clip/captions.en.vtt',
      fps: 25,
    });
  });

  test('has no film where the film has none of the lesson’s stops', () => {
    const { stops: _, ...rest } = manifest;
    expect(
      deckOf(everyKind(), {
        slug: 'clip',
        manifest: { ...rest, stops: { 'the-end': 12 } },
      }).film,
    ).toBeNull();
    expect(deckOf(everyKind(), null).film).toBeNull();
  });

  test('has no slide for a stop that the film lacks, and plays on to the next', () => {
    const { stops, ...rest } = manifest;
    const lacking = { 'first-stop': stops['first-stop'] };
    const deck = deckOf(everyKind(), { slug: 'clip', manifest: { ...rest, stops: lacking } });
    expect(deck.slides.map(({ kind }) => kind).filter((kind) => kind === 'stop')).toHaveLength(1);
    const parts = deck.slides.flatMap((slide) =>
      slide.kind === 'film' ? [[slide.from, slide.to]] : [],
    );
    expect(parts).toEqual([
      [0, 8],
      [8, null],
    ]);
  });

  test('asks the film’s own question at its stop, and the lesson’s of a film that no one has described', () => {
    const questions = { 'first-stop': 'What did <they> see?' };
    const deck = deckOf(everyKind(), { slug: 'clip', manifest: { ...manifest, questions } });
    const stop = deck.slides.find(({ kind }) => kind === 'stop');
    expect(stop?.heading).toBe('What did <they> see?');
    expect(stop?.html).toContain('What did &lt;they&gt; see?');
    expect(stop?.cards?.unknown).not.toContain('see?');
    expect(stop?.cards?.unknown).toContain('Stop 1 of 2');
  });

  test('opens the film on what is in it and a quiet way out, in the film’s own words, else in the lesson’s', () => {
    const opening = (lesson: Lesson, note = film.manifest.contentNote) =>
      deckOf(lesson, { ...film, manifest: { ...film.manifest, contentNote: note } }).slides.find(
        ({ kind }) => kind === 'film',
      )?.html;
    const pushed = { ...everyKind(), contentNote: 'Someone is <pushed>.' };
    expect(opening(pushed)).toMatch(/<p>Numbers\.<\/p><p>A gentle story\.<\/p>/);
    expect(opening(pushed, '')).toMatch(
      /<p>Someone is &lt;pushed&gt;\.<\/p><p>A gentle story\.<\/p>/,
    );
    expect(opening(everyKind())).toContain('<p>A gentle story.</p>');
    expect(
      opening(readLesson('x', '---\ntitle: T\nfilms: [clip]\n---\n::: film\n:::\n').lesson),
    ).toContain('<p>Numbers.</p>');
    expect(opening(everyKind())).toContain('You can look away, or step out quietly, at any time.');
  });

  test('tells neither notes nor right answers, nor does the board’s page', () => {
    const deck = deckOf(everyKind(), film);
    const made = JSON.stringify(deck) + boardSections(deck) + JSON.stringify(deckData(deck));
    expect(made).not.toContain('canary');
    expect(made).not.toContain('Telling one adult is enough');
    expect(made).not.toMatch(/"right"/);
  });

  test('keeps the notes apart, by slide', () => {
    const notes = notesOf(everyKind());
    expect(Object.values(notes).join(' ')).toMatch(/A canary sings.*A second canary/s);
    expect(Object.keys(notes).filter((id) => !id.startsWith('film-'))).toHaveLength(2);
  });

  test('lands from every block: with its own ending, else with the one before it, else with the first there is', () => {
    const land = (words: string) => `\nLand safely:\n${words}\n`;
    const text = `## One (5 min)\n### A\nx\n## Two (5 min)\n### B\nx\n${land('Second.')}\n## Three (5 min)\n### C\nx\n## Four (5 min)\n### D\nx\n${land('Fourth.')}`;
    const notes = notesOf(readLesson('x', text).lesson);
    expect(
      ['one', 'two', 'three', 'four'].map(
        (block) => /\w+(?=\.)/.exec(notes[landKey(block)] ?? '')?.[0],
      ),
    ).toEqual(['Second', 'Second', 'Second', 'Fourth']);
  });

  test('tells the teacher what a later part of the film will do, where the plan says nothing', () => {
    const notes = notesOf(everyKind());
    expect(notes['film-2']).toContain('stops by itself');
    expect(notes['film-3']).toContain('to its end');
    for (const id of ['film-2', 'film-3']) {
      expect(notes[byHandKey(id)]).toContain('It does not stop by itself');
    }
  });

  test('opens on the start slide, and has a cover for pausing, one for help, and one in a film’s place', () => {
    const ids = [...boardSections(deckOf(everyKind(), film)).matchAll(/data-slide="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(ids.slice(0, 3)).toEqual(['board:start', 'board:pause', 'board:help']);
    expect(ids).toHaveLength(14);
  });
});
