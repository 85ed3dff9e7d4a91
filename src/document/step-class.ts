/** The class of what comes a step later. */
export const STEP = 'step';

/** True where it is among the classes of an element. */
export function isStep(names: string): boolean {
  return names.includes(STEP) && names.split(' ').includes(STEP);
}
