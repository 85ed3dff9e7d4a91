/** From which of the teacher’s pages the approval was opened on the teacher’s own computer: the lesson’s page, or Start. */
export type AskedFrom = 'lesson' | 'start';

/** What the approval’s address is asked for, so that it leads back there; a link that is sent has none. */
export function askedFromQuery(from: AskedFrom): string {
  return `from=${from}`;
}

/** Where the approval was opened from, by the query of its address; null where a link was sent. */
export function askedFrom(search: string): AskedFrom | null {
  const from = new URLSearchParams(search).get('from');
  return from === 'lesson' || from === 'start' ? from : null;
}

/** The page that was left for the approval, from the site’s root, and what the way back to it is called. */
export function wayBack(
  from: AskedFrom,
  slug: string,
): { readonly path: string; readonly words: string } {
  switch (from) {
    case 'lesson':
      return { path: `lesson/${slug}/`, words: 'Back to the lesson' };
    case 'start':
      return { path: `present/${slug}/`, words: 'Back to Start' };
  }
}
