import type { Message, Wording } from '../../text/wording.ts';

// Of the catalogue only what this page says, since every byte of it is waited for; a school's words are the keys.
const club = {
  teacher: 'leader',
  pupils: 'young people',
  'School computers': 'Computers here',
  'Next pupil': 'Next person',
} satisfies Partial<Wording>;

/** A text with the words of a setting in it, the page’s own if none is named: `Ask your {teacher}`. */
export function wording<const Text extends string>(
  message: Message<Text, keyof typeof club>,
  setting = document.documentElement.dataset['setting'],
): string {
  return message.replace(/{(.+?)}/g, (_, key: keyof typeof club) => (setting ? club[key] : key));
}
