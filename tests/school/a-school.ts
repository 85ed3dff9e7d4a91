import { EMPTY_SCHOOL, gateTicks, type School } from '../../src/school/school.ts';

/** A school with everything filled in, its gate done on the day given. */
export function aSchool(on = '2026-11-20'): School {
  return {
    ...EMPTY_SCHOOL,
    name: 'Hillside School',
    lead: { name: 'The lead', reach: 'Room 4, extension 12' },
    deputies: [{ name: 'The deputy', reach: 'The office' }],
    cover: 'The head of year, in the office',
    quietPlace: 'The library office',
    boxPlace: 'Outside room 4',
    local: [{ name: 'Children’s services', contact: '0300 111 8007' }],
    homeSite: 'help.example.org',
    editions: { kcsie: 'September 2025', ukcis: 'March 2024' },
    confirmed: { ceop: { on, by: 'safeguarding lead' } },
    gate: { ticked: gateTicks, on, by: 'safeguarding lead' },
    termEnds: '2026-12-18',
    saved: '2026-11-20T09:00:00.000Z',
  };
}
