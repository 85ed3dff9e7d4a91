import { triages } from '../../room/box.ts';
import { FORM } from '../../room/one-length.ts';
import type { NewRoom, Post, Step } from '../../room/protocol.ts';
import { keyReasons, type NewKey } from '../schools/safeguarding-keys.ts';
import { MOST_PUPILS } from '../../room/most-pupils.ts';
import { PUZZLES, type Proof } from '../../text/sign-in-proof.ts';
import type { TypedKey } from '../staff/staff-key.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `POST /api/rooms`; null when the body has another shape. */
export function readNewRoom(body: unknown): NewRoom | null {
  if (!isFields(body)) return null;
  const { lesson, pupils, devices, names = {} } = body;
  if (
    !isText(lesson, 200) ||
    !isWhole(pupils, 1, MOST_PUPILS) ||
    typeof devices !== 'boolean' ||
    !isNames(names)
  ) {
    return null;
  }
  return { lesson, pupils, devices, names };
}

/** `POST steps`; null when the body is no step. */
export function readStep(body: unknown): Step | null {
  if (!isFields(body) || typeof body['type'] !== 'string') return null;
  const taken = readTyped(body['type'], body);
  const { by } = body;
  if (taken === null || by === undefined || taken.type === 'lead') return taken;
  return isText(by, 100) ? { ...taken, by } : null;
}

function readTyped(
  type: string,
  {
    question,
    round,
    counts,
    answering,
    slide,
    pupils,
    isOpen,
    note,
    also,
    as,
    by,
    take = false,
    stage,
  }: Fields,
): Step | null {
  switch (type) {
    case 'lead':
      return isText(by, 100) && typeof take === 'boolean' ? { type, by, take } : null;
    case 'ask':
      if (!isText(question, 200)) return null;
      if (round === undefined) return { type, question };
      return isWhole(round, 1, 9) ? { type, question, round } : null;
    case 'show':
    case 'discard':
      return isText(question, 200) ? { type, question } : null;
    case 'hands':
      if (!isText(question, 200) || !isCounts(counts)) return null;
      if (answering === undefined) return { type, question, counts };
      return isWhole(answering, 0, MOST_PUPILS) ? { type, question, counts, answering } : null;
    case 'slide':
      if (!isText(slide, 300)) return null;
      return stage === undefined ? { type, slide } : readStaged(slide, stage);
    case 'pupils':
      return isWhole(pupils, 1, MOST_PUPILS) ? { type, pupils } : null;
    case 'box':
      return typeof isOpen === 'boolean' ? { type, isOpen } : null;
    case 'triage': {
      const sorted = as === null ? as : triages.find((one) => one === as);
      if (!isText(note, 100) || sorted === undefined) return null;
      if (also === undefined) return { type, note, as: sorted };
      return isIds(also) ? { type, note, also, as: sorted } : null;
    }
    default: {
      const bare = BARE.find((one) => one === type);
      return bare === undefined ? null : { type: bare };
    }
  }
}

/** Steps that say no more than their type. */
const BARE = [
  'close',
  'hide',
  'devices',
  'shared',
  'more-seats',
  'new-code',
  'reset-seats',
  'finish',
] as const;

function readStaged(slide: string, stage: unknown): Step | null {
  if (!isFields(stage) || !isFields(stage['film'])) return null;
  const { step, cover: covered, film, isHelp } = stage;
  const { order, do: done, at } = film as Fields;
  const cover = (['none', 'pause', 'help'] as const).find((one) => one === covered);
  if (!isWhole(step, 0, 1000) || !isWhole(order, 0, 1_000_000) || cover === undefined) return null;
  const shown = { step, cover, ...(isHelp === true && { isHelp: true as const }) };
  const plain = (['none', 'play', 'pause'] as const).find((one) => one === done);
  if (plain !== undefined) {
    return { type: 'slide', slide, stage: { ...shown, film: { order, do: plain } } };
  }
  if (done !== 'seek' || typeof at !== 'number' || !(at >= 0)) return null;
  return { type: 'slide', slide, stage: { ...shown, film: { order, do: done, at } } };
}

/** `POST rejoin`; the phrase as it was typed, or null. */
export function readRejoin(body: unknown): string | null {
  return isFields(body) && isText(body['phrase'], 200) ? body['phrase'] : null;
}

/** `POST rooms/:code/box`; null when the body is no note. */
export function readPost(body: unknown): Post | null {
  if (!isFields(body)) return null;
  const { v, ballot, text } = body;
  return isForm(v) && isText(ballot, 100) && isText(text, 2000) ? { ballot, text } : null;
}

/** `POST /api/box`: a note that the safeguarding lead has dealt with, or, with `undo`, has not; null when the body is neither. */
export function readDealtWith(
  body: unknown,
): { readonly note: string; readonly undo: boolean } | null {
  if (!isFields(body) || !isText(body['note'], 100)) return null;
  const { note, undo = false } = body;
  return typeof undo === 'boolean' ? { note, undo } : null;
}

/** `POST /api/box/keys`: a new safeguarding key, without the holder’s words, which come as a bearer; null when the body is none. */
export function readNewKey(body: unknown): Omit<NewKey, 'holder'> | null {
  if (!isFields(body) || !isText(body['words'], 200)) return null;
  const { words, code = '' } = body;
  const reason = keyReasons.find((one) => one === body['reason']);
  return reason !== undefined && (code === '' || isText(code, 50)) ? { words, reason, code } : null;
}

/** `POST /api/room-check`: the lesson whose words are to get through, or null. */
export function readCheck(body: unknown): string | null {
  return isFields(body) && isText(body['lesson'], 200) ? body['lesson'] : null;
}

/** `POST /api/sign-in`: the key that was typed, with its proof where there is one; null for another shape. */
export function parseTypedKey(body: unknown): TypedKey | null {
  if (!isFields(body) || !isText(body['key'], 200)) return null;
  const { key, proof = null } = body;
  if (proof === null) return { key, proof };
  return isProofShape(proof) ? { key, proof } : null;
}

function isProofShape(value: unknown): value is Proof {
  if (!isFields(value) || !isText(value['challenge'], 200) || !Array.isArray(value['counters'])) {
    return false;
  }
  const counters: readonly unknown[] = value['counters'];
  return (
    counters.length === PUZZLES && counters.every((counter) => isWhole(counter, 0, 2 ** 32 - 1))
  );
}

/** `POST receipts`; null when the body is no list of receipts. */
export function readReceipts(body: unknown): readonly string[] | null {
  if (!isFields(body) || !Array.isArray(body['receipts'])) return null;
  const receipts: readonly unknown[] = body['receipts'];
  return receipts.length <= 100 && receipts.every((receipt) => isText(receipt, 2000))
    ? receipts
    : null;
}

/** Votes and notes may be filled up to one length; older pages do not (R17). */
function isForm(v: unknown): boolean {
  return v === undefined || v === FORM;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 300 && value.every((id) => isText(id, 100));
}

function isNames(value: unknown): value is Readonly<Record<string, string>> {
  return (
    isFields(value) &&
    Object.keys(value).length <= 20 &&
    Object.values(value).every((name) => isText(name, 100))
  );
}

function isCounts(value: unknown): value is Readonly<Record<string, number>> {
  return (
    isFields(value) &&
    Object.keys(value).length <= 10 &&
    Object.values(value).every((count) => isWhole(count, 0, MOST_PUPILS))
  );
}
