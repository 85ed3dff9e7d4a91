import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  draftOf,
  linesOfMessages,
  manifestOf,
  messagesInLines,
  NO_DRAFT,
  stillToDo,
  stopsEarly,
  withoutStop,
  withStop,
  withStopAt,
  type FilmDraft,
} from '../../src/film/film-draft.ts';
import { readManifest } from '../../src/film/manifest.ts';
import { readCaptionFile, readCues, writeCaptions } from '../../src/film/vtt.ts';
import { writeManifest } from '../../src/film/write-manifest.ts';
import { runs } from '../thorough.ts';

const film: FilmDraft = { ...NO_DRAFT, title: 'Ours', length: 60 };
const by = { role: 'teacher', day: '2026-11-30' } as const;

describe('What is typed of a film', () => {
  test('stops early where its first stop is in the first eighth, and nowhere without one', () => {
    const stopsAt = (...times: readonly number[]) =>
      stopsEarly(times.reduce((draft, at) => withStopAt(draft, at), film));
    expect([stopsAt(), stopsAt(7), stopsAt(8), stopsAt(30, 7)]).toEqual([false, true, false, true]);
  });

  test('lacks what a class needs of it, the first first, until all is there', () => {
    const words = (draft: FilmDraft) => stillToDo(draft).map((one) => one.words);
    expect(words(NO_DRAFT).slice(0, 3)).toEqual([
      'choose the film',
      'give it a title',
      'make a stop where the class talks',
    ]);
    const whole: FilmDraft = {
      ...withStop(withStopAt(film, 10), 0, { stop: 'the-pressure', question: 'Why?' }),
      contentNote: 'Someone is pressured.',
      hasSpokenWords: true,
      endsWithHelp: false,
      confirmed: {
        'watched to the end': by,
        'no one nude or hurting themselves': by,
        'we may show it': by,
      },
    };
    expect(words(whole)).toEqual([]);
    expect(words({ ...whole, confirmed: {} })).toEqual(['confirm that a class may see it']);
    expect(words(withStopAt(whole, 20))).toEqual([
      'say which moment each stop is',
      'write a question for each stop',
    ]);
    const twice = withStop(withStopAt(whole, 20), 1, { stop: 'the-pressure', question: 'What?' });
    expect(words(twice)).toEqual(['give “The push” to one stop only']);
  });

  test('has its stops in the film’s order, each once, inside the film', () => {
    const two = withStopAt(withStopAt(film, 30), 10);
    expect(two.stops.map(({ at }) => at)).toEqual([10, 30]);
    expect(withStopAt(two, 10.2)).toBe(two);
    const moved = withStop(two, 1, { at: 90 });
    expect(moved.stops.map(({ id, at }) => [id, at])).toEqual([
      [0, 30],
      [1, 59.9],
    ]);
    expect(withoutStop(moved, 0).stops).toHaveLength(1);
  });

  test('becomes a film.yaml that is read as the same, whatever is typed', () => {
    const words = fc.string({ unit: 'binary', maxLength: 400 });
    const drafts = fc
      .record({
        title: words,
        contentNote: words,
        question: words,
        endCalmly: words,
        name: words,
        lines: words,
      })
      .map(({ title, contentNote, question, endCalmly, name, lines }): FilmDraft => ({
        ...withStop(withStopAt(film, 10), 0, {
          stop: 'the-pressure',
          question,
          messages: messagesInLines(lines),
        }),
        ...{ title: `x${title}`, contentNote, endCalmly, people: { asks: name } },
      }));
    fc.assert(
      fc.property(drafts, (draft) => {
        const read = readManifest(writeManifest(manifestOf(draft)));
        expect(read.problems).toEqual([]);
        const again = read.manifest && manifestOf(draftOf(read.manifest, null));
        expect(JSON.stringify(again)).toBe(JSON.stringify(manifestOf(draft)));
      }),
      runs(1000),
    );
  });

  test('has messages as lines, by what people do, by name, or of no one', () => {
    const lines = 'asks: send me a pic?\nis asked: no\nMo: stop it\nThe next day';
    const messages = messagesInLines(lines);
    expect(messages.map(({ by: who }) => who)).toEqual([
      { role: 'asks' },
      { role: 'is asked' },
      { name: 'Mo' },
      null,
    ]);
    expect(linesOfMessages(messages)).toBe(lines);
  });
});

describe('Captions', () => {
  test('are read from WebVTT and from SubRip, and from nothing else', () => {
    const cues = [{ start: 1, end: 2.5, text: 'Hello\nyou' }];
    expect(readCaptionFile('WEBVTT\n\n00:01.000 --> 00:02.500\nHello\nyou\n')).toEqual(cues);
    const srt = '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\n<i>you</i>\r\n';
    expect(readCaptionFile(srt)).toEqual(cues);
    expect(readCaptionFile('Once upon a time')).toBeNull();
  });

  test('that are written are read as the same, whatever is typed', () => {
    const cue = fc
      .record({
        start: fc.integer({ min: 0, max: 7_000_000 }),
        length: fc.integer({ min: 1, max: 9000 }),
        text: fc.oneof(
          fc.constantFrom('a --> b', '<b>&lt;</b> & more', 'one\ntwo'),
          fc.string({ minLength: 1 }),
        ),
      })
      .map(({ start, length, text }) => ({
        start: start / 1000,
        end: (start + length) / 1000,
        text: text.replaceAll(/[ \t]+/g, ' ').trim() || 'x',
      }));
    const sorted = fc
      .array(cue, { maxLength: 9 })
      .map((cues) => cues.toSorted((a, b) => a.start - b.start));
    fc.assert(
      fc.property(sorted, (cues) => {
        const read = readCues(writeCaptions(cues), { between: '\n' });
        const rounded = (all: typeof cues | typeof read) =>
          all.map(({ start, end, text }) => [start.toFixed(3), end.toFixed(3), text]);
        expect(rounded(read)).toEqual(rounded(cues));
      }),
      runs(500),
    );
  });
});
