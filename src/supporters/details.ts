import type { Setting } from '../school/school.ts';
import { wordsOf } from '../school/setting-words.ts';

/** What a supporter fills in once: who they are, how to reach them, and where they meet young people. Empty words stand as a blank to fill. */
export type Details = { readonly name: string; readonly contact: string; readonly setting: Setting };

/** Longest name and contact that fit on every picture and into every post. */
export const MOST = { name: 40, contact: 60 } as const;

/** Nothing filled in yet: the kit of a club, a parish or a library. */
export const NO_DETAILS: Details = { name: '', contact: '', setting: 'youth-work' };

const BLANK = { name: '[your name]', contact: '[how to reach you]' } as const;

/** A text with its `{name}`, `{contact}`, `{teacher}` and `{class}` filled in. */
export function fill(text: string, { name, contact, setting }: Details): string {
  const words = wordsOf(setting);
  const values: Readonly<Record<string, string>> = {
    name: name.trim() || BLANK.name,
    contact: contact.trim() || BLANK.contact,
    teacher: words.teacher,
    class: words.class,
  };
  return text.replaceAll(/\{(name|contact|teacher|class)\}/g, (_, slot: string) => values[slot] ?? '');
}
