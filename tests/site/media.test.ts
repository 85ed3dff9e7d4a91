import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lessonCard } from '../../src/outputs/library/lesson-card.ts';
import { planPage } from '../../src/outputs/plan/plan.ts';
import { readyItems } from '../../src/outputs/plan/ready.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { withMedia } from '../../src/site/lesson-list.ts';
import { mediaFiles } from '../../src/site/media-files.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-media-'));
afterAll(() => rmSync(home, { recursive: true }));

const clip = new URL('../media/clip/film.mp4', import.meta.url);
const yaml = 'title: A film\nfps: 25\nlength: "0:20.0"\nstops:\n  the-ask: "0:08.0"\n';
const captions = 'WEBVTT\n\n00:01.000 --> 00:19.000\nHello\n';

const plan = `---
title: A lesson
minutes: 12
films: [first, second]
---

## The film (12 min)

::: film
It is short.

### Stop the-ask: What helps?
:::
`;

type Files = Readonly<Record<string, string | URL>>;

/**
 * What is found, and what the teacher's page says, of a lesson whose media folder holds these
 * files.
 */
async function look(files: Files, text = plan) {
  const media = mkdtempSync(join(home, 'media-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(media, path, '..'), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(media, path), content);
    else copyFileSync(content, join(media, path));
  }
  const { lesson, problems } = readLesson('a', text);
  const seen = problems.filter(({ code }) => code === 'film-not-named');
  const { media: state, ...whole } = await withMedia(
    { slug: 'a', path: 'a.md', plan: null, misread: [], lesson, problems: Promise.resolve(seen) },
    media,
  );
  const found = await whole.problems;
  const items = readyItems({ lesson, problems: found }, state);
  const file = {
    slug: 'a',
    path: 'a.md',
    plan: null,
    misread: [],
    lesson,
    problems: whole.problems,
  };
  return {
    lesson,
    state,
    card: lessonCard({ lesson, problems: found }, state),
    page: planPage({ lesson, problems: found }, state)['main'] ?? '',
    shipped: await mediaFiles([file], media),
    found: found.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
    ready: Object.fromEntries(
      items.map(({ name, state, found, todo }) => [
        name,
        [state, found, todo].filter(Boolean).join(' | '),
      ]),
    ),
  };
}

const whole: Files = {
  'first/film.mp4': clip,
  'first/film.yaml': yaml,
  'first/captions.en.vtt': captions,
  'first/chapters.vtt': captions,
};

describe('What a lesson needs from media/', () => {
  test('is all there for a film with times, captions and chapters', async () => {
    const { found, ready } = await look(whole);
    expect(found).toEqual([]);
    expect(ready).toMatchObject({
      Film: 'ready | “A film”, 0:20',
      Captions: 'ready | Found: last caption at 0:19',
      Chapters: 'ready | Found: last caption at 0:19',
    });
  });

  test('is given for each film that does not play, with what it needs', async () => {
    const { found, ready } = await look({ 'second/film.mp4': clip });
    expect(found).toEqual([
      'error missing-film: Cannot play the film: media/first needs a film.mp4 and a film.yaml with times; media/second needs a film.yaml beside its film.mp4, with its title, “fps: 25”, “length: "8:30"” and the times of its stops',
    ]);
    expect(ready['Film']).toMatch(
      /^todo \| It cannot play \| media\/first needs .* Or tell the story from the notes/,
    );
    expect(ready['Captions']).toBeUndefined();
  });

  test('is a suggestion where the film is in an optional block: the lesson is whole without it', async () => {
    const optional = plan.replace('(12 min)', '(12 min, optional)');
    expect((await look({}, optional)).found).toEqual([
      'warning missing-film: Cannot play the film: media/first needs a film.mp4 and a film.yaml with times; media/second needs a film.mp4 and a film.yaml with times. Its block is optional: leave it out today, or tell the film from the notes',
    ]);
    expect((await look({})).found[0]).toMatch(/^error missing-film/);
  });

  test('is given with the line of a film.yaml that cannot be used, of an empty film, and of one without times', async () => {
    expect(
      (await look({ ...whole, 'first/film.yaml': yaml.replace('0:08.0', '0:48.0') })).found[0],
    ).toContain(
      'media/first/film.yaml, line 5: Cannot stop the film at “the-ask”: its time needs to lie between the film’s start and its end',
    );
    expect((await look({ ...whole, 'first/film.mp4': '' })).found[0]).toContain(
      'media/first/film.mp4 is empty',
    );
    expect((await look({ ...whole, 'first/film.yaml': 'title: A film\n' })).found[0]).toContain(
      'media/first/film.yaml gives no length and no times yet',
    );
  });

  test('is given of a school’s own copy that does not play while another film does', async () => {
    const { found, ready } = await look(
      { ...whole, 'second/film.mp4': clip },
      plan.replace('[first, second]', '[second, first]'),
    );
    expect(found[0]).toMatch(
      /^warning film-skipped: Plays “A film” instead: media\/second needs a film\.yaml/,
    );
    expect(ready['Film']).toMatch(/^look \| “A film”, 0:20 \| Plays/);
    // A film that no one has put there is no mistake: the next one is for that.
    expect((await look(whole, plan.replace('[first, second]', '[second, first]'))).found).toEqual(
      [],
    );
  });

  test('are captions and chapters of this film: missing, unreadable or too long ones are reported', async () => {
    const { 'first/captions.en.vtt': _, 'first/chapters.vtt': __, ...bare } = whole;
    const { found, ready } = await look(bare);
    expect(found.map((one) => one.split(':')[0])).toEqual([
      'error film-captions',
      'warning film-chapters',
    ]);
    expect(ready['Captions']).toMatch(
      /^todo \| Not found \| .*It needs a file media\/first\/captions\.en\.vtt$/,
    );
    expect(ready['Chapters']).toMatch(/^look \| Not found/);
    expect(
      (await look({ ...whole, 'first/captions.en.vtt': '1\n00:00:01,000 --> 00:00:19,000\nHello' }))
        .found[0],
    ).toMatch(/film-captions: Cannot read media\/first\/captions\.en\.vtt/);
    expect(
      (await look({ ...whole, 'first/captions.en.vtt': captions.replace('00:19', '09:19') })).ready[
        'Captions'
      ],
    ).toMatch(/^todo \| For another film/);
  });

  test('is a stop in the film for each one the lesson names', async () => {
    const { found, ready } = await look(whole, plan.replace('Stop the-ask', 'Stop the-other'));
    expect(found[0]).toMatch(/^error film-stops: Cannot stop the film “A film” at “the-other”/);
    expect(ready['Film']).toMatch(/^todo \| “A film”, 0:20, cannot play/);
  });

  test('is a film and captions in which the check finds no error', async () => {
    const other = await look({ ...whole, 'first/film.yaml': yaml.replace('0:20.0', '14:20.0') });
    expect(other.ready['Film']).toMatch(
      /^todo \| The film is 0:20 long and film\.yaml says 14:20: it may be another edition, whose stops come elsewhere \| /,
    );
    expect(other.ready['Captions']).toBe('ready | Found: last caption at 0:19');
  });

  test('is time enough for the film', async () => {
    const { found, ready } = await look({
      ...whole,
      'first/film.yaml': yaml.replace('0:20.0', '14:20.0'),
    });
    expect(found).toEqual([
      'warning film-time: The film takes 14:20 and its part of the lesson 12 minutes: what comes after it would be cut short. Give it more time',
    ]);
    expect(ready['Times']).toMatch(/^look/);
  });

  test('is every picture; each missing one is named once', async () => {
    const text =
      '### A phone\n\n![A phone](p/phone.svg)\n\n![Again](p/phone.svg)\n\n![There](p/there.svg)\n';
    const { found, ready } = await look({ 'p/there.svg': '<svg/>' }, text);
    expect(found.filter((one) => one.startsWith('error missing-picture'))).toHaveLength(2);
    expect(ready['Pictures']).toBe('todo | 1 of 3 is missing | Put there media/p/phone.svg');
    expect(
      (await look({ 'p/there.svg': '<svg/>', 'p/phone.svg': '<svg/>' }, text)).ready['Pictures'],
    ).toBe('ready | All 3 are here');
    expect((await look({}, '### No picture\n\nWords\n')).ready['Pictures']).toBeUndefined();
  });

  test('is pictures that can be read and are not too large, whatever their names end in', async () => {
    const text = '### A phone\n\n![A phone](p/phone.png)\n';
    const broken = await look({ 'p/phone.png': '\0'.repeat(3_000_000) }, text);
    expect(broken.found).toContain(
      'error unreadable-picture: Cannot show the picture “p/phone.png”: media/p/phone.png is not a picture that can be read, it needs to be saved again as PNG, JPEG or SVG',
    );
    expect(broken.ready['Pictures']).toBe(
      'todo | 1 of 1 is not readable | Save again as PNG, JPEG or SVG: media/p/phone.png',
    );
    const drawing = await look(
      { 'p/phone.svg': `<svg>${' '.repeat(17_000_000)}</svg>` },
      text.replace('.png', '.svg'),
    );
    expect(drawing.found).toContain(
      'warning large-picture: The picture “p/phone.svg” has 17 MB: old laptops show it late or not at all. Save it 1920 pixels wide',
    );
    expect(drawing.ready['Pictures']).toBe(
      'look | 1 of 1 is very large | Save 1920 pixels wide: media/p/phone.svg',
    );
  });

  test('is paper with a task of the lesson’s own', async () => {
    expect((await look(whole)).ready['Paper']).toMatch(/^ready/);
    expect((await look({}, '### No task\n\nWords\n')).ready['Paper']).toMatch(
      /^look \| The worksheet has nothing of this lesson/,
    );
  });
});

describe('A film of the school’s own that lacks a stop of a lesson', () => {
  const lacking = yaml.replace('the-ask', 'another-moment');
  const other: Files = {
    'second/film.mp4': clip,
    'second/film.yaml': yaml,
    'second/captions.en.vtt': captions,
    'second/chapters.vtt': captions,
  };

  test('[TB5] is passed over for the next film, in one sentence that names the stop', async () => {
    const { found } = await look({
      ...other,
      'first/film.mp4': clip,
      'first/film.yaml': lacking.replace('A film', 'Our own'),
    });
    expect(found).toEqual([
      'warning film-skipped: Plays “A film” instead: Cannot stop the film “Our own” at “the-ask”: its film.yaml gives no time for it, it needs a line “the-ask: "0:00.0"” under “stops:”',
    ]);
  });

  test('[TB5] is refused where no other film is there, with the stop named', async () => {
    const { found } = await look({ 'first/film.mp4': clip, 'first/film.yaml': lacking });
    expect(found).toContainEqual(
      expect.stringMatching(/^error film-stops: Cannot stop the film “A film” at “the-ask”/),
    );
  });
});

describe('A film whose stops are not those of the lesson', () => {
  const twoStops = plan.replace(':::\n', '\n### Stop it-spreads: What now?\n:::\n');
  const stops = (times: string) => ({
    ...whole,
    'first/film.yaml': yaml.replace('the-ask: "0:08.0"', times),
  });
  const lacking = stops('the-ask: "0:08.0"');
  const another = stops('the-end: "0:08.0"');
  const outOfOrder = stops('it-spreads: "0:04.0"\n  the-ask: "0:08.0"');

  test.each([
    { what: 'that has none of them', files: another, why: /gives no time for it/ },
    { what: 'in another order', files: outOfOrder, why: /needs its stops in the film’s order/ },
  ])('[TB5] is nowhere shown as playing: one $what', async ({ files, why }) => {
    const { found, ready, card, page, shipped, state } = await look(files, twoStops);
    expect([state.film, state.unfit?.film.slug]).toEqual([null, 'first']);
    expect(found).toEqual([expect.stringMatching(/^error film-stops/)]);
    expect(found[0]).toMatch(why);
    expect(ready['Film']).toMatch(/^todo \| “A film”, 0:20, cannot play \| Cannot/);
    expect([
      card.film?.title ?? null,
      card.films.map(({ folder, plays }) => [folder, plays]),
    ]).toEqual([
      null,
      [
        ['first', false],
        ['second', false],
      ],
    ]);
    expect(page).toMatch(why);
    expect(page).not.toMatch(/Watch the film|The film in words|stops at/);
    expect(shipped).toEqual([]);
  });

  test('[TB5] plays where it lacks one: the question is left out, and the page and the check say so', async () => {
    const { found, card, page, state } = await look(lacking, twoStops);
    expect([card.film?.title ?? null, state.leftOut]).toEqual(['A film', ['What now?']]);
    expect(found).toEqual([
      'warning film-stop-left-out: “A film” has no moment for “What now?”: its question and its notes are left out. To ask it, give the film this stop in “Your film”',
    ]);
    expect(page).toContain('Left out, since this film has no moment for it: “What now?”');
  });

  test('[TB5] says what no one has confirmed of it, in a safeguarding lesson alone', async () => {
    const safe = plan.replace('title:', 'subject: safeguarding\ntitle:');
    const { state, page } = await look(whole, safe);
    expect(state.unconfirmed).toContain('that you may show it');
    expect(page).toMatch(/<b>Not confirmed yet\.<\/b>.*that someone has watched it to the end/);
    expect((await look(whole)).state.unconfirmed).toEqual([]);
    const day = 'safeguarding lead, 2026-11-30';
    const confirmed = `ends with help: yes\nconfirmed:\n  watched to the end: ${day}\n  no one nude or hurting themselves: ${day}\n  we may show it: ${day}\n`;
    const all = await look({ ...whole, 'first/film.yaml': yaml + confirmed }, safe);
    expect(all.state.unconfirmed).toEqual([]);
    expect(all.page).not.toContain('Not confirmed yet');
    const other = `${yaml}${confirmed}file: ${'0'.repeat(32)}\n`;
    const since = await look({ ...whole, 'first/film.yaml': other }, safe);
    expect(since.page).toMatch(/<b>Not confirmed yet\.<\/b>.*it is another one than was confirmed/);
  });

  test('plays, and is shipped, once they are', async () => {
    const { card, page, shipped, state } = await look(
      stops('the-ask: "0:08.0"\n  it-spreads: "0:12.0"'),
      twoStops,
    );
    expect([card.film?.title ?? null, state.unfit]).toEqual(['A film', null]);
    expect(page).toContain('0:20, stops at 0:08 and 0:12');
    expect(page).toContain('Watch the film');
    expect(shipped).toContain('first/film.mp4');
  });
});
