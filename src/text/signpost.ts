/** A page that a supporter leads people to: as it is written and said, and as a code leads there. */
export type Signpost = { readonly shown: string; readonly href: string };

/** Reads what someone typed as the address of a page, `example.org/help`; null where it is words of another kind, and nothing then leads there but a reader. */
export function readSignpost(written: string): Signpost | null {
  const typed = written.trim();
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isPage =
    url !== null && /^[^\s@]+\.[^\s@]+$/.test(url.host) && !/\s/.test(typed) && url.username === '';
  return isPage
    ? { shown: typed.replace(/^https?:\/\//i, '').replace(/\/$/, ''), href: url.href }
    : null;
}
