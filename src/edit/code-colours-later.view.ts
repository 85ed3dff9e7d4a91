import type { ColouredCode } from '../document/code-colours.ts';

let colours: ((info: string, text: string) => ColouredCode | null) | null = null;

/** The colours of code, as `document/code-colours.ts` has them: none until `loadColours` has come. */
export function colourCode(info: string, text: string): ColouredCode | null {
  return colours === null ? null : colours(info, text);
}

/** Loads the languages, once. */
export async function loadColours(): Promise<void> {
  colours = (await import('../document/code-colours.ts')).colourCode;
}
