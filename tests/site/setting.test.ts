import { asRead } from '../as-read.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Setting } from '../../src/text/wording.ts';
import type { SavedSchool } from '../../src/server/schools/school-file.ts';
import { aSchool } from '../school/a-school.ts';
import { ask, json } from '../server/ask.ts';
import { LESSON, openSchool, teach, type School } from '../server/school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
  await teach(school);
});
afterAll(() => school.close());

async function choose(setting: Setting): Promise<void> {
  const { mark } = json<SavedSchool>(await ask(`${school.staff}api/school`));
  const body = { was: mark, school: { wholeclass: 'school', version: 1, ...aSchool(), setting } };
  expect((await ask(`${school.staff}api/school`, { method: 'PUT', body })).status).toBe(200);
}

/** The pages whose scripts say something of ours, and what is kept, which is said without one. */
const pages = () => [
  school.pupils,
  `${school.pupils}read/`,
  `${school.pupils}check/`,
  `${school.staff}present/${LESSON}/`,
  `${school.pupils}privacy/`,
  `${school.staff}privacy/`,
];
const all = () => Promise.all(pages().map(async (page) => asRead((await ask(page)).text)));

test('Where it is youth work the pages are marked for their scripts, and what is kept is said to a group with its leader; in a school nothing changes', async () => {
  const before = await all();
  await choose('youth-work');
  for (const page of await all()) expect(page).toContain('<html data-setting="youth-work" ');
  for (const page of (await all()).slice(4)) {
    expect(page).toContain(
      'Your leader sees totals. Computers here may still be checked to keep people safe.',
    );
    expect(page).not.toMatch(/[Yy]our teacher|[Ss]chool computers/);
  }
  for (const path of ['', 'school/', 'print/', `lesson/${LESSON}/`]) {
    expect([path, asRead((await ask(school.staff + path)).text)]).toEqual([
      path,
      expect.stringContaining('<b>Your setting</b>'),
    ]);
  }
  await choose('school');
  expect(await all()).toEqual(before);
});
