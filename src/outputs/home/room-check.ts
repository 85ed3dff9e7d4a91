import * as v from 'valibot';
import type { Fields } from '../../text/schema.ts';

/** The answer to `/api/room-check`: what to open on a tablet, whether one has been there, and the code to ask again with. */
export type CheckReply = {
  readonly code: string;
  readonly address: string;
  readonly isReached: boolean;
};

/** The words that a tablet is sent in a check: those of the lesson's questions, as pupils would read them. */
export type CheckWords = {
  readonly questions: readonly { readonly prompt: string; readonly options: readonly string[] }[];
};

/** Reads `CheckReply`. */
export const checkReplySchema = v.object({
  code: v.string(),
  address: v.string(),
  isReached: v.boolean(),
} satisfies Fields<CheckReply>);

/** Reads `CheckWords`. */
export const checkWordsSchema = v.object({
  questions: v.array(v.object({ prompt: v.string(), options: v.array(v.string()) })),
} satisfies Fields<CheckWords>);

/** How far a check has come. `isLong`: by now a tablet would have been there. */
export type Check =
  | { readonly is: 'idle' }
  | { readonly is: 'opening' }
  | { readonly is: 'waiting'; readonly address: string; readonly isLong: boolean }
  | { readonly is: 'reached' }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'away' };

/** A check in words. `todo` is what to do about it, `offer` what the button says. */
export type CheckLine = {
  readonly state: 'ready' | 'look' | 'todo';
  readonly message: string;
  readonly address: string;
  readonly todo: readonly string[];
  readonly offer: string;
};

/**
 * The result of a check in words for a teacher: the same on the lesson's page, in the presenter and
 * on the page for the technician.
 */
export function checkLine(check: Check): CheckLine {
  const line = { state: 'look', address: '', todo: [], offer: 'Start again' } as const;
  switch (check.is) {
    case 'idle':
      return {
        ...line,
        message: 'Needed only if {pupils} answer on tablets. Try one in the room you teach in.',
        offer: 'Try one tablet',
      };
    case 'opening':
      return { ...line, message: 'Opening the door for tablets.' };
    case 'waiting':
      return {
        ...line,
        message: 'Open this address on one tablet, and this line turns to a tick:',
        address: check.address,
        todo: check.isLong ? IF_NOTHING_COMES : [],
      };
    case 'reached':
      return {
        ...line,
        state: 'ready',
        message: 'A tablet has reached this computer and read the lesson’s words.',
        offer: 'Try another',
      };
    case 'refused':
      return {
        ...line,
        state: 'todo',
        message: check.message,
        todo: [WITHOUT],
        offer: 'Try again',
      };
    case 'away':
      return {
        ...line,
        state: 'todo',
        message: 'Wholeclass did not answer. See that it is still running on this computer.',
        todo: [WITHOUT],
        offer: 'Try again',
      };
  }
}

const WITHOUT = 'The lesson is the same without tablets: count hands, or use paper slips.';

const IF_NOTHING_COMES: readonly string[] = [
  'Nothing has come yet. If the tablet shows an error or a blank page, {the school}’s network keeps devices apart, or a filter holds the page back.',
  WITHOUT,
  'For tablets, ask IT to let them reach this address, or to host Wholeclass at a web address of {the school}.',
];
