import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_SCHOOL } from '../../../src/school/school.ts';
import { openSchoolFile, type SavedSchool } from '../../../src/server/schools/school-file.ts';
import { aSchool } from '../../school/a-school.ts';
import { ask, json } from '../ask.ts';
import { openSchool, teach, type School } from '../school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const at = () => `${school.staff}api/school`;
const see = async () => json<SavedSchool>(await ask(at()));
/** A school as its page sends it: no approval is given there. */
const filledIn = () => ({ ...aSchool(), gate: null });
const asSent = (given: object) => ({ wholeclass: 'school', version: 1, ...given });

test('A school is kept in one file of the data folder, and is there after a restart', async () => {
  const { mark, ...rest } = await see();
  expect(rest).toEqual({ school: EMPTY_SCHOOL, problems: [] });
  const saved = await ask(at(), { method: 'PUT', body: { was: mark, school: asSent(filledIn()) } });
  expect([saved.status, json<SavedSchool>(saved).school]).toEqual([200, filledIn()]);
  await school.restart();
  expect((await see()).school).toEqual(filledIn());
  expect(readdirSync(school.dataDir).filter((name) => name.includes('school'))).toEqual([
    'school.json',
  ]);
});

test('Of two people who change it at once the second gets a message, and nothing of the first is lost', async () => {
  const { mark } = await see();
  const put = (name: string) =>
    ask(at(), { method: 'PUT', body: { was: mark, school: asSent({ ...filledIn(), name }) } });
  const replies = await Promise.all([put('First'), put('Second')]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(['First', 'Second'][replies.findIndex(({ status }) => status === 200)]).toBe(
    (await see()).school.name,
  );
});

test('What a school has no field for is refused, a pupil above all', async () => {
  const { mark, school: before } = await see();
  const reply = await ask(at(), {
    method: 'PUT',
    body: { was: mark, school: asSent({ ...filledIn(), pupil: 'heron' }) },
  });
  expect([reply.status, reply.text.includes('no such field')]).toEqual([400, true]);
  for (const body of [{}, { was: 1 }, { was: mark, school: [] }, { was: mark }]) {
    expect((await ask(at(), { method: 'PUT', body })).status).toBe(400);
  }
  expect((await see()).school).toEqual(before);
});

test('A file that cannot be read is said to be so, and stays as it is until it is replaced', async () => {
  const path = join(school.dataDir, 'school.json');
  writeFileSync(path, '{"wholeclass": "school", "version": 1, "name": "Hillside", "lead": 7}');
  const { problems, school: read, mark } = await see();
  expect([read.name, problems]).toEqual([
    'Hillside',
    ['Cannot use “lead”: it is not in the form of a school file.'],
  ]);
  expect(readFileSync(path, 'utf8')).toContain('"lead": 7');
  expect(
    (await ask(at(), { method: 'PUT', body: { was: mark, school: asSent(filledIn()) } })).status,
  ).toBe(200);
});

test.each([
  ['no JSON', '{"wholeclass": "sch'],
  ['something else', '[1, 2]'],
  ['of a newer version', '{"wholeclass": "school", "version": 7, "name": "Hillside"}'],
  ['empty', ''],
])(
  '[R31] A school’s file that is %s is set aside under a name with the date, and the page says so until there is a school again',
  async (_, text) => {
    const path = join(school.dataDir, 'school.json');
    const asides = () =>
      readdirSync(school.dataDir).filter((name) =>
        /^school-damaged-\d{4}-\d{2}-\d{2}T\d{4}(-\d+)?\.json$/.test(name),
      );
    for (const name of asides()) rmSync(join(school.dataDir, name));
    writeFileSync(path, text);
    await school.restart();
    const first = await see();
    const [aside = 'none'] = asides();
    expect(first).toMatchObject({
      school: EMPTY_SCHOOL,
      problems: [expect.stringContaining(aside)],
    });
    expect([existsSync(path), readFileSync(join(school.dataDir, aside), 'utf8')]).toEqual([
      false,
      text,
    ]);
    expect((await see()).problems).toEqual(first.problems);
    expect(
      (await ask(at(), { method: 'PUT', body: { was: first.mark, school: asSent(filledIn()) } }))
        .status,
    ).toBe(200);
    expect(await see()).toMatchObject({ school: filledIn(), problems: [] });
  },
);

test('[R31] A school’s file that is there and cannot be read is reported, and is not taken for none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-unread-'));
  mkdirSync(join(folder, 'school.json'));
  const { school: found, problems } = await openSchoolFile(folder).read();
  rmSync(folder, { recursive: true });
  expect(found).toEqual(EMPTY_SCHOOL);
  expect(problems).toEqual([
    expect.stringMatching(
      /^The school’s file, school\.json in the data folder, is there and cannot be read \(EISDIR\)\./,
    ),
  ]);
});

test('The pupils’ door knows of no school', async () => {
  await teach(school);
  expect((await ask(`${school.pupils}api/school`)).status).toBe(404);
  expect((await ask(`${school.pupils}school/`)).status).toBe(404);
  expect((await ask(`${school.pupils}school.json`)).status).toBe(404);
});
