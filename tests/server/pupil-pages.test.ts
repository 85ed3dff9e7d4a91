import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { privacySheets } from '../../src/outputs/home/privacy.ts';
import { forPupilDevices, homeFoot } from '../../src/ui/home-foot.ts';
import { ask } from './ask.ts';
import { openSchool, teach, type School } from './school.ts';

/** The pages for home that pupils' devices may open (HOUSE: nothing else of them is at that door). */
const open = ['comebacks/', 'help/', 'privacy/'];
const shut = [
  'parents/',
  'supporters/',
  'help/adults/',
  'print/',
  'print/for-it/',
  'print/for-it-running/',
  'print/promises/',
  'print/data-protection/',
  'school/',
  'room-check/',
];

const handout = (slug: string) =>
  readFileSync(new URL(`../../handouts/${slug}.md`, import.meta.url), 'utf8');
const linksIn = (page: string) =>
  [...page.matchAll(/<a\b[^>]*\shref="([^"#]*)[^"]*"/g)].flatMap(([, to = '']) => to || []);

let school: School;
beforeAll(async () => {
  school = await openSchool(
    Object.fromEntries(privacySheets.map((slug) => [`handouts/${slug}.md`, handout(slug)])),
  );
  await teach(school);
});
afterAll(() => school.close());

test('the pupils’ door has three of the pages for home, the way out of them, and no page for adults', async () => {
  for (const path of [...open, 'away/']) {
    expect([path, (await ask(school.pupils + path)).status]).toEqual([path, 200]);
  }
  for (const path of shut) {
    expect([path, (await ask(school.pupils + path)).status]).toEqual([path, 404]);
  }
});

/** A page with the words of its links that ring, write or lead away. */
function withoutContactLinks(page: string): string {
  return page
    .replaceAll(/<a class="away-link"[^>]*>([^<]*)<span class="unseen">[^<]*<\/span><\/a>/g, '$1')
    .replaceAll(/<a href="(?:tel|sms|mailto):[^"]*">([^<]*)<\/a>/g, '$1');
}

test('these pages are the staff door’s without what leads adults on, and every link on them leads to a page of that door', async () => {
  for (const path of open) {
    const [staffs, pupils] = [
      (await ask(school.staff + path)).text,
      (await ask(school.pupils + path)).text,
    ];
    expect(pupils).toBe(withoutContactLinks(forPupilDevices(staffs)));
    expect(pupils).not.toMatch(/<!--\/?adults-->|tel:|https?:\/\/childline|target=/);
    for (const to of linksIn(pupils)) {
      expect([path, to, (await ask(new URL(to, school.pupils + path).href)).status]).toEqual([
        path,
        to,
        200,
      ]);
    }
  }
});

test('the foot leads pupils to these three, and adults to theirs besides', () => {
  expect(linksIn(forPupilDevices(String(homeFoot('help', '../'))))).toEqual(
    open.map((path) => `../${path}`),
  );
  expect(linksIn(String(homeFoot('help', '../')))).toEqual(
    ['comebacks', 'help', 'parents', 'supporters', 'privacy'].map((path) => `../${path}/`),
  );
});
