import type { Slots } from '../../text/fill-page.ts';

/** What fills a sheet of a lesson. What a lesson shows is read for pages two folders deep, and its sheets lie three (`print/<lesson>/<sheet>/`). */
export function onSheet({ main = '', ...rest }: Slots): Slots {
  return { ...rest, main: main.replaceAll(' src="../../media/', ' src="../../../media/') };
}
