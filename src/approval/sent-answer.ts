import * as v from 'valibot';
import { NEVER_HIDDEN } from '../help/national.ts';
import { services } from '../help/services.ts';
import type { School } from '../school/school.ts';
import { isDay } from '../text/day.ts';
import { readJsonAs, type Fields, type Schema } from '../text/schema.ts';
import { approveSchema, markSchema, refuseSchema, type AnswerStep } from './approval.ts';

/** An answer that was given in another browser than the one that asked, on a site of files: it is sent back as a link or a file, and read where its link was made. */
export type SentAnswer = {
  readonly v: 1;
  readonly wholeclass: 'answer';
  /** What the request link holds. */
  readonly token: string;
  readonly lesson: string;
  /** The text that was read. */
  readonly version: string;
  readonly on: string;
  readonly step: AnswerStep;
  /** Contacts that are right, and those that are wrong. */
  readonly confirmed: readonly string[];
  readonly hidden: readonly string[];
};

const ids: Schema<readonly string[]> = v.pipe(
  v.array(v.picklist(services.map(({ id }) => id))),
  v.maxLength(100),
);
const sentAnswer = v.object({
  v: v.literal(1),
  wholeclass: v.literal('answer'),
  token: markSchema,
  lesson: v.string(),
  version: markSchema,
  on: v.pipe(v.string(), v.check(isDay)),
  step: v.variant('type', [approveSchema, refuseSchema]),
  confirmed: ids,
  hidden: ids,
} satisfies Fields<SentAnswer>);

/** An answer as a file has it. */
export function formatAnswer(answer: SentAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

/** Reads an answer; null for anything else. */
export function parseAnswer(json: string): SentAnswer | null {
  return readJsonAs(sentAnswer, json);
}

const HASH = '#answer=';

/** The end of the link by which an answer is sent back. */
export function answerHash(answer: SentAnswer): string {
  return HASH + encodeURIComponent(JSON.stringify(answer));
}

/** The answer at the end of an address; null for any other end. */
export function answerIn(hash: string): SentAnswer | null {
  if (!hash.startsWith(HASH)) return null;
  try {
    return parseAnswer(decodeURIComponent(hash.slice(HASH.length)));
  } catch {
    return null;
  }
}

/** A school with the contacts as an answer has them. */
export function withContacts(school: School, { confirmed, hidden, on, step }: SentAnswer): School {
  const fresh = confirmed.map((id) => [id, { on, by: step.by }] as const);
  const wrong = hidden.filter((id) => !NEVER_HIDDEN.includes(id));
  const others = Object.entries(school.confirmed).filter(([id]) => !wrong.includes(id));
  return {
    ...school,
    confirmed: Object.fromEntries([...others, ...fresh]),
    hidden: [...new Set([...school.hidden.filter((id) => !confirmed.includes(id)), ...wrong])],
  };
}
