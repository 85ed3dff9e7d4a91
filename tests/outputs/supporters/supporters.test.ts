import { readFileSync } from 'node:fs';
import { expect, test, describe } from 'vitest';
import { checkHandout } from '../../../src/checks/check-handout.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { palette } from '../../../src/ui/palette.ts';
import { calendarFile, scheduleTable } from '../../../src/outputs/supporters/calendar.ts';
import { fill, type Details } from '../../../src/outputs/supporters/details.ts';
import { kitTexts } from '../../../src/outputs/supporters/kit-texts.ts';
import { keyMessages, pieces, wording } from '../../../src/outputs/supporters/pieces.ts';
import { drawPost, pictureSizes } from '../../../src/outputs/supporters/post-picture.ts';
import { postSvg } from '../../../src/outputs/supporters/post-svg.ts';
import { platforms, posts, tooLongFor } from '../../../src/outputs/supporters/posts.ts';
import { SAFER_INTERNET_DAY, schedule, weekday } from '../../../src/outputs/supporters/schedule.ts';
import { supportersPage } from '../../../src/outputs/supporters/supporters-page.ts';

const STAMP = '2026-11-25T14:20:05.123Z';
const club: Details = {
  name: 'Canal Side Youth Club',
  contact: 'the desk, any evening',
  setting: 'youth-work',
};
const settings = ['school', 'youth-work'] as const;
// A name and a contact of so many characters fit into every post on every platform; of longer ones the page says what they make too long.
const FITTING = { name: 40, contact: 60 } as const;
const longest: Details = {
  name: 'Youth work in the parish and the valleys'.padEnd(FITTING.name, '.'),
  contact: 'c'.repeat(FITTING.contact),
  setting: 'school',
};
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** What the checks say of words for young people, the strictest there is. */
function findings(text: string, audience: 'pupils' | 'parents' = 'pupils') {
  const head = `---\naudience: ${audience}\ntitle: For supporters\nabout: What supporters may say.\nstages: [KS3]\nreviewed: 2026-11-25\n---\n`;
  const found = checkHandout(
    readHandout('for-supporters', `${head}\n${text}\n`),
    `${head}\n${text}\n`,
    { today: '2026-11-25' },
  );
  return found.map(({ code, message }) => `${code}: ${message}`);
}

type Copied = readonly [name: string, text: string, audience: 'pupils' | 'parents'];
const copy: readonly Copied[] = [
  ...keyMessages.map((text, at) => [`key message ${at + 1}`, text, 'pupils'] as const),
  ...pieces.map(
    ({ id, text }) =>
      [id, text, id === 'newsletter' || id === 'copy-300' ? 'parents' : 'pupils'] as const,
  ),
  ...posts.flatMap(({ id, short, long, picture }) => [
    [`${id}, short`, short, 'pupils'] as const,
    [`${id}, long`, long, 'pupils'] as const,
    [`${id}, alt text`, picture.alt, 'pupils'] as const,
    [`${id}, picture`, picture.rows.join(' '), 'pupils'] as const,
  ]),
  ...schedule.map(({ on, what }) => [`schedule ${on}`, what, 'pupils'] as const),
  ...wording.map(
    ({ say, not, why }, at) =>
      [
        `wording ${at + 1}`,
        `${say}.\n\nDon’t: ${not.toLowerCase()}.\n\n${why}`,
        'parents',
      ] as const,
  ),
];

describe('the words for supporters', () => {
  test.each(copy)(
    '%s passes what lessons are checked for, in every setting (M30)',
    (_, text, audience) => {
      for (const setting of settings) {
        expect(findings(fill(text, { ...club, setting }), audience)).toEqual([]);
      }
    },
  );

  test('the checks would tell what is wrong', () => {
    expect(findings('40% of pupils have been asked.').join()).toContain('unsourced-number');
    expect(findings('Pictures never go away.').join()).toContain('frightening-wording');
  });

  test.each(pieces.filter(({ about }) => about !== null))(
    '$title is as long as it says, within a tenth',
    ({ about, text }) => {
      for (const setting of settings) {
        const many = words(fill(text, { ...club, setting }));
        expect(Math.abs(many - (about ?? 0))).toBeLessThanOrEqual((about ?? 0) / 10);
      }
    },
  );

  test('say helper words of the setting, and leave no slot empty', () => {
    const texts = copy.map(([, text]) => text);
    expect(fill(texts.join(), { ...club, setting: 'school' })).toContain('your teacher');
    expect(fill(texts.join(), club)).toContain('your leader');
    expect(fill(texts.join(), club)).not.toMatch(/[{}[\]]/);
    expect(fill('{name} {other}', { ...club, name: ' ' })).toBe('[your name] {other}');
  });

  test('M22, M24: carry no number about young people, no old hashtag and no address', () => {
    const all = kitTexts(club, STAMP)
      .map(({ text }) => text)
      .join('\n');
    expect(all).not.toMatch(/%|saynotosexting|https?:|www\.|\.uk\b/i);
  });
});

describe('the posts', () => {
  test.each(posts)('“$title” fit their platforms, with any name (M30)', ({ short, long }) => {
    for (const { max, length } of platforms) {
      expect([...fill(length === 'short' ? short : long, longest)].length).toBeLessThanOrEqual(max);
    }
    // The short one is for the smallest of them.
    expect([...fill(short, longest)].length).toBeLessThanOrEqual(280);
  });

  test.each(posts)(
    '“$title” has an alt text that says what is on the picture',
    ({ picture: { rows, alt } }) => {
      const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\d ]/gu, '');
      expect(plain(alt)).toContain(plain(rows.join(' ')));
      expect(alt.length).toBeLessThanOrEqual(150);
    },
  );

  test.each(pictureSizes)('keep every shape and word inside the picture, $id', (size) => {
    for (const { picture, hasLogo } of posts.flatMap((post) =>
      [true, false].map((has) => ({ ...post, hasLogo: has })),
    )) {
      const { shapes, logo } = drawPost(picture, size, { name: longest.name, hasLogo });
      for (const shape of shapes) {
        if (shape.kind !== 'words') continue;
        const half = shape.width / 2;
        expect(shape.x - half).toBeGreaterThanOrEqual(0);
        expect(shape.x + half).toBeLessThanOrEqual(size.width + 1);
        expect(shape.y).toBeLessThanOrEqual(size.height);
        expect(shape.size).toBeGreaterThanOrEqual(22);
      }
      expect(logo[0] + logo[2]).toBeLessThan(size.width / 2);
    }
  });

  const LONG = 'Staffordshire and Stoke-on-Trent Safeguarding Children Partnership';
  const CONTACT = 'the.partnership.board.manager@a-very-long-name-of-a-council.example';

  test('say a long name, a contact and an address whole, in every text that has them', () => {
    const one: Details = {
      name: LONG,
      contact: CONTACT,
      address: 'kit.example/help',
      setting: 'school',
    };
    for (const text of posts.flatMap(({ short, long }) => [short, long])) {
      expect(fill(text, one)).toContain(`${LONG} · ${CONTACT} · kit.example/help`);
    }
    for (const { id, text } of pieces) {
      expect([id, fill(text, one)]).toEqual([id, expect.stringContaining('kit.example/help')]);
    }
    expect(fill(pieces.map(({ text }) => text).join(), one)).not.toMatch(/[{}]/);
    expect(tooLongFor('x'.repeat(281), 'short')).toEqual(['X']);
    expect(tooLongFor('x'.repeat(501), 'long')).toEqual(['Threads', 'Mastodon']);
    expect(String(supportersPage({ setting: 'school', pictures: 'svg' })['main'])).not.toContain(
      'maxlength',
    );
  });

  test.each(pictureSizes)(
    'wrap a long name and have the address, all of it to be read, $id',
    (size) => {
      const [post] = posts;
      for (const hasLogo of [true, false]) {
        const drawn =
          post &&
          drawPost(post.picture, size, { name: LONG, address: 'kit.example/help', hasLogo }).shapes;
        const rows = (drawn ?? [])
          .flatMap((shape) => (shape.kind === 'words' ? [shape] : []))
          .slice(post?.picture.rows.length);
        const texts = rows.map(({ text }) => text);
        expect(texts.slice(0, -2).join(' ')).toBe(LONG);
        expect(texts.slice(-2)).toEqual([
          'Childline 0800 1111 · In danger? Call 999',
          'kit.example/help',
        ]);
        for (const row of rows) expect(row.size).toBeGreaterThanOrEqual(22);
      }
    },
  );

  test('“Pressure is the problem” is said by the one who is pressured, not by the one who sends the messages', () => {
    const { cast, speaks } = posts.find(({ id }) => id === 'pressure')?.picture ?? {
      cast: [],
      speaks: 0,
    };
    const asks = cast.findIndex(({ kind }) => kind === 'asks');
    expect(asks).toBe(1);
    expect(speaks).toBe(2);
  });

  test('are drawn in the colours of the pages', () => {
    const tokens = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
    for (const [name, colour] of Object.entries(palette)) {
      expect(tokens).toContain(`--${name}: ${colour};`);
    }
  });

  test('escape what is typed', () => {
    const [post] = posts;
    const [size] = pictureSizes;
    if (post === undefined || size === undefined) throw new Error('There is no post');
    expect(
      String(
        postSvg(drawPost(post.picture, size, { name: '<b>&"', hasLogo: false }), size, {
          alt: 'a "b"',
        }),
      ),
    ).toContain('&lt;b&gt;&amp;');
  });
});

describe('the schedule', () => {
  test('has Safer Internet Day on a Tuesday, its days in order, and every post once', () => {
    expect([SAFER_INTERNET_DAY, weekday(SAFER_INTERNET_DAY)]).toEqual(['2027-02-09', 'Tuesday']);
    const days = schedule.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(
      schedule.flatMap(({ piece }) => posts.filter(({ id }) => id === piece)).map(({ id }) => id),
    ).toEqual(posts.map(({ id }) => id));
    expect(days.filter((on) => ['Saturday', 'Sunday'].includes(weekday(on)))).toEqual([]);
  });

  test('is a calendar file: lines of 75 bytes at most, one event a day, marks escaped', () => {
    const file = calendarFile({ ...club, name: 'A, B; C\\D' }, STAMP);
    const lines = file.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(schedule.length);
    expect(lines).toContain('DTSTAMP:20261125T142005Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270209');
    expect(lines).toContain('DTEND;VALUE=DATE:20270210');
    expect(file.replaceAll('\r\n ', '')).toContain('A\\, B\\; C\\\\D');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is a table that a spreadsheet reads as words, whatever is typed', () => {
    const table = scheduleTable({ ...club, name: '=1+1 "x"' });
    expect(table).toContain('“Pressure is the problem”');
    expect(table).toContain('=1+1 ""x""');
    expect(table).not.toMatch(/(^|\n|",)"[=+@]/);
    expect(table.split('\r\n')[0]).toBe('\uFEFF"Date","Day","What","Text"');
  });
});

test('the page has every piece, every post in every size, and the days', () => {
  const { main = '' } = supportersPage({ setting: 'school', pictures: 'svg' });
  for (const { id } of pieces) expect(main).toContain(`data-text="${id}"`);
  expect(main.match(/data-size=/g)).toHaveLength(posts.length * pictureSizes.length);
  for (const [, id] of main.matchAll(/href="#([^"]+)"/g)) expect(main).toContain(`id="${id}"`);
  expect(main).toContain('Tuesday 9 February 2027');
  expect(main).toMatch(/value="school" checked/);
});
