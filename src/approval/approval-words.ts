import { dayWords } from '../text/day.ts';
import type { LinkState } from './approval.ts';

/** What is said of a request link that does not work. */
export function endedWords(link: Exclude<LinkState, { readonly is: 'open' }>): string {
  switch (link.is) {
    case 'used':
      return `This request was answered on ${dayWords(link.on)}. A link works once.`;
    case 'withdrawn':
      return `This request was withdrawn on ${dayWords(link.on)}.`;
    case 'expired':
      return `This link worked until ${dayWords(link.on)}.`;
    case 'unknown':
      return `We don’t know this link. Check that all of it was copied.`;
  }
}

/** What the lead does then, where a program can check who they are. */
export const WITHOUT_LINK = 'Ask the teacher for a new link, or answer with your safeguarding key.';
