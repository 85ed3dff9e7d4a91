import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASS, writeAnswer } from '../../src/poll/answer.ts';
import { MAX_CHANGES } from '../../src/poll/ballot.ts';
import { ROUNDS } from '../../src/poll/rounds.ts';
import { NOTE_LENGTH } from '../../src/room/note-length.ts';
import { formatNote, formatVote, NOTE_BYTES, VOTE_BYTES } from '../../src/room/one-length.ts';
import { parseVote } from '../../src/room/parse-vote.ts';
import { recordOf } from '../../src/room/vote-record.ts';
import { parsePost } from '../../src/server/http/shapes.ts';

const ballot = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const options = fc.constantFrom('abcde', 'ab', '12345').map((ids) => [...ids]);
const answer = options.chain((ids) =>
  fc.oneof(
    fc.constant(PASS),
    fc.constantFrom(...ids),
    fc.shuffledSubarray(ids, { minLength: 0 }).map(writeAnswer),
  ),
);
const cast = fc.record({
  round: fc.integer({ min: 1, max: ROUNDS }),
  ballot,
  n: fc.integer({ min: 1, max: MAX_CHANGES }),
  answer,
});
/** Notes with signs of every width, in UTF-8 and in JSON, and halves of pairs. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('\u001f', '\ud800', '"', '\\', 'é', '€', '😀'),
    ),
    { maxLength: 280 },
  )
  .map((some) => some.join('').slice(0, NOTE_LENGTH))
  .filter((some) => some !== '');
const bytes = (body: string): number => Buffer.byteLength(body);

describe('a request’s body', () => {
  it('[R17] has one length for every vote: a pass, one option, five, none, an order, any round, any number of changes', () => {
    fc.assert(
      fc.property(cast, (vote) => {
        expect(bytes(formatVote(vote))).toBe(VOTE_BYTES);
        expect(parseVote(Buffer.from(formatVote(vote)))).toEqual(recordOf(vote));
      }),
    );
  });

  it('[R17] is as short as the longest vote lets it be, and a vote that no page can make is not sent', () => {
    const longest = { round: ROUNDS, ballot: 'x'.repeat(43), n: MAX_CHANGES, answer: 'e,d,c,b,a' };
    expect(formatVote(longest)).toContain('"pad":""');
    expect(() => formatVote({ ...longest, answer: 'e,d,c,b,a,f' })).toThrow(RangeError);
  });

  it('[R17] has one length for every note, whatever is written in it', () => {
    fc.assert(
      fc.property(ballot, text, (right, words) => {
        expect(bytes(formatNote({ ballot: right, text: words }))).toBe(NOTE_BYTES);
        expect(parsePost(JSON.parse(formatNote({ ballot: right, text: words })))).toEqual({
          ballot: right,
          text: words,
        });
      }),
    );
    expect(bytes(formatNote({ ballot: 'x'.repeat(43), text: '\u001f'.repeat(NOTE_LENGTH) }))).toBe(
      NOTE_BYTES,
    );
  });

  it('[R17] is read from an older page without padding, and in no form that is not known', () => {
    const vote = { round: 1, ballot: 'x'.repeat(43), n: 1, answer: 'a' };
    expect(parseVote(Buffer.from(JSON.stringify(vote)))).toEqual(recordOf(vote));
    expect(parseVote(Buffer.from(JSON.stringify({ ...vote, v: 2 })))).toBeNull();
    expect(parsePost({ ballot: 'x', text: 'words', v: '1' })).toBeNull();
  });
});
