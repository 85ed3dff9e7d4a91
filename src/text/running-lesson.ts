/** How long a lesson can be returned to after its presenter last saved it, in ms: as long as a room lives (R8). */
export const RETURN_MS = 90 * 60_000;

/** A lesson that was started in this browser and is not finished: its file's name, and when it has to end, in ms since 1970, where the teacher set a time. */
export type RunningLesson = { readonly slug: string; readonly bell: number | null };

/** The lessons of a site that can be returned to, the one last used first, from the names and texts of a browser's storage; `now` is ms since 1970. */
export function runningLessons(stored: Iterable<readonly [string, string]>, site: string, now: number): readonly RunningLesson[] {
  const found = [...stored].flatMap(([key, text]) => {
    const slug = slugOf(key, site);
    const desk = slug === null ? null : parseDesk(text);
    return slug !== null && desk !== null && now - desk.at <= RETURN_MS ? [{ slug, ...desk }] : [];
  });
  return found.toSorted((a, b) => b.at - a.at).map(({ slug, bell }) => ({ slug, bell }));
}

// The name that `deskKey` makes of a window of this site.
function slugOf(key: string, site: string): string | null {
  const [start, end] = [`wholeclass:${site}:`, ':present'];
  const slug = key.startsWith(start) && key.endsWith(end) ? key.slice(start.length, -end.length) : '';
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? slug : null;
}

function parseDesk(text: string): { readonly at: number; readonly bell: number | null } | null {
  try {
    const saved: unknown = JSON.parse(text);
    if (typeof saved !== 'object' || saved === null || !('at' in saved) || typeof saved.at !== 'number') return null;
    return { at: saved.at, bell: 'bell' in saved && typeof saved.bell === 'number' ? saved.bell : null };
  } catch {
    return null;
  }
}
