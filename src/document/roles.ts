/** What people do in the story of a film, by which a lesson and a film mean the same ones, whatever either calls them. */
export const ROLES = ['asks', 'is asked', 'passes it on', 'helps'] as const;

/** One of them. */
export type Role = (typeof ROLES)[number];

/** Who does what in a story, by the name that stands in braces in its lesson: `{asks: 'Alex'}`. */
export type Roles = Readonly<Partial<Record<Role, string>>>;

/** True for the name of one. */
export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}
