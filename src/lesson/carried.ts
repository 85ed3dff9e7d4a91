/** What a part of a lesson carries that is never left out without a thought (M1, M16; TEACHING, “Pacing never offers to skip …”). */
export type Carried = 'help' | 'ending' | 'responsibility';

/** All of them, in the order in which they are named. */
export const CARRIED_PARTS: readonly Carried[] = ['help', 'ending', 'responsibility'];

/** True for the name of something that is never left out without a thought. */
export function isCarried(name: string): name is Carried {
  return CARRIED_PARTS.some((one) => one === name);
}
