import { wording } from '../../ui/wording.view.ts';

/** Hands a sheet’s name and edition to the style sheet, which makes the foot of every page of them. */
export function showFoot(page: Document): void {
  const { foot, edition } = page.querySelector<HTMLElement>('[data-foot]')?.dataset ?? {};
  const { style } = page.documentElement;
  if (foot !== undefined) style.setProperty('--foot', JSON.stringify(wording(foot)));
  if (edition !== undefined) style.setProperty('--edition', JSON.stringify(edition));
}

/** Fetches every typeface that a pile of sheets may be set in, which is not on the page before it is printed. */
export async function readyFaces(page: Document, words: string): Promise<void> {
  const faces = ['400', '600', '700', 'italic 400'].map((weight) =>
    page.fonts.load(`${weight} 12pt ${faceOf(page)}`, words),
  );
  await Promise.allSettled([
    ...faces,
    page.fonts.load(`600 12pt ${faceOf(page, '--sheet-head')}`, words),
  ]);
}

function faceOf(page: Document, name = '--sheet-face'): string {
  return getComputedStyle(page.documentElement).getPropertyValue(name);
}
