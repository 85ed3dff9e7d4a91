import { FILM_TEXTS } from '../../outputs/supporters/our-film.ts';
import type { KitText } from '../../outputs/supporters/kit-texts.ts';
import type { KitFile } from './kit-zip.ts';

/** The film that the page offers, with what goes with it; none where there is none, or where it cannot be had, as without a network. */
export async function filmForKit(): Promise<{
  readonly files: readonly KitFile[];
  readonly texts: readonly KitText[];
}> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-film]')];
  try {
    const files = await Promise.all(
      links.map(async ({ href, download }) => {
        const answer = await fetch(href);
        if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
        return { path: `film/${download}`, body: new Uint8Array(await answer.arrayBuffer()) };
      }),
    );
    const texts = FILM_TEXTS.map((name) => ({ path: `film/${name}.txt`, text: textOf(name) }));
    return { files, texts };
  } catch {
    return { files: [], texts: [] };
  }
}

function textOf(name: string): string {
  const place = document.querySelector(`[data-text-of="${name}"]`);
  const lines = [...(place?.querySelectorAll('li') ?? [])].map((line) => line.textContent);
  return lines.length > 0 ? lines.join('\n') : (place?.textContent ?? '');
}
