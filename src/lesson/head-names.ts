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
