/** The page for parents and carers, from the root of a site for home. */
export const PARENTS = 'parents/';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The page that a letter leads to: its lesson’s, of a letter for any lesson the one that the letter’s own address names, `print/letter-home/?lesson=ice`, or else the page for all parents. */
export function homePath(
  lesson: string,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): string {
  const isLetter = /\/print\/letter-home[a-z0-9-]*\/(?:index\.html)?$/.test(pathname);
  const asked = isLetter ? (new URLSearchParams(search).get('lesson') ?? '') : '';
  const slug = lesson === '' ? asked : lesson;
  return SLUG.test(slug) ? `${PARENTS}${slug}/` : PARENTS;
}
