import type { Setting } from './school.ts';

/** The words that differ from one setting to another. */
export type SettingWords = {
  readonly school: string;
  readonly lead: string;
  readonly class: string;
  readonly classes: string;
  readonly teacher: string;
  readonly term: string;
};

const words: Readonly<Record<Setting, SettingWords>> = {
  school: {
    school: 'school',
    lead: 'safeguarding lead',
    class: 'class',
    classes: 'classes',
    teacher: 'teacher',
    term: 'term',
  },
  'youth-work': {
    school: 'setting',
    lead: 'safeguarding lead',
    class: 'group',
    classes: 'groups',
    teacher: 'leader',
    term: 'term',
  },
};

/** What things are called where the lessons are taught. */
export function wordsOf(setting: Setting): SettingWords {
  return words[setting];
}
