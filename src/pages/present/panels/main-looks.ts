import type { IconName } from '../../../ui/icons.ts';
import type { MainStep } from '../session/main-step.ts';

/** How the main button looks, and what it says. */
export type MainLook = {
  readonly variant?: 'film';
  readonly icon: IconName;
  readonly words: string;
};

/** The looks of the main button, by what it does: the same words on the desk and on a phone. */
export const mainLooks: Readonly<Record<MainStep, MainLook>> = {
  uncover: { icon: 'check', words: 'Back to the slide' },
  play: { icon: 'play', words: 'Play the film', variant: 'film' },
  pause: { icon: 'pause', words: 'Pause the film', variant: 'film' },
  choose: { icon: 'film', words: 'Choose the film', variant: 'film' },
  ask: { icon: 'talk', words: 'Ask the question' },
  hands: { icon: 'hand', words: 'Count hands' },
  close: { icon: 'lock', words: 'Close poll' },
  closing: { icon: 'clock', words: 'Closing…' },
  show: { icon: 'screen', words: 'Show result' },
  talk: { icon: 'talk', words: 'Talk in pairs' },
  next: { icon: 'next', words: 'Next' },
  finish: { icon: 'check', words: 'Finish lesson' },
};
