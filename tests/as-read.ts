import { fillWording, wordings } from '../src/text/wording.ts';

/** A page as it is read: without the marks of words that differ from setting to setting. */
export function asRead(page: string): string {
  return page.replaceAll(/<!--\/?word[^>]*-->/g, '');
}

/** A text with words in braces as a school says it. */
export function inSchool(message: string): string {
  return fillWording(message, wordings.school);
}
