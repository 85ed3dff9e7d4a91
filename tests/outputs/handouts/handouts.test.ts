import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { unansweredAskers } from '../../../src/outputs/comebacks/askers.ts';
import { comebacks } from '../../../src/outputs/comebacks/comebacks.ts';
import { html } from '../../../src/text/html.ts';
import { handoutSheet } from '../../../src/outputs/handouts/handout-sheet.ts';
import type { Handout } from '../../../src/outputs/handouts/handout.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import {
  allSheets,
  sheetsOfLesson,
  sheetsOfPack,
  sheetsOfSchool,
} from '../../../src/outputs/handouts/sheets.ts';
import { firstLesson, ourFilm, shortLesson } from './a-lesson.ts';

const folder = new URL('../../../handouts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const ours = names.map((name) =>
  readHandout(name.slice(0, -3), readFileSync(new URL(name, folder), 'utf8')),
);
const { lesson } = firstLesson();
const film = ourFilm.film && { ...ourFilm.film, captions: [], descriptions: [] };
const facts = { lesson, film, today: '2026-11-25' };

function printed(handout: Handout): string {
  const sheet = handoutSheet(handout);
  const slots =
    sheet.of === 'lesson' ? sheet.make?.(facts) : sheet.make?.({ stages: [], today: facts.today });
  return slots?.['main'] ?? '';
}

const mainOf = (slug: string) =>
  printed(
    ours.find(({ handout }) => handout.slug === slug)?.handout ?? readHandout('none', '').handout,
  );
const forPupils = ours.filter(({ handout: { audience } }) => audience === 'pupils');
const sheets = allSheets(ours.map(({ handout }) => handoutSheet(handout)));
const [ofLesson, ofSchool] = [sheetsOfLesson({ lesson, film }, sheets), sheetsOfSchool(sheets)];

describe('our own handouts', () => {
  it.each(ours.map(({ handout, problems }) => [handout.slug, handout, problems] as const))(
    '%s is read without a problem, has a version and a review date, and fills all its fields',
    (_, handout, problems) => {
      expect(problems).toEqual([]);
      expect(handout.about).not.toBe('');
      const main = printed(handout);
      expect(main).toMatch(
        /data-edition="Version \d+, \d+ \w{3} \d{4} · review by \d+ \w{3} \d{4}"/,
      );
      expect(
        main
          .replaceAll(/\{(?:Sam|Alex)\}/g, '')
          .replaceAll(/data-(?:names|title|foot|named-[a-z-]+)="[^"]*"/g, ''),
      ).not.toMatch(/[{}]|_{3}|\[ \]|undefined/);
    },
  );

  it('make, with the lesson’s, the thirteen items of the pack, and the order for a week in which many tell', () => {
    const items = sheetsOfPack(ofLesson, ofSchool).map(({ item }) => item);
    expect([...new Set(items.filter((item) => item !== null))]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(items.at(-1)).toBe(null);
  });

  it('make a class’s pile in the order of handing out, the help card first and the question box last', () => {
    const toClass = ofLesson.filter(({ pile: when }) => when === 'class').map(({ id }) => id);
    expect([toClass[0], toClass.at(-1)]).toEqual(['help-card', 'question-slips']);
    expect(ofLesson.at(-1)?.id).toBe('delivery-note');
  });

  it('have no line for a pupil’s name (rule of the pupils’ sheets)', () => {
    expect(forPupils.length).toBeGreaterThan(5);
    for (const { handout } of forPupils) {
      expect(printed(handout)).not.toMatch(/<b>\s*(?:My )?name/i);
    }
  });

  it('draw QR codes on adults’ sheets alone (M10)', () => {
    for (const { handout } of forPupils) expect(printed(handout)).not.toContain('class="qr"');
    expect(mainOf('parents-talk')).toContain(
      'class="qr" role="img" aria-label="QR code for childline.org.uk"',
    );
  });

  it('say to staff never to view, copy, print, share, save or delete (M19)', () => {
    for (const slug of ['staff-flow', 'staff-steps', 'briefing']) {
      expect(mainOf(slug)).toMatch(/Never view, copy, print, share, save or delete/);
    }
  });

  it('have no field for a picture, a link or a description on the recording form (M18)', () => {
    const labels = [
      ...mainOf('recording-form').matchAll(
        /<p class="write-on"><b>(.*?)<\/b>|<th[^>]*>(.*?)<\/th>|<h2>(.*?)<\/h2>/g,
      ),
    ].map((found) => found.slice(1).join(''));
    expect(labels.length).toBeGreaterThan(15);
    for (const label of labels) {
      expect(label).not.toMatch(/image|picture|photo|link|address|describe|description/i);
    }
  });
});

describe('the comeback cards', () => {
  const cards = mainOf('comeback-cards').split('<div class="cut__card">').slice(1);

  it('have each line of ours on a card of its own, with what next and who helps (M14)', () => {
    const written = cards.filter((card) => card.includes('comeback-card__who'));
    expect(written).toHaveLength(comebacks.length + unansweredAskers.length);
    for (const { text } of comebacks) {
      expect(written.filter((card) => card.includes(`>${String(html`${text}`)}<`))).toHaveLength(1);
    }
    for (const card of written) expect(card).toMatch(/0800 1111/);
  });

  it('answer an adult, a stranger and a threat with steps, and never with a line (M15)', () => {
    for (const { label } of unansweredAskers) {
      expect(cards.find((card) => card.includes(`>${label}<`))).toMatch(/<ol><li>/);
    }
  });
});

describe('a handout', () => {
  const body = (markdown: string, head = '') =>
    printed(
      readHandout(
        'a',
        `---\ntitle: A\naudience: staff\nreviewed: 2026-11-25\n${head}---\n\n${markdown}`,
      ).handout,
    );

  it('makes lines to write on, boxes to tick, and fields of the school', () => {
    expect(body('Date: ___ Time: ___')).toMatch(
      /class="write-row"><p class="write-on"><b>Date:<\/b> <span><\/span><\/p><p class="write-on"><b>Time:<\/b>/,
    );
    expect(body('Lead: {DSL}')).toContain(
      '<p class="write-on"><b>Lead:</b> <span data-school="lead"></span></p>',
    );
    expect(body('Tell {DSL} now.')).toContain(
      'Tell <span data-school="lead">the safeguarding lead</span> now.',
    );
    expect(body('- [ ] Agreed on: ___')).toContain(
      '<li class="tick"><span class="sheet__box"></span><p class="write-on"><b>Agreed on:</b>',
    );
    expect(body('A {pictures} word')).toContain('A nudes and semi-nudes word');
  });

  it('is cut into as many pieces as it says, in full pages, whatever cards it has', () => {
    const cards = (markdown: string) => body(markdown).match(/class="cut__card"/g)?.length;
    expect(cards('::: cut 8\nOne\n:::')).toBe(8);
    expect(cards('::: cut 4\nOne\n\n+++\n\nTwo\n:::')).toBe(4);
    expect(cards('::: cut 4\nOne\n\n+++\n\nTwo\n\n+++\n\nThree\n:::')).toBe(4);
    expect(cards('::: cut 4\n1\n\n+++\n\n2\n\n+++\n\n3\n\n+++\n\n4\n\n+++\n\n5\n:::')).toBe(8);
  });

  it('is counted as it is cut: of six on a page, four are left in large print', () => {
    const perPage = (size: number) =>
      handoutSheet(
        readHandout('a', `---\ntitle: A\naudience: staff\n---\n::: cut ${size}\nOne\n:::\n`)
          .handout,
      ).perPage;
    expect([8, 6, 4, 2].map((size) => perPage(size).large)).toEqual([4, 4, 2, 1]);
  });

  it('in easy read lies beside the plain one, as a sheet of its own', () => {
    const easy = readHandout(
      'key-words.easy',
      '---\ntitle: Key words, easy read\naudience: pupils\nfor: the school\npile: class\nreviewed: 2026-11-25\n---\n\nA no is a no.',
    );
    expect(easy.problems).toEqual([]);
    const withEasy = allSheets([
      ...ours.map(({ handout }) => handoutSheet(handout)),
      handoutSheet(easy.handout),
    ]);
    const entries = sheetsOfSchool(withEasy);
    const ids = sheetsOfLesson({ lesson, film }, withEasy).map(({ id }) => id);
    expect(ids.slice(ids.indexOf('key-words')).slice(0, 2)).toEqual([
      'key-words',
      'key-words-easy',
    ]);
    expect(entries.find(({ id }) => id === 'key-words-easy')?.address).toBe(
      'print/key-words-easy/',
    );
  });

  it('begins a new page at a rule, and keeps a rule in code', () => {
    expect(body('One\n\n---\n\nTwo').match(/class="new-page"/g)).toHaveLength(1);
    expect(body('```\n\n---\n\n```')).not.toContain('new-page');
  });

  it('says with line and column what it cannot print', () => {
    const { problems } = readHandout(
      'a',
      '---\ntitle: A\naudience: everyone\ncopys: one\nreviewed: 2026-11-25\n---\n::: boxx\nHi {DSI}\n:::\n:::\n::: lines 3\n',
    );
    expect(problems.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
      '3:11 field-type',
      '4:1 unknown-field',
      '7:1 unknown-part',
      '8:4 unknown-field',
      '10:1 fence-end',
      '11:1 fence-open',
    ]);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(
      /“copies”[^]*“::: box”[^]*“\{DSL\}”/,
    );
  });

  it('is read whatever is written in it, and printed as safe HTML', () => {
    const bits = fc.constantFrom(
      '---\n',
      'title: x\n',
      ':::',
      '::: box\n',
      '::: cut 99\n',
      '+++\n',
      '```\n',
      '{DSL}',
      '{Sam}',
      '___',
      '[ ]',
      '<script>alert(1)</script>',
      '# ',
      '- ',
      '\u0000',
      '| a |\n|---|\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 40 }), (parts) => {
        const main = printed(readHandout('a', parts.join('')).handout);
        expect(main).not.toContain('<script');
      }),
      { numRuns: 150 },
    );
    expect(readHandout('a', '::: box\n'.repeat(20_000)).problems.length).toBeGreaterThan(0);
  });
});

describe('a lesson on a handout', () => {
  it('has its questions and their answers in the same order and under the same numbers', () => {
    const heads = (main: string) =>
      [...main.matchAll(/<h2>(\d+\. .*?)<\/h2>/g)].map(([, head]) => head);
    expect(heads(mainOf('questions')).length).toBeGreaterThan(1);
    expect(heads(mainOf('questions'))).toEqual(heads(mainOf('answers')));
    expect(mainOf('answers')).toContain('Everyone who passes it on');
    expect(mainOf('answers')).toMatch(/<b>Answer:<\/b> [A-D] /);
    expect(mainOf('questions')).not.toContain('Each person who passes it on makes a new choice');
  });

  it('asks how sure a pupil is on slips alone, the same before and after, and counts it on no sheet (M7a, M12)', () => {
    for (const slug of ['questions', 'answers', 'tally', 'answer-cards']) {
      expect(mainOf(slug)).not.toMatch(/How sure|keep asking after a no/);
    }
    const slips = mainOf('start-and-end-slips');
    // Both questions on each slip, three pairs of slips to a page.
    expect(slips.match(/At the start/g)).toHaveLength(3);
    expect(slips.match(/At the end/g)).toHaveLength(3);
    expect(slips.match(/How sure/g)).toHaveLength(6);
    expect(slips.match(/keep asking after a no/g)).toHaveLength(6);
  });

  it('shows parents what pupils see, and none of the teacher’s notes (M29)', () => {
    const main = mainOf('for-parents');
    expect(main).toContain('What helped?');
    expect(main).not.toMatch(/Have this on the board|Listen for|Has this happened to you/);
  });

  it('has no heading over what the lesson has nothing for', () => {
    const everything =
      ours.find(({ handout }) => handout.slug === 'for-parents')?.handout ??
      readHandout('none', '').handout;
    const sheet = handoutSheet(everything);
    const made = (more: object) =>
      sheet.of === 'lesson' ? (sheet.make?.({ ...facts, ...more })['main'] ?? '') : '';
    expect(made({})).toContain('<h2>The film in words</h2>');
    expect(made({ film: null })).not.toContain('The film in words');
  });

  it('for pupils alone is not listed where adults sit', () => {
    const adults = sheetsOfLesson({ lesson: shortLesson('adults').lesson, film }, sheets).map(
      ({ id }) => id,
    );
    expect(ofLesson.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['for-parents', 'three-messages']),
    );
    expect(adults.filter((id) => id === 'for-parents' || id === 'three-messages')).toEqual([]);
  });

  it('in easy read, for some lessons alone, lies behind the worksheet of those, each idea with its picture', () => {
    const ids = ofLesson.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('worksheet')).slice(0, 2)).toEqual([
      'worksheet',
      'worksheet-ages-11-14-easy',
    ]);
    const others = sheetsOfLesson({ lesson: shortLesson('KS3').lesson, film }, sheets).map(
      ({ id }) => id,
    );
    expect(others.filter((id) => id.endsWith('-easy'))).toEqual([]);
    expect(
      mainOf('worksheet-ages-11-14-easy').match(
        /class="sheet__idea"><div><p><img [^>]*alt="[A-Z][^"]*"/g,
      ),
    ).toHaveLength(6);
  });

  it('is not listed where it has nothing for the sheet', () => {
    const others = sheetsOfLesson({ lesson: shortLesson('KS3').lesson, film }, sheets);
    expect(ofLesson.map(({ id }) => id)).toContain('stories');
    expect(others.map(({ id }) => id)).not.toContain('stories');
  });

  it('has the story’s messages once, though a stop shows them again', () => {
    const stories = storiesIn(
      '### He asks\n::: chat\nSam: Just one?\nAlex: No\n:::\n\n### Stop a: What is he doing?\n::: chat\nSam: Just one?\nAlex: No\n:::\n',
    );
    expect(stories?.match(/Just one\?/g)).toHaveLength(1);
  });

  it('has no messages that the class finishes, by one who wrote before or not', () => {
    const stories = storiesIn(
      '### He asks\n::: chat\nSam: Just one?\n:::\n\n### Your turn\n::: chat\nSam: And now?\nAlex: Hm\nAlex: …\n:::\n\n### Hers\n::: chat\nSam: Well?\nAlex: …\n:::\n',
    );
    expect(stories).toContain('Just one?');
    expect(stories).not.toMatch(/And now|Well\?/);
  });

  function storiesIn(slides: string): string | undefined {
    const { lesson } = readLesson('a', `---\ntitle: A\nstage: KS3\n---\n${slides}`);
    const stories = ours.find(({ handout }) => handout.slug === 'stories');
    if (stories === undefined) throw new Error('There is no such handout');
    const sheet = handoutSheet(stories.handout);
    return sheet.of === 'lesson' ? sheet.make?.({ ...facts, lesson })['main'] : '';
  }

  it('follows the deck of today: each task says which slide it is of', () => {
    expect(mainOf('questions').match(/data-slide="question-[a-z-]+"/g)).toHaveLength(2);
  });
});
