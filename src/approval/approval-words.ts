import { dayWords } from '../text/day.ts';
import type { LinkState } from './approval.ts';

/** What is said of a request link that does not work, and what to do. */
export function endedWords(link: Exclude<LinkState, { readonly is: 'open' }>): string {
  switch (link.is) {
    case 'used':
      return `This request was answered on ${dayWords(link.on)}, and its link works once. ${ASK_AGAIN}`;
    case 'withdrawn':
      return `This request was withdrawn on ${dayWords(link.on)}. ${ASK_AGAIN}`;
    case 'expired':
      return `This link worked until ${dayWords(link.on)}. ${ASK_AGAIN}`;
    case 'unknown':
      return `We don’t know this link. Check that all of it was copied. ${ASK_AGAIN}`;
  }
}

const ASK_AGAIN =
  'For a new one, the teacher presses “Ask again” on the lesson’s page. Or use your safeguarding key.';
