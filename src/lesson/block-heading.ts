import type { Part } from './part.ts';

/** A heading that starts a block: `Myth or fact (5 min)`, `Write the reply (8 min, optional)`. */
export type BlockHeading = { readonly title: string; readonly minutes: number; readonly optional: boolean };

/** Reads a block's heading, as plans write it: `Starter (5 min)`, `Starter – 5 mins`, `5 minutes: Starter`. Undefined for any other, `unclear` for one whose brackets speak of minutes but cannot be read. */
export function readBlockHeading(heading: string): BlockHeading | 'unclear' | undefined {
  const text = heading.slice(0, 201).replaceAll(/\s+/g, ' ').trim();
  if (heading.length > 200 || !/\d/.test(text)) return undefined;
  const [, before = '', within, plain] = /^(.*\S)\s*(?:[([]([^()[\]]{1,60})[)\]]|[:,|–—-]\s*(\d[^()[\]]{0,20}))$/.exec(text) ?? [];
  const [, first, firstPlain, after = ''] = /^(?:[([]([^()[\]]{1,60})[)\]]|(\d[\d –-]{0,8}min[a-z]*\.?)\s*[:,|–—-])\s*(.*\S)$/i.exec(text) ?? [];
  const found = [
    { time: within ?? plain, title: before.replace(/\s*[:–—-]$/, '') },
    { time: first ?? firstPlain, title: after.replace(/^[:–—-]\s*/, '') },
  ];
  for (const { time, title } of found) {
    const read = time === undefined || title === '' ? undefined : readTime(time);
    if (read !== undefined) return { title, ...read };
  }
  return within !== undefined && /\d ?min/i.test(within) ? 'unclear' : undefined;
}

// Of `5-10 min` the longer is planned for.
function readTime(time: string): Omit<BlockHeading, 'title'> | undefined {
  const [, minutes, kind] =
    /^ *(?:about |approx\.? |c\. ?|up to )?(?:\d{1,3} ?(?:min(?:s|utes?)?)? ?[-–] ?)?(\d{1,3})[ -]?min(?:s|utes?)?\.? *(?:, *(optional|core) *)?$/i.exec(
      time,
    ) ?? [];
  if (minutes === undefined || Number(minutes) === 0) return undefined;
  return { minutes: Number(minutes), optional: kind?.toLowerCase() === 'optional' };
}

/** The level of heading that starts blocks: the highest that has times, apart from a title above all else. */
export function blockLevelOf(parts: readonly Part[]): number {
  const headings = parts.flatMap((part) => (part.type === 'heading' ? [part] : []));
  const timed = headings.filter(({ level, text }, at) => (level > 1 || at > 0) && typeof readBlockHeading(text) === 'object');
  return timed.reduce((highest, { level }) => Math.min(highest, level), timed.length === 0 ? 2 : 3);
}
