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

/** How the page opens for somebody who has chosen nothing. */
export const PLAIN: Settings = { size: 1, spacing: 'plain', font: 'own', colours: 'paper' };

/** Finds settings in whatever was kept; what is missing or unknown is as in `PLAIN`. */
export function readSettings(saved: Readonly<Record<string, unknown>>): Settings {
  const pick = <Name extends keyof typeof CHOICES>(name: Name): Settings[Name] => {
    const wanted = saved[name];
    return typeof wanted === 'string' && Object.hasOwn(CHOICES[name], wanted)
      ? (wanted as Settings[Name])
      : PLAIN[name];
  };
  const size = SIZES.find((one) => one === saved['size']) ?? PLAIN.size;
  return { size, spacing: pick('spacing'), font: pick('font'), colours: pick('colours') };
}

/** The next larger or smaller size; the same at either end. */
export function resize({ size }: Settings, by: 1 | -1): number {
  return SIZES[SIZES.findIndex((one) => one === size) + by] ?? size;
}
