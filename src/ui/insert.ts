import type { IconName } from './icons.ts';

/** What can be put into a lesson: what it is called, what it does, and its text. */
export type Insert = {
  readonly name: string;
  readonly about: string;
  readonly icon: IconName;
  /** `id` is a name that no question of the lesson has. The words between the two marks `‹›` are selected once it is in. */
  readonly text: (id: string) => string;
};
