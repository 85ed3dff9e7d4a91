/** How many slides go on a page of paper. */
export const slidesAPage = [1, 2, 3] as const;

/** One of them. */
export type SlidesAPage = (typeof slidesAPage)[number];

/** As many as an address asks for, `?a-page=2`; three where it says nothing. */
export function slidesAPageOf(search: string): SlidesAPage {
  const [, asked] = /[?&]a-page=(\d)/.exec(search) ?? [];
  return slidesAPage.find((count) => String(count) === asked) ?? 3;
}

/** Where a lesson’s slides on paper are, from the site’s root. */
export function slidesAddress(slug: string, count: SlidesAPage = 3): string {
  return `print/${slug}/slides/${count === 3 ? '' : `?a-page=${count}`}`;
}
