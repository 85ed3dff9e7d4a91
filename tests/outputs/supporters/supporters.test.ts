import { readFileSync } from 'node:fs';
import { expect, test, describe } from 'vitest';
import { checkHandout } from '../../../src/checks/check-handout.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { palette } from '../../../src/ui/palette.ts';
import { calendarFile, scheduleTable } from '../../../src/outputs/supporters/calendar.ts';
import { fill, type Details } from '../../../src/outputs/supporters/details.ts';
import { kitTexts } from '../../../src/outputs/supporters/kit-texts.ts';
import { keyMessages, pieces, wording } from '../../../src/outputs/supporters/pieces.ts';
import {
  drawPost,
  pictureSizes,
  posterSizes,
} from '../../../src/outputs/supporters/post-picture.ts';
import { postSvg } from '../../../src/outputs/supporters/post-svg.ts';
import { platforms, posts, tooLongFor } from '../../../src/outputs/supporters/posts.ts';
import { SAFER_INTERNET_DAY, schedule, weekday } from '../../../src/outputs/supporters/schedule.ts';
import { readSignpost } from '../../../src/text/signpost.ts';
import type { QrModules } from '../../../src/ui/qr-code.ts';
import { readQr } from '../../read-qr.ts';
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
/** What a code says, read as a camera reads it. */
function readCode({ size, runs }: QrModules): string {
  const dark = new Set(
    runs.flatMap(([x, y, length]) => Array.from({ length }, (_, at) => `${x + at} ${y}`)),
  );
  return readQr(size - 8, (x, y) => dark.has(`${x + 4} ${y + 4}`));
}

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
      [
        id,
        text,
        ['newsletter', 'copy-300', 'press-release'].includes(id) ? 'parents' : 'pupils',
      ] as const,
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
        expect(texts[0]).toBe('kit.example/help');
        expect(texts.join(' ')).toContain(LONG);
        expect(texts.join(' · ')).toMatch(/Childline 0800 1111 · In danger\? Call 999$/);
        for (const row of rows) expect(row.size).toBeGreaterThanOrEqual(22);
      }
    },
  );

  // An address longer than any that a council has.
  const FAR =
    'www.a-council-with-a-long-name.example/children-and-families/online-pressure/parents';

  test.each([...pictureSizes, ...posterSizes])(
    'lead to their page by its address, whole, and by a code that reads as it, $id',
    (size) => {
      for (const { picture } of posts) {
        for (const [address, name, hasLogo] of [
          ['kit.example/help', '', false],
          [FAR, LONG, false],
          [FAR, LONG, true],
        ] as const) {
          const drawn = drawPost(picture, size, { name, address, hasCode: true, hasLogo });
          const codes = drawn.shapes.flatMap((shape) => (shape.kind === 'code' ? [shape] : []));
          expect(codes.map(({ code }) => readCode(code))).toEqual([
            `https://${address}`.replace(/^(https:\/\/[^/]+)$/, '$1/'),
          ]);
          const [x = 0, y = 0, side = 0] = codes[0]?.at ?? [];
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + side).toBeLessThanOrEqual(size.width);
          expect(y + side).toBeLessThanOrEqual(size.height);
          const rows = drawn.shapes
            .flatMap((shape) => (shape.kind === 'words' ? [shape] : []))
            .slice(picture.rows.length);
          expect(
            rows
              .map(({ text }) => text)
              .join('')
              .replaceAll(' ', ''),
          ).toContain(`${address}${name.replaceAll(' ', '')}`);
          for (const row of rows) {
            expect([size.id, hasLogo, row.text, row.size >= 20]).toEqual([
              size.id,
              hasLogo,
              row.text,
              true,
            ]);
            const [from, to] = [row.x - row.width / 2, row.x + row.width / 2];
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(size.width);
            expect(to <= x || from >= x + side).toBe(true);
          }
        }
      }
    },
  );

  test('have no code where nothing that is typed is an address, or where the page is for young people (TEACHING 0.13)', () => {
    const [post, [size]] = [posts[0], pictureSizes];
    if (post === undefined || size === undefined) throw new Error('There is no post');
    const codes = (signed: { readonly address: string; readonly hasCode: boolean }) =>
      drawPost(post.picture, size, { name: '', hasLogo: false, ...signed }).shapes.filter(
        ({ kind }) => kind === 'code',
      );
    expect(codes({ address: 'Ask at the desk', hasCode: true })).toEqual([]);
    expect(codes({ address: 'kit.example/comebacks', hasCode: false })).toEqual([]);
  });

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

describe('an address that is typed', () => {
  test.each([
    ['example.org/help', 'example.org/help', 'https://example.org/help'],
    [' https://example.org/help/ ', 'example.org/help', 'https://example.org/help/'],
    ['http://example.org', 'example.org', 'http://example.org/'],
  ])('“%s” is a page', (written, shown, href) => {
    expect(readSignpost(written)).toEqual({ shown, href });
  });

  test.each([
    '',
    'Ask at the desk',
    'desk@example.org',
    'javascript:alert(1)',
    'example',
    'ftp://example.org/',
  ])('“%s” is none', (written) => expect(readSignpost(written)).toBeNull());
});
