import { services } from '../../src/help/services.ts';
import { readSchool } from '../../src/school/read-school.ts';
import { LESSON_LENGTHS } from '../../src/school/school-day.ts';
import { gateTicks, type School } from '../../src/school/school.ts';
import { timeOfDay } from '../../src/text/time-of-day.ts';

/** As a school writes them, and more than can be kept: what is too much is cut off where a school is read. */
const LONG = 'The office beside the library, on the second floor, extension 4012. '.repeat(30);
const MANY = Array.from({ length: 100 }, (_, place) => place);

/** A school as full as one can be: every field has as many letters, and every list as many entries, as are kept, and every contact is confirmed. Each field has its filling here, a new one too. */
export function fullSchool(on: string): School {
  const filled = {
    name: LONG,
    setting: 'school',
    nation: 'Northern Ireland',
    lead: { name: LONG, reach: LONG },
    deputies: MANY.map(() => ({ name: LONG, reach: LONG })),
    cover: LONG,
    quietPlace: LONG,
    boxPlace: LONG,
    local: MANY.map(() => ({ name: LONG, contact: LONG })),
    homeSite: `pages-for-home.of-a-long-school-name.example.org/${'safeguarding/'.repeat(30)}`,
    editions: { kcsie: LONG, ukcis: LONG },
    confirmed: Object.fromEntries(services.map(({ id }) => [id, { on, by: 'safeguarding lead' }])),
    // With nothing hidden more is shown.
    hidden: [],
    gate: { ticked: gateTicks, on, by: 'deputy safeguarding lead' },
    termEnds: '2099-12-31',
    phones: true,
    day: {
      minutes: LESSON_LENGTHS.max,
      periods: MANY.map((place) => ({
        starts: timeOfDay(8 * 60 + (place % 12) * 60),
        ends: timeOfDay(8 * 60 + (place % 12) * 60 + 50),
      })),
    },
    saved: `${on}T09:00:00.000Z`,
  } satisfies School;
  return readSchool({ wholeclass: 'school', version: 1, ...filled }).school;
}
