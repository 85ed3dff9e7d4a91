import type { Problem } from './problem.ts';

const STANDS = '. It may stay, for the reason given in the file: ';

/** A problem's message in its parts: what was found and why it matters, what to do about it, and the reason for which it may stand; empty where there is none. */
export type ProblemMessage = {
  readonly found: string;
  readonly todo: string;
  readonly reason: string;
};

/** A problem that its author lets stand, for a reason: it asks for nothing any more. */
export function suppress(problem: Problem, reason: string): Problem {
  return { ...problem, severity: 'info', message: problem.message + STANDS + reason };
}

/** Takes a message apart at the end of its first sentence; a full stop inside quotes ends none. */
export function parseProblemMessage(message: string): ProblemMessage {
  const at = message.lastIndexOf(STANDS);
  const [words, reason] =
    at < 0 ? [message, ''] : [message.slice(0, at), message.slice(at + STANDS.length)];
  const end = endOfSentence(words);
  return end < 0
    ? { found: words, todo: '', reason }
    : { found: words.slice(0, end), todo: words.slice(end + 2), reason };
}

/** Words with a full stop behind them, unless they end in one already, or in a question. */
export function sentence(words: string): string {
  return /[.?!]”?$/.test(words) ? words : `${words}.`;
}

function endOfSentence(words: string): number {
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    const letter = words.charAt(at);
    if (letter === '“') depth += 1;
    else if (letter === '”') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^\. [“\p{Lu}]/u.test(words.slice(at, at + 4))) return at;
  }
  return -1;
}
