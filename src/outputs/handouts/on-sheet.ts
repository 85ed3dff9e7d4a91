import type { Slots } from '../../text/fill-page.ts';

/** What fills a sheet of a lesson. What a lesson shows is read for pages two folders deep, and its sheets lie three (`print/<lesson>/<sheet>/`). A drawing is asked for as it is on paper, in black and white: ours have a style for `#paper`, and others are as they are. */
export function onSheet({ main = '', ...rest }: Slots): Slots {
  const drawn = main.replaceAll(
    /( src="(?:\.\.\/)+media\/[^"#]*\.svg)"/g,
    (_, address: string) => `${address}#paper"`,
  );
  return { ...rest, main: drawn.replaceAll(' src="../../media/', ' src="../../../media/') };
}
