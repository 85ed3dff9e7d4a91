import * as v from 'valibot';
import { record, whole, type Fields, type Schema } from '../text/schema.ts';
import { SHARES } from './disclose.ts';
import type { AfterLesson, Published, DisclosedResult } from './disclose.ts';
import { asked } from './question-schema.ts';

type At<Level extends DisclosedResult['rung']> = Extract<DisclosedResult, { readonly rung: Level }>;
const asBefore = v.exactOptional(v.literal(true));

const bands = {
  rung: v.literal('bands'),
  bands: record(v.nullable(v.picklist(SHARES))),
  turnout: whole,
  asBefore,
} satisfies Fields<At<'bands'>>;
const largest = {
  rung: v.literal('largest'),
  largest: v.string(),
  turnout: whole,
} satisfies Fields<At<'largest'>>;
const each = {
  rung: v.literal('each'),
  shares: record(v.nullable(v.picklist([...SHARES, 'more-than-half', 'less-than-half']))),
  turnout: whole,
  asBefore,
} satisfies Fields<At<'each'>>;
const words = { rung: v.literal('words') } satisfies Fields<At<'words'>>;
const tooFew = { rung: v.literal('too-few') } satisfies Fields<At<'too-few'>>;

const disclosedResult: Schema<DisclosedResult> = v.variant('rung', [
  v.object(bands),
  v.object(largest),
  v.object(each),
  v.object(words),
  v.object(tooFew),
]);

const withIt = {
  right: v.array(v.string()),
  explanation: v.string(),
} satisfies Fields<Pick<Published, 'right' | 'explanation'>>;

/** A result as it was on the board. */
export const published: Schema<Published> = v.variant('rung', [
  v.object({ ...bands, ...withIt }),
  v.object({ ...largest, ...withIt }),
  v.object({ ...each, ...withIt }),
  v.object({ ...words, ...withIt }),
  v.object({ ...tooFew, ...withIt }),
]);

/** What the teacher alone learns of a round once the lesson is over. */
export const afterLesson: Schema<AfterLesson> = v.object({
  question: asked,
  round: whole,
  paired: v.boolean(),
  told: disclosedResult,
} satisfies Fields<AfterLesson>);
