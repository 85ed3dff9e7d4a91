/** What a name is made of, at most 20 characters, as a pattern for editors too. */
export const NAME_PATTERN = "^\\p{L}[\\p{L}\\p{M} '’.-]{0,19}$";
const NAME = new RegExp(NAME_PATTERN, 'u');

/** True for what a character may be called. */
export function isCharacterName(name: string): boolean {
  return NAME.test(name);
}

/** A name as it is saved: without blanks round it, and one form of every letter. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
