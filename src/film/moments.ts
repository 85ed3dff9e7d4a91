import { slugOf } from '../text/ids.ts';

/** The moments of a story that lessons ask about, by the name that a lesson and a film.yaml give a stop. */
export const MOMENTS = [
  { stop: 'before-the-ask', words: 'Before the ask', ask: 'What makes it easy to say no?' },
  { stop: 'the-pressure', words: 'The push', ask: 'What puts pressure on the one who is asked?' },
  { stop: 'it-spreads', words: 'It spreads', ask: 'What can the people who see it do now?' },
  { stop: 'putting-it-right', words: 'Help', ask: 'Who can help now, and how?' },
] as const;

/** What a stop is called by people: one of the moments, or its own name in plain words. */
export function momentWords(stop: string): string {
  return MOMENTS.find((one) => one.stop === stop)?.words ?? stop.replaceAll('-', ' ');
}

/** The name of a stop from the words that someone typed; empty where there is no letter in them. */
export function stopNamed(words: string): string {
  return slugOf(words);
}
