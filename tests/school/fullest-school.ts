import { services } from '../../src/help/services.ts';
import { EMPTY_SCHOOL, gateTicks, schoolMax, type School } from '../../src/school/school.ts';

const WORDS =
  'Oluwaseun Fairweather-Khan, in the office beside the library on the second floor, extension 4012 ';

/** Words as a school writes them, of so many characters. */
function words(characters: number): string {
  return WORDS.repeat(4)
    .slice(0, characters - 1)
    .trimEnd()
    .padEnd(characters, '.');
}

/** A school in which each field of the form is filled to its end, and each helpline confirmed. */
export function fullestSchool(on: string): School {
  const { school, name, reach, cover, place, contact, edition, deputies, local } = schoolMax;
  const adult = { name: words(name), reach: words(reach) };
  return {
    ...EMPTY_SCHOOL,
    name: words(school),
    nation: 'Northern Ireland',
    lead: adult,
    deputies: Array.from({ length: deputies }, () => adult),
    cover: words(cover),
    quietPlace: words(place),
    boxPlace: words(place),
    local: Array.from({ length: local }, () => ({ name: words(name), contact: words(contact) })),
    homeSite: 'pages-for-home.of-a-long-school-name.example.org/safeguarding',
    editions: { kcsie: words(edition), ukcis: words(edition) },
    confirmed: Object.fromEntries(services.map(({ id }) => [id, { on, by: 'safeguarding lead' }])),
    gate: { ticked: gateTicks, on, by: 'deputy safeguarding lead' },
    saved: `${on}T09:00:00.000Z`,
  };
}
