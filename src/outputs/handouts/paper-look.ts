/** The three ways a sheet is set: 12 to 14 pt; large print, 18 pt and reflowed; more space between letters, words and lines, for paper that is cream. */
export const paperStyles = ['standard', 'large', 'spaced'] as const;

/** One of the ways a sheet is set. */
export type PaperStyle = (typeof paperStyles)[number];

/** The typefaces to choose from; all have plain zeros. */
export const paperFonts = ['atkinson', 'lexend', 'andika'] as const;

/** One of the typefaces. */
export type PaperFont = (typeof paperFonts)[number];

/** How a sheet looks on paper. */
export type PaperLook = { readonly style: PaperStyle; readonly font: PaperFont };

/** A sheet as it is unless someone chooses. */
export const PLAIN_LOOK: PaperLook = { style: 'standard', font: 'atkinson' };

/** The look that an address asks for, `?style=large&font=lexend`; what it does not say, or says wrong, is plain. */
export function lookOf(search: string): PaperLook {
  const asked = (name: string) => new RegExp(`[?&]${name}=([a-z]+)`).exec(search)?.[1];
  return {
    style: paperStyles.find((style) => style === asked('style')) ?? PLAIN_LOOK.style,
    font: paperFonts.find((font) => font === asked('font')) ?? PLAIN_LOOK.font,
  };
}

/** A sheet’s address with a look: the query stands before the hash, and what is plain is not written. */
export function withLook(address: string, { style, font }: PaperLook): string {
  const [path = '', hash] = address.split('#');
  const query = [
    ...(style === PLAIN_LOOK.style ? [] : [`style=${style}`]),
    ...(font === PLAIN_LOOK.font ? [] : [`font=${font}`]),
  ].join('&');
  return `${path}${query && `?${query}`}${hash === undefined ? '' : `#${hash}`}`;
}
