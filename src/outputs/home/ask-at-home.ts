import type { Lesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';

/** What decides the questions: what pupils should be able to say, and whether the subject may be close to home. */
type AskedOf = Pick<Lesson, 'objectives' | 'subject'>;

/** What an objective has that a parent can ask about, “what makes a yes free”. */
const CLAUSE =
  /^I can (?:say|explain|describe) ((?:what|why|how|who|which|when|where)\b[^.?!]*)\.?$/;
// What goes on otherwise is no part of it: “…, and write a way on”, “…, and that it is never too late”.
const AND_THEN = /, and (?!(?:what|why|how|who|which|when|where)\b).*/;
const OF_THEMSELVES = /\b(?:I|I’d|I’m|my|me|mine)\b/;

/** Three questions for a parent to ask, made of what the lesson says pupils should be able to say afterwards. None asks whether it has happened to the child. */
export function askAtHome({ objectives, subject }: AskedOf): readonly string[] {
  const clauses = objectives.flatMap((one) => {
    const clause = CLAUSE.exec(one)?.[1]?.replace(AND_THEN, '');
    return clause === undefined || OF_THEMSELVES.test(clause) ? [] : [clause];
  });
  const { openers, last } = needsApproval(subject) ? CLOSE_TO_HOME : ANY_SUBJECT;
  const own = clauses
    .slice(0, 2)
    .map(
      (clause, at) =>
        `${at === 0 ? 'Can you tell me' : 'How would you explain to someone your age'} ${clause}?`,
    );
  return [...[...own, ...openers].slice(0, 2), last];
}

const CLOSE_TO_HOME = {
  openers: ['What did you make of the lesson?', 'What could a good friend do?'],
  last: 'If something like that happened to a friend, who could they tell?',
} as const;

const ANY_SUBJECT = {
  openers: ['What was the lesson about?', 'What did you find out?'],
  last: 'What surprised you?',
} as const;
