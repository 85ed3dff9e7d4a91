import type { Adult, School } from '../../school/school.ts';

/** What a school has told, by the name that a sheet for adults gives to its place; empty where it has told nothing, and the line stays blank. */
export function schoolOnPaper(school: School): Readonly<Record<string, string>> {
  const { name, lead, deputies, cover, quietPlace, boxPlace, editions, local } = school;
  const edition = (title: string, words: string) => (words === '' ? [] : [`${title}, ${words}`]);
  return {
    ...{ name, cover, quietPlace, boxPlace },
    lead: lead.name,
    reach: lead.reach,
    deputies: deputies
      .map(adultWords)
      .filter((words) => words !== '')
      .join('; '),
    editions: [
      ...edition('Keeping children safe in education', editions.kcsie),
      ...edition('UKCIS', editions.ukcis),
    ].join('; '),
    // On a card to cut out there is room for one.
    deputy: deputies.map(adultWords).find((words) => words !== '') ?? '',
    local: local
      .filter(({ contact }) => contact !== '')
      .map(({ name: whose, contact }) => `${whose} ${contact}`.trim())
      .join('; '),
  };
}

/** More of a school's own words than stand on a sheet as it is set usually. */
const MANY_CHARACTERS = 240;

/** True where a school names so many people and places that its sheets are set closer. */
export function isLongOnPaper(values: Readonly<Record<string, string>>): boolean {
  return `${values['deputies']}${values['local']}`.length > MANY_CHARACTERS;
}

/** The safeguarding lead as pupils' help cards name them, `Ms Khan, Room 14`; empty where the school has not. */
export function leadOnCard({ lead: { name, reach } }: Pick<School, 'lead'>): string {
  return name === '' || reach === '' ? name : `${name}, ${reach}`;
}

function adultWords({ name, reach }: Adult): string {
  return reach === '' ? name : `${name} (${reach})`;
}
