/** The page for parents and carers, from the root of a site for home. */
const PARENTS = 'parents/';

/** The name that a lesson has on that page, by which a letter leads to it. */
export function lessonAnchor(slug: string): string {
  return `lesson-${slug}`;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Where a letter leads: to the page for all parents, and there to its lesson, `parents/#lesson-ice`;
 * that of a letter for any lesson is in the letter’s own address, `print/letter-home/?lesson=ice`.
 * Every public site has that page, and it goes on by itself to the lesson’s own where there is one:
 * a site that was built before the lesson was written, or without it, is no dead end on paper.
 */
export function homePath(
  lesson: string,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): string {
  const isLetter = /\/print\/letter-home[a-z0-9-]*\/(?:index\.html)?$/.test(pathname);
  const asked = isLetter ? (new URLSearchParams(search).get('lesson') ?? '') : '';
  const slug = lesson === '' ? asked : lesson;
  return SLUG.test(slug) ? `${PARENTS}#${lessonAnchor(slug)}` : PARENTS;
}
