import * as v from 'valibot';
import { MAX_PUPILS } from '../../room/max-pupils.ts';
import { FORM } from '../../room/one-length.ts';
import { triages, type NewRoom, type Post, type Stage, type Step } from '../../room/protocol.ts';
import { approvalRequest, type ApprovalSent } from '../../approval/approval-protocol.ts';
import { reviewRequest, type ReviewRequest } from '../../review/review-protocol.ts';
import { readAs, record, type Fields, type Schema } from '../../text/schema.ts';
import { PUZZLES, type Proof } from '../../text/sign-in-proof.ts';
import { keyReasons, type NewKey } from '../schools/safeguarding-keys.ts';
import type { TypedKey } from '../staff/staff-key.ts';

const newRoom = v.object({
  lesson: textUpTo(200),
  pupils: wholeFrom(1, MAX_PUPILS),
  devices: v.boolean(),
  names: v.optional(v.pipe(record(textUpTo(100)), v.maxEntries(20)), {}),
});

/** `POST /api/rooms`; null when the body has another shape. */
export function parseNewRoom(body: unknown): NewRoom | null {
  return readAs(newRoom, body);
}

const by = v.exactOptional(textUpTo(100));
const question = textUpTo(200);

function yes() {
  return v.pipe(
    v.exactOptional(v.unknown()),
    v.transform((value) => value === true),
  );
}

const shown = {
  step: wholeFrom(0, 1000),
  cover: v.picklist(['none', 'pause', 'help']),
  // What is no yes is a slide like any other.
  isHelp: yes(),
  isJoin: yes(),
};
const order = wholeFrom(0, 1_000_000);
const film = v.variant('do', [
  v.object({ order, do: v.picklist(['none', 'play', 'pause']) }),
  v.object({ order, do: v.literal('seek'), at: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
]);
const stage: Schema<Stage> = v.pipe(
  v.object({ ...shown, film }),
  v.transform(({ isHelp, isJoin, ...rest }) => ({
    ...rest,
    ...(isHelp && { isHelp }),
    ...(isJoin && { isJoin }),
  })),
);

const step: Schema<Step> = v.variant('type', [
  v.object({ type: v.literal('lead'), by: textUpTo(100), take: v.optional(v.boolean(), false) }),
  v.object({ type: v.literal('ask'), question, round: v.exactOptional(wholeFrom(1, 9)), by }),
  v.object({ type: v.picklist(['show', 'discard']), question, by }),
  v.object({
    type: v.literal('hands'),
    question,
    counts: v.pipe(record(wholeFrom(0, MAX_PUPILS)), v.maxEntries(10)),
    answering: v.exactOptional(wholeFrom(0, MAX_PUPILS)),
    by,
  }),
  v.object({
    type: v.literal('cards'),
    question,
    counts: v.pipe(record(wholeFrom(0, MAX_PUPILS)), v.maxEntries(10)),
    by,
  }),
  v.object({ type: v.literal('slide'), slide: textUpTo(300), stage: v.exactOptional(stage), by }),
  v.object({ type: v.literal('pupils'), pupils: wholeFrom(1, MAX_PUPILS), by }),
  v.object({ type: v.picklist(['box', 'joining']), isOpen: v.boolean(), by }),
  v.object({
    type: v.literal('triage'),
    note: textUpTo(100),
    also: v.exactOptional(v.pipe(v.array(textUpTo(100)), v.maxLength(300))),
    as: v.nullable(v.picklist(triages)),
    by,
  }),
  v.object({
    type: v.literal('close'),
    question: v.exactOptional(question),
    round: v.exactOptional(wholeFrom(1, 9)),
    by,
  }),
  // Steps that say no more than their type.
  v.object({
    type: v.picklist([
      'hide',
      'devices',
      'shared',
      'more-seats',
      'new-code',
      'reset-seats',
      'finish',
    ]),
    by,
  }),
]);

/** `POST steps`; null when the body is no step. */
export function parseStep(body: unknown): Step | null {
  return readAs(step, body);
}

const rejoin = v.object({ phrase: textUpTo(200) });

/** `POST rejoin`; the phrase as it was typed, or null. */
export function parseRejoin(body: unknown): string | null {
  return readAs(rejoin, body)?.phrase ?? null;
}

const seat = v.object({ pass: textUpTo(100) });

/** `POST seats`; the pass of a page that was in, empty for one that comes for the first time (R52). */
export function parseSeat(body: unknown): string {
  return readAs(seat, body)?.pass ?? '';
}

const post: Schema<Post> = v.pipe(
  // Votes and notes may be filled up to one length; older pages do not (R17).
  v.object({ v: v.optional(v.literal(FORM)), ballot: textUpTo(100), text: textUpTo(2000) }),
  v.transform(({ ballot, text }) => ({ ballot, text })),
);

/** `POST rooms/:code/box`; null when the body is no note. */
export function parsePost(body: unknown): Post | null {
  return readAs(post, body);
}

const dealtWith = v.object({ note: textUpTo(100), undo: v.optional(v.boolean(), false) });

/** `POST /api/box`: a note that the safeguarding lead has dealt with, or, with `undo`, has not; null when the body is neither. */
export function parseDealtWith(
  body: unknown,
): { readonly note: string; readonly undo: boolean } | null {
  return readAs(dealtWith, body);
}

const newKey = v.object({
  words: textUpTo(200),
  reason: v.picklist(keyReasons),
  code: v.optional(v.pipe(v.string(), v.maxLength(50)), ''),
});

/** `POST /api/box/keys`: a new safeguarding key, without the holder’s words, which come as a bearer; null when the body is none. */
export function parseNewKey(body: unknown): Omit<NewKey, 'holder'> | null {
  return readAs(newKey, body);
}

const lessonText = v.object({
  text: v.pipe(v.string(), v.excludes('\0')),
  staysSafeguarding: v.optional(v.boolean(), false),
});

/** `PUT /api/lessons/:lesson/text`: the text of a lesson, and whether it is a copy of one that stays a safeguarding lesson; null when the body is none. */
export function parseLessonText(body: unknown): v.InferOutput<typeof lessonText> | null {
  return readAs(lessonText, body);
}

/** `POST /api/lessons/:lesson/review`: what is to be done; null when the body is no step. */
export function parseReviewStep(body: unknown): ReviewRequest | null {
  return readAs(reviewRequest, body);
}

/** `POST /api/lessons/:lesson/approval`: what is to be done; null when the body is no step. */
export function parseApprovalStep(body: unknown): ApprovalSent | null {
  return readAs(approvalRequest, body);
}

const picture = v.object({ base64: v.string() });

/** `PUT /api/lessons/:lesson/pictures/:picture`: the bytes of a picture; null when the body is none. */
export function parsePicture(body: unknown): Uint8Array | null {
  const base64 = readAs(picture, body)?.base64 ?? '';
  const bytes = Buffer.from(base64, 'base64');
  // What is no base64 is left out by it.
  return base64 !== '' && bytes.toString('base64') === base64 ? bytes : null;
}

const check = v.object({ lesson: textUpTo(200) });

/** `POST /api/room-check`: the lesson whose words are to get through, or null. */
export function parseCheck(body: unknown): string | null {
  return readAs(check, body)?.lesson ?? null;
}

const proof = v.object({
  challenge: textUpTo(200),
  counters: v.pipe(v.array(wholeFrom(0, 2 ** 32 - 1)), v.length(PUZZLES)),
} satisfies Fields<Proof>);
const typedKey: Schema<TypedKey> = v.object({
  key: textUpTo(200),
  proof: v.optional(v.nullable(proof), null),
});

/** `POST /api/sign-in`: the key that was typed, with its proof where there is one; null for another shape. */
export function parseTypedKey(body: unknown): TypedKey | null {
  return readAs(typedKey, body);
}

const receipts = v.object({
  receipts: v.pipe(v.array(v.unknown()), v.maxLength(100), v.array(textUpTo(2000))),
});

/** `POST receipts`; null when the body is no list of receipts. */
export function parseReceipts(body: unknown): readonly string[] | null {
  return readAs(receipts, body)?.receipts ?? null;
}

function textUpTo(max: number): Schema<string> {
  return v.pipe(v.string(), v.nonEmpty(), v.maxLength(max));
}

function wholeFrom(min: number, max: number): Schema<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
}
