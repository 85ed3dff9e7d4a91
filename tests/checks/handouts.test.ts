import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkHandout } from '../../src/checks/check-handout.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';

const folder = new URL('../../handouts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
/** What is allowed in ours, each with its reason in the file. */
const ALLOWED: Readonly<Record<string, readonly object[]>> = {
  'question-slips.md': [{ code: 'name-line', line: 23 }],
  'parents.md': [
    { code: 'outdated-term', line: 59 },
    { code: 'outdated-term', line: 68 },
  ],
};
const head = (audience: string) =>
  `---\ntitle: A\naudience: ${audience}\nreviewed: 2026-11-25\n---\n\n`;
const check = (name: string, text: string, today?: string) =>
  checkHandout(readHandout(name, text), text, today === undefined ? {} : { today });
const found = (audience: string, body: string) =>
  check('a', head(audience) + body, '2026-11-25').map(
    ({ code, line, column }) => `${line}:${column} ${code}`,
  );

describe('the checks of a handout', () => {
  it.each(names)('find nothing wrong with our own %s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    // The day of its last review, so that a handout does not fail by growing old.
    const { reviewed } = readHandout(name, text).handout;
    const problems = check(name.slice(0, -3), text, reviewed ?? '2026-11-25');
    const allowed = (ALLOWED[name] ?? []).map((one) => ({ ...one, severity: 'info' }));
    expect(problems).toEqual(allowed.map((one) => expect.objectContaining(one)));
  });

  it('find the words that hurt at their place, in a part as well', () => {
    expect(found('pupils', '::: box\nHas anyone here ever been asked?\n:::\n')).toEqual([
      '8:1 disclosure-seeking-question',
    ]);
    expect(found('parents', 'Please save the nude as evidence.\n')).toEqual(['7:8 image-handling']);
  });

  it('keep a helpline for adults off what pupils read, and let parents have it (M21)', () => {
    expect(found('pupils', 'Ring the NSPCC helpline, 0808 800 5000.\n')).toEqual([
      '7:1 adult-service',
    ]);
    expect(found('parents', 'Ring the NSPCC helpline, 0808 800 5000.\n')).toEqual([]);
  });

  it('find a filter’s word in a file’s name and title, and a review that is overdue', () => {
    expect(check('sexting-letter', head('staff') + 'Hello.\n').map(({ code }) => code)).toEqual([
      'filter-trigger',
    ]);
    expect(check('a', head('staff') + 'Hello.\n', '2027-12-01').map(({ code }) => code)).toEqual([
      'review-overdue',
    ]);
  });

  describe('say what would be lost on the sheet', () => {
    const inLesson = (body: string) =>
      check(
        'a',
        `---\ntitle: A\naudience: staff\nfor: each lesson\nreviewed: 2026-11-25\n---\n\n${body}`,
        '2026-11-25',
      ).map(({ code, line, column }) => `${line}:${column} ${code}`);

    it.each([
      ['a part of a lesson’s on a sheet of the school’s', '::: tally\n:::\n', 'part-nothing'],
      ['lines that are no number', '::: lines many\n:::\n', 'lines-count'],
      ['more lines than a page has', '::: lines 31\n:::\n', 'lines-count'],
      ['a page cut into five', '::: cut 5\nA\n:::\n', 'cut-size'],
      ['words behind a part that takes none', '::: box big\nA\n:::\n', 'part-behind'],
      ['words in a part that makes its own', '::: contacts\nRing us.\n:::\n', 'part-words'],
      ['“+++” where no cards are', '::: box\nA\n\n+++\n\nB\n:::\n', 'next-nothing'],
      ['a lesson’s field on a sheet of the school’s', 'Today: {lesson}.\n', 'unknown-field'],
    ])('%s', (_, body, code) => {
      expect(found('staff', body).map((one) => one.split(' ')[1])).toEqual([code]);
    });

    it('the program’s own tables on a sheet of a lesson', () => {
      expect(inLesson('::: doors\n:::\n')).toEqual(['8:1 part-nothing']);
      expect(inLesson('::: tally\n:::\n\n{lesson}\n\n::: handouts\n:::\n')).toEqual([]);
    });

    it('a word in its title that no title has', () => {
      const text = head('staff').replace('title: A', 'title: For {DSL}, and {pupils}');
      expect(check('a', `${text}Words.\n`).map(({ code, column }) => [column, code])).toEqual([
        [12, 'unknown-field'],
      ]);
    });

    it('nothing where nothing is lost', () => {
      for (const fine of ['::: lines 30\n:::', '::: lines\n:::', '::: contacts short\n:::']) {
        expect(found('staff', `${fine}\n`)).toEqual([]);
      }
      expect(found('staff', '::: cut\nA\n\n+++\n\nB\n:::\n')).toEqual([]);
    });
  });

  it('suppress a finding for a reason, as in a lesson', () => {
    const text =
      head('staff') +
      '<!-- allow outdated-term: the word is what the old policy says -->\nThe old policy says sexting.\n';
    expect(check('a', text).map(({ severity }) => severity)).toEqual(['info']);
  });
});
