import { slugOf } from '../text/ids.ts';

/** The longest name that a lesson's file may have, in characters without `.md`. */
const MAX_NAME = 80;

/** Names that Windows has for its devices: no folder there can hold a file of them. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** True for a name that a lesson's file can have on every system, and that leads to no other folder: small letters, digits and hyphens. */
export function isLessonName(name: string): boolean {
  return (
    name.length <= MAX_NAME &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) &&
    !DEVICES.test(name) &&
    name !== 'readme'
  );
}

/** A name for a lesson of this title that no other has: `why-ice-floats`, then `why-ice-floats-2`. */
export function freeName(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title);
  const first = isLessonName(slug) ? slug : `lesson${slug === '' ? '' : `-${slug}`}`;
  if (!taken.has(first)) return first;
  let at = 2;
  while (taken.has(`${first}-${at}`)) at += 1;
  return `${first}-${at}`;
}
