/** What is called otherwise where young people meet in a club and not in a school. */
const words: Readonly<Record<string, string>> = {
  'School computers': 'Computers here',
  'school computers': 'computers here',
  'School tablets': 'Tablets',
  'school tablets': 'tablets',
  'school tablet': 'tablet',
  'Pupil devices': 'Devices',
  'pupil devices': 'devices',
  'Next pupil': 'Next person',
  'Pupil help cards': 'Help cards for young people',
  Teachers: 'Leaders',
  teachers: 'leaders',
  Teacher: 'Leader',
  teacher: 'leader',
  Pupils: 'Young people',
  pupils: 'young people',
  Pupil: 'Young person',
  pupil: 'young person',
  Classes: 'Groups',
  classes: 'groups',
  Class: 'Group',
  class: 'group',
  'an adult in school': 'an adult you trust',
  'A school': 'A setting',
  'a school': 'a setting',
  'my school': 'my setting',
  'our school': 'our setting',
  'Your school': 'Your setting',
  'your school': 'your setting',
  'The school': 'The setting',
  'the school': 'the setting',
};

const MARK = 'data-setting="youth-work"';
const ANY = new RegExp(`\\b(?:${Object.keys(words).join('|')})\\b(?!\\.\\w)(?:’(?![a-z]))?`, 'g');

/** The same words as they are said in youth work; they are written for a school. */
export function inYouthWork(text: string): string {
  return text.replaceAll(ANY, (found) => {
    const word = found.replace('’', '');
    const here = words[word] ?? word;
    return word === found ? here : `${here}${here.endsWith('s') ? '’' : '’s'}`;
  });
}

/** A page with its text as it is said in youth work; what is in tags, scripts and styles stays. */
export function pageInYouthWork(page: string): string {
  return page
    .split(/(<(?:script|style|textarea|select)\b[^]*?<\/(?:script|style|textarea|select)>|<[^>]*>)/)
    .map((piece) => (piece.startsWith('<') ? piece : inYouthWork(piece)))
    .join('');
}

/** What opens and closes what a lesson says in its own words, in a part of a page that is else the program's: it is said as it was written. */
export const LESSONS_WORDS = { open: 'lesson', close: '/lesson' } as const;

/** A page whose menu alone is said so: what else is in it has words of a lesson. */
export function menuInYouthWork(page: string): string {
  return page.replace(/<nav class="site-nav"[^]*?<\/nav>/, pageInYouthWork);
}

/** A page that tells its script so. */
export function markYouthWork(page: string): string {
  return page.replace('<html ', `<html ${MARK} `);
}

/** True for a page that is marked so. */
export function isYouthWork(page: { includes(part: string): boolean } | null): boolean {
  return page?.includes(MARK) === true;
}
