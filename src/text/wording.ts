/** Where the lessons are taught; it decides what some things are called. */
export type Setting = 'school' | 'youth-work';

const school = {
  'School computers': 'School computers',
  'school computers': 'school computers',
  'School tablets': 'School tablets',
  'school tablets': 'school tablets',
  'school tablet': 'school tablet',
  'Pupil devices': 'Pupil devices',
  'pupil devices': 'pupil devices',
  'Next pupil': 'Next pupil',
  'Pupil help cards': 'Pupil help cards',
  Teachers: 'Teachers',
  teachers: 'teachers',
  Teacher: 'Teacher',
  teacher: 'teacher',
  Pupils: 'Pupils',
  'Pupils’': 'Pupils’',
  pupils: 'pupils',
  'pupils’': 'pupils’',
  Pupil: 'Pupil',
  pupil: 'pupil',
  Classes: 'Classes',
  classes: 'classes',
  Class: 'Class',
  class: 'class',
  'an adult in school': 'an adult in school',
  'A school': 'A school',
  'a school': 'a school',
  'my school': 'my school',
  'our school': 'our school',
  'Your school': 'Your school',
  'your school': 'your school',
  'The school': 'The school',
  'the school': 'the school',
} as const;

/** What differs from one setting to another, by what it is called in a school. */
export type WordKey = keyof typeof school;

/** What each of them is called in one setting. */
export type Wording = Readonly<Record<WordKey, string>>;

const youthWork: Wording = {
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
  'Pupils’': 'Young people’s',
  pupils: 'young people',
  'pupils’': 'young people’s',
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

/** The catalogue: what things are called in each setting. */
export const wordings: Readonly<Record<Setting, Wording>> = { school, 'youth-work': youthWork };

type KeysIn<Text extends string> = Text extends `${string}{${infer Key}}${infer Rest}`
  ? Key | KeysIn<Rest>
  : never;

/** A text with words of the catalogue in braces, `Ask your {teacher}`; one that names a word which is not in it does not compile. */
export type Message<Text extends string, Keys extends WordKey = WordKey> =
  KeysIn<Text> extends Keys ? Text : never;

/** A text with the words of a setting in their places; other names in braces stay. */
export function fillWording(message: string, wording: Wording): string {
  return message.replaceAll(/\{([^{}]+)\}/g, (whole, key: string) =>
    isWordKey(key) ? wording[key] : whole,
  );
}

/** Every key of the catalogue. */
export const wordKeys: readonly string[] = Object.keys(school);

/** True for what the catalogue has a word for. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(school, key);
}
