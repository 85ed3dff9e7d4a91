import { SHARES } from '../poll/disclose.ts';
import type { AfterLesson, OptionShare, Published, Share, Told } from '../poll/disclose.ts';
import { asked } from '../poll/question-schema.ts';
import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  optional,
  readJsonAs,
  record,
  text,
  variant,
  whole,
} from '../text/schema.ts';
import type { Schema } from '../text/schema.ts';
import type { Finished } from './room.ts';

type At<Rung extends Told['rung']> = Extract<Told, { readonly rung: Rung }>;
const share: Schema<Share | null> = nullable(oneOf(...SHARES));
const optionShare: Schema<OptionShare> = nullable(
  oneOf(...SHARES, 'more-than-half', 'less-than-half'),
);
const asBefore = optional(oneOf(true));

const told: Schema<Told> = variant<Told>('rung', {
  bands: object<At<'bands'>>({
    rung: oneOf('bands'),
    bands: record(share),
    turnout: whole,
    asBefore,
  }),
  largest: object<At<'largest'>>({ rung: oneOf('largest'), largest: text, turnout: whole }),
  each: object<At<'each'>>({
    rung: oneOf('each'),
    shares: record(optionShare),
    turnout: whole,
    asBefore,
  }),
  words: object<At<'words'>>({ rung: oneOf('words') }),
  'too-few': object<At<'too-few'>>({ rung: oneOf('too-few') }),
});

const withIt = object<Pick<Published, 'right' | 'explanation'>>({
  right: list(text),
  explanation: text,
});

/** A result as it was on the board. */
export const published: Schema<Published> = (value, at) => ({
  ...told(value, at),
  ...withIt(value, at),
});

const finished = object<Finished>({
  state: oneOf('finished'),
  id: text,
  code: text,
  lesson: text,
  n: whole,
  after: list(object<AfterLesson>({ question: asked, round: whole, paired: flag, told })),
  lost: optional(oneOf(true)),
});
const end = object<{ readonly end: Finished }>({ end: finished });

/** Reads what one process tells the others of a room that is over; null for anything else. */
export function parseEnd(message: string): Finished | null {
  return readJsonAs(end, message)?.end ?? null;
}
