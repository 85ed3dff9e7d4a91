import * as v from 'valibot';
import { OPENED_PLAN } from '../text/browser-keys.ts';
import { number, readAs, whole } from '../text/schema.ts';
import type { MediaFile } from '../open/opened.ts';
import type { Answers } from './opened-check.ts';
import type { OpenedSource } from './open-protocol.ts';

/** What is being checked, by the name its file had, with its pictures and what its author has answered so far. */
export type OpenedPlan = {
  readonly name: string;
  readonly opened: OpenedSource;
  readonly media: readonly MediaFile[];
  readonly answers: Answers;
};

/** More pictures than this, in bytes, are in this page alone: a tab's history is no place for them. */
const MAX_MEDIA = 8_000_000;

const choice = v.picklist(['teacher', 'board', 'worksheet']);
const finding = v.object({
  kind: v.picklist([
    'unchanged',
    'changed',
    'to-notes',
    'left-out',
    'look',
    'minutes-found',
    'minutes-guessed',
  ]),
  words: v.string(),
  place: v.string(),
  line: v.nullable(whole),
});
const check = v.variant('is', [
  v.object({
    is: v.literal('plan'),
    plan: v.object({
      text: v.string(),
      isPlan: v.boolean(),
      name: v.string(),
      parts: v.array(v.object({ from: whole, to: whole, place: v.string() })),
    }),
  }),
  v.object({
    is: v.literal('slides'),
    text: v.string(),
    from: v.picklist(['presentation', 'text']),
  }),
]);
const openedPlan = v.object({
  v: v.literal(1),
  name: v.string(),
  opened: v.object({
    kind: v.literal('opened'),
    source: v.picklist(['docx', 'pptx', 'markdown', 'text', 'html']),
    tool: v.nullable(v.string()),
    slug: v.string(),
    findings: v.array(finding),
    check,
  }),
  media: v.array(v.object({ path: v.string(), bytes: v.instance(Uint8Array) })),
  choices: v.array(v.tuple([whole, choice])),
  minutes: v.array(v.tuple([v.string(), number])),
});
const state = v.object({ [OPENED_PLAN]: openedPlan });

/** What the tab's history holds of a plan that is being checked. */
export function serialiseOpened({ name, opened, media, answers }: OpenedPlan): unknown {
  const size = media.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    [OPENED_PLAN]: {
      v: 1,
      name,
      opened,
      media: size > MAX_MEDIA ? [] : media,
      choices: [...answers.choices],
      minutes: [...answers.minutes],
    },
  };
}

/** Reads that again; null for what is something else. */
export function parseOpened(held: unknown): OpenedPlan | null {
  const read = readAs(state, held)?.[OPENED_PLAN];
  if (read === undefined) return null;
  const { name, opened, media, choices, minutes } = read;
  return {
    name,
    opened,
    media,
    answers: { choices: new Map(choices), minutes: new Map(minutes) },
  };
}
