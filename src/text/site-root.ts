/**
 * The whole address of a site’s root, from that of a page and of a link on it that leads to the
 * root (`up` is `.`) or to a page one folder below it (`..`): the same on the web, `../`, and in a
 * folder, `../index.html`. Without such a link the page is one folder deep.
 */
export function siteRoot(page: string, link: string | undefined, up: '.' | '..'): string {
  return new URL(link === undefined ? '..' : up, link ?? page).href;
}
