/** What a teacher opens in a folder. */
export const OPEN_ME = 'Open me.html';

/** Everything else is in here, so that there is one thing to open. */
export const INNER = 'wholeclass';

/** What a page puts a lesson of one’s own into, as two zips: from a site’s root, or, as text, from that of a folder. The pages are of a site, the scripts and styles of a program. */
export const OWN_FOLDER = { pages: 'own-pages.zip', assets: 'own-assets.zip' } as const;
