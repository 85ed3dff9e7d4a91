/** The names of the fields that a lesson’s head may have, as they are written there. */
export const headNames = [
  'title',
  'on the board',
  'summary',
  'description',
  'draft',
  'follows',
  'subject',
  'stage',
  'setting',
  'help',
  'minutes',
  'cuts',
  'nation',
  'language',
  'translation checked by',
  'film',
  'films',
  'names',
  'roles',
  'content note',
  'objectives',
  'vocabulary',
  'resources',
  'references',
  'sources',
  'reviewed',
  'reviewed by',
] as const;
export type HeadName = (typeof headNames)[number];

/** True for the name of such a field. */
export function isHeadName(name: string): name is HeadName {
  return headNames.some((one) => one === name);
}

/** Two names of one field: the one in common use for the one that a lesson’s reader fills. */
const SAME_FIELD: Readonly<Record<string, HeadName>> = { film: 'films', description: 'summary' };

/** One name for each field, whichever of its names it was written with; a name that no lesson has, as it is. */
export function fieldNamed(name: string): string {
  return Object.hasOwn(SAME_FIELD, name) ? (SAME_FIELD[name] ?? name) : name;
}
