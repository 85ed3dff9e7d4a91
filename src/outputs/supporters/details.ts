import { wordings, type Setting } from '../../text/wording.ts';

/** What a supporter fills in once: who they are, how to reach them, a page to read more on, and where they meet young people. Empty words are a blank to fill; without a page nothing is said of one. */
export type Details = {
  readonly name: string;
  readonly contact: string;
  readonly address?: string;
  readonly setting: Setting;
};

/** Nothing filled in yet: the kit of a club, a parish or a library. */
export const NO_DETAILS: Details = { name: '', contact: '', setting: 'youth-work' };

const BLANK = { name: '[your name]', contact: '[how to reach you]' } as const;

/** A text with its `{name}`, `{contact}`, `{teacher}` and `{class}` filled in, and `{address}` and `{more}` where there is a page to read more on. */
export function fill(text: string, { name, contact, address = '', setting }: Details): string {
  const page = address.trim();
  const { teacher, class: group } = wordings[setting];
  const values: Readonly<Record<string, string>> = {
    name: name.trim() || BLANK.name,
    contact: contact.trim() || BLANK.contact,
    address: page === '' ? '' : ` · ${page}`,
    more: page === '' ? '' : `\n\nMore: ${page}`,
    teacher,
    class: group,
  };
  return text.replaceAll(
    /\{(name|contact|address|more|teacher|class)\}/g,
    (_, slot: string) => values[slot] ?? '',
  );
}
