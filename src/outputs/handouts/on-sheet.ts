import type { Slots } from '../../text/fill-page.ts';

/** The end of a drawing's address where it is asked for in black and white; our drawings have a style for it. */
export const ON_PAPER = '#paper';

/** What fills a sheet of a lesson. What a lesson shows is read for pages two folders deep, and its sheets lie three (`print/<lesson>/<sheet>/`). A drawing is asked for as it is on paper: one without that style is as it is. */
export function onSheet({ main = '', ...rest }: Slots): Slots {
  const drawn = main.replaceAll(
    /( src="(?:\.\.\/)+media\/[^"#]*\.svg)"/g,
    (_, address: string) => `${address}${ON_PAPER}"`,
  );
  return { ...rest, main: drawn.replaceAll(' src="../../media/', ' src="../../../media/') };
}
