import * as v from 'valibot';
import { namesOf } from '../../text/own.ts';
import { readAs, type Fields } from '../../text/schema.ts';

/** Text sizes, as parts of the browser's own. */
export const SIZES = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** What can be chosen, by its name in storage and its words on the page. */
export const CHOICES = {
  spacing: { plain: 'Ordinary', wide: 'Wide', widest: 'Widest' },
  font: {
    own: 'This device’s own',
    atkinson: 'Atkinson Hyperlegible',
    lexend: 'Lexend',
    andika: 'Andika',
  },
  colours: {
    paper: 'Paper',
    white: 'White',
    cream: 'Cream',
    dark: 'Dark',
    contrast: 'High contrast',
  },
} as const;

/** How a reader wants the text. */
export type Settings = { readonly size: number } & {
  readonly [Name in keyof typeof CHOICES]: keyof (typeof CHOICES)[Name];
};

/** How the page opens for someone who has chosen nothing. */
const PLAIN = {
  size: 1,
  spacing: 'plain',
  font: 'own',
  colours: 'paper',
} as const satisfies Settings;

const settings = v.object({
  size: v.fallback(v.picklist(SIZES), PLAIN.size),
  spacing: v.fallback(v.picklist(namesOf(CHOICES.spacing)), PLAIN.spacing),
  font: v.fallback(v.picklist(namesOf(CHOICES.font)), PLAIN.font),
  colours: v.fallback(v.picklist(namesOf(CHOICES.colours)), PLAIN.colours),
} satisfies Fields<Settings>);

/** Finds settings in whatever was kept; what is missing or unknown is as in `PLAIN`, and dark where the device is set to dark. */
export function readSettings(saved: Readonly<Record<string, unknown>>, isDark = false): Settings {
  const found = readAs(settings, saved) ?? PLAIN;
  return isDark && saved['colours'] === undefined ? { ...found, colours: 'dark' } : found;
}

/** The next larger or smaller size; the same at either end. */
export function resize({ size }: Settings, by: 1 | -1): number {
  return SIZES[SIZES.findIndex((one) => one === size) + by] ?? size;
}
