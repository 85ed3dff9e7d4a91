import type { Carried } from '../../lesson/carries.ts';

/** Why a part of a lesson is better not hidden, for the teacher who is about to: one sentence for each thing it carries. */
export function reasonsToKeep(carried: readonly Carried[]): readonly string[] {
  return carried.map((one) => {
    switch (one) {
      case 'help':
        return 'It says who can help, or what happens when someone tells. A {pupil} who is worried may need it today.';
      case 'ending':
        return 'It is part of the ending, where help works. Nobody should leave with the story half told.';
      case 'responsibility':
        return 'It says who is responsible. Left open, {pupils} put it on the person who was under pressure.';
    }
  });
}
