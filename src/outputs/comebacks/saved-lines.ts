/** The lines someone kept, as their browser has them: ids, the newest last. Never throws: what is no list of ids is an empty one. */
export function parseSavedLines(stored: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(ids)
      ? [
          ...new Set(
            ids.filter(
              (id): id is string => typeof id === 'string' && /^[a-z0-9-]{1,40}$/.test(id),
            ),
          ),
        ].slice(-200)
      : [];
  } catch {
    return [];
  }
}

/** The list with a line put in, or taken out if it is there. */
export function toggleSavedLine(saved: readonly string[], id: string): readonly string[] {
  return saved.includes(id) ? saved.filter((one) => one !== id) : [...saved, id];
}
