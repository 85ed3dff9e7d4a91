/** A heading that starts a block: `Myth or fact (5 min)`, `Write the reply (8 min, optional)`. */
export type BlockHeading = { readonly title: string; readonly minutes: number; readonly optional: boolean };

/** Reads a block's heading; undefined for any other, `unclear` for one whose brackets speak of minutes but cannot be read. */
export function readBlockHeading(heading: string): BlockHeading | 'unclear' | undefined {
  const text = heading.trim();
  const open = text.lastIndexOf('(');
  if (open < 0 || !text.endsWith(')') || text.length - open > 60) return undefined;
  const inside = text.slice(open + 1, -1);
  const [, minutes, kind] = /^ *(\d{1,3}) ?min(?:s|utes?)? *(?:, *(optional|core) *)?$/i.exec(inside) ?? [];
  const title = text.slice(0, open).trim();
  if (minutes !== undefined && Number(minutes) > 0 && title !== '') {
    return { title, minutes: Number(minutes), optional: kind?.toLowerCase() === 'optional' };
  }
  return /\d ?min/i.test(inside) ? 'unclear' : undefined;
}
