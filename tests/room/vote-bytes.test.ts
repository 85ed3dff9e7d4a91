import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAnswer, type Answer } from '../../src/poll/answer.ts';
import { countAnswers } from '../../src/poll/tally.ts';
import { kinds, type KindName } from '../../src/questions/kinds.ts';
import { acceptAnswer } from '../../src/room/answer-bytes.ts';
import { parseVote } from '../../src/room/parse-vote.ts';
import { formatReceipt, parseReceipt } from '../../src/room/receipt-text.ts';
import { ANSWER_AT, recordOf, type VoteRecord } from '../../src/room/vote-record.ts';
import { addVote, countVotes, openVotes, wipeVotes } from '../../src/room/votes.ts';
import { opening } from './a-room.ts';
import { runs } from '../thorough.ts';

const BALLOT = 'x'.repeat(43);
const vote = (answer: string, n = 1, ballot = BALLOT) => ({ round: 1, ballot, n, answer });

type Mark = { readonly n: number; readonly answer: Answer };

/** What stays of two votes on one ballot: the greater number of change, then the greater answer. */
function laterMark(one: Mark | undefined, other: Mark): Mark {
  if (!one || other.n > one.n) return other;
  return other.n === one.n && other.answer > one.answer ? other : one;
}

/** A question of each kind with as many options as are wanted. */
function asked(kind: KindName, size: number) {
  const ids =
    kind === 'scale'
      ? ['1', '2', '3', '4', '5']
      : [...'abcde'].slice(0, kind === 'myth' ? 2 : size);
  const [question] = opening.questions;
  if (!question) throw new Error('there is no question');
  return {
    ...question,
    kind,
    picks: kinds[kind].picks,
    options: ids.map((id) => ({ id, label: id, text: id })),
  };
}

const question = fc
  .tuple(fc.constantFrom(...(Object.keys(kinds) as KindName[])), fc.integer({ min: 2, max: 5 }))
  .map(([kind, size]) => asked(kind, size));
/** Answers in order, and nearly so. */
const answer = fc.oneof(
  fc.constantFrom(
    'pass',
    'none',
    'a',
    'b',
    '5',
    '',
    ',',
    'a,',
    ',a',
    'a,a',
    'pass,a',
    'none,a',
    'passe',
    'b,a',
    'e,d,c,b,a',
    'a\0',
    'ä',
    'a,b,c,d,e,a',
  ),
  fc.shuffledSubarray([...'abcde12345'], { minLength: 1, maxLength: 5 }).map(writeAnswer),
  fc.string({ maxLength: 8 }),
);

const textOf = (record: VoteRecord) =>
  Buffer.from(record.subarray(ANSWER_AT)).toString('latin1').replace(/\0.*$/s, '');

describe('a vote in bytes', () => {
  it('[R18] takes the same answers as the kinds of question do, and writes them in the same way', () => {
    fc.assert(
      fc.property(question, answer, (one, answers) => {
        const record = recordOf(vote(answers));
        const isTaken = acceptAnswer(one, record);
        expect(isTaken ? textOf(record) : undefined).toBe(kinds[one.kind].accept(one, answers));
      }),
      runs(2000),
    );
  });

  it('[R18] is read from the bytes of a body as JSON would be', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(1, 9, 20, 1000, -1, 1.5, '1', BALLOT, 'a', 'pass', ''),
    );
    const fields = fc.dictionary(
      fc.constantFrom('round', 'ballot', 'n', 'answer', 'more', 'v', 'pad'),
      value,
    );
    const body = fc.tuple(
      fc.record({
        round: fc.constant(1),
        ballot: fc.constant(BALLOT),
        n: fc.constant(2),
        answer: fc.constant('a'),
      }),
      fields,
    );
    const { stringify, parse } = JSON;
    fc.assert(
      fc.property(body, fc.constantFrom(undefined, 1, '\t'), ([right, others], space) => {
        const text = stringify({ ...right, ...others }, null, space);
        const { v, round, ballot, n, answer } = parse(text) as Record<string, unknown>;
        const isWhole = (number: unknown, max: number) =>
          Number.isInteger(number) && Number(number) >= 1 && Number(number) <= max;
        const isVote =
          (v === undefined || v === 1) &&
          isWhole(round, 9) &&
          isWhole(n, 1000) &&
          typeof ballot === 'string' &&
          typeof answer === 'string' &&
          // With escapes it is no answer that any question has.
          /^[^"\\\0-\x1f]{1,100}$/.test(answer) &&
          Buffer.byteLength(answer) <= 100;
        const record = parseVote(Buffer.from(text));
        expect([text, record !== null]).toEqual([text, isVote]);
        const isPlain =
          record !== null &&
          ballot === BALLOT &&
          typeof answer === 'string' &&
          /^[\x20-\x7e]*$/.test(answer);
        // Only what is a vote is made a number or a text of: JSON holds objects that cannot be.
        const wanted = () =>
          recordOf({ round: Number(round), ballot: BALLOT, n: Number(n), answer: String(answer) });
        expect(isPlain ? record : null).toEqual(isPlain ? wanted() : null);
      }),
      runs(2000),
    );
  });

  it('[R18] is none where the body is no JSON, however near it is', () => {
    const text = JSON.stringify(vote('a'));
    const torn = Array.from({ length: text.length }, (_, at) => text.slice(0, at));
    const odd = [
      `${text}x`,
      `[${text}]`,
      text.replace(':1', ':01'),
      text.replace(',', ',,'),
      text.replace('}', ',}'),
      '{}',
      '',
      'null',
      '"a"',
      '['.repeat(9000),
    ];
    for (const body of [...torn, ...odd]) {
      expect([body, parseVote(Buffer.from(body))]).toEqual([body, null]);
    }
    expect(parseVote(Buffer.from(` \n${text}\t`))).toEqual(recordOf(vote('a')));
    expect(
      parseVote(Buffer.from(text.replace('{', '{"more":{"n":[1,{"answer":"\\"b"}],"x":-1.5e3},'))),
    ).toEqual(recordOf(vote('a')));
  });

  it('[R4] [R18] counts as votes in strings would: the same totals, whatever order they come in', () => {
    const ballots = [...'0123456789'].map((sign) => sign.repeat(43));
    const asking = question.chain((one) => {
      const ids = one.options.map(({ id }) => id);
      const offered = fc.oneof(
        fc.constantFrom(...ids, 'pass'),
        fc.shuffledSubarray(ids, { minLength: 1 }).map(writeAnswer),
        fc.shuffledSubarray(ids, { minLength: ids.length }).map(writeAnswer),
        answer,
      );
      const cast = fc.record({
        at: fc.nat(9),
        n: fc.integer({ min: 1, max: 3 }),
        answer: offered,
      });
      return fc.tuple(fc.constant(one), fc.array(cast, { maxLength: 40 }));
    });
    fc.assert(
      fc.property(asking, ([one, casts]) => {
        const votes = openVotes(ballots, one);
        const marks = new Map<number, Mark>();
        for (const { at, n, answer } of casts) {
          const record = recordOf(vote(answer, n, ballots[at]));
          const accepted = kinds[one.kind].accept(one, answer);
          if (!acceptAnswer(one, record)) continue;
          expect(addVote(votes, record)).toBe(true);
          marks.set(at, laterMark(marks.get(at), { n, answer: accepted ?? '' }));
        }
        expect(votes.answers).toBe(marks.size);
        expect(countVotes(votes, one)).toEqual(
          countAnswers(
            one,
            [...marks.values()].map((mark) => mark.answer),
          ),
        );
      }),
    );
  });

  it('[R2] [R18] stays where more ballots are issued, and is wiped where it was', () => {
    const one = asked('choice', 4);
    const before = openVotes(['b'.repeat(43), 'd'.repeat(43)], one);
    expect(addVote(before, recordOf(vote('c', 3, 'd'.repeat(43))))).toBe(true);
    const after = openVotes(
      ['a', 'b', 'c', 'd', 'e'].map((sign) => sign.repeat(43)),
      one,
      before,
    );
    expect([after.answers, countVotes(after, one).chose]).toEqual([1, { a: 0, b: 0, c: 1, d: 0 }]);
    expect(addVote(after, recordOf(vote('a', 2, 'd'.repeat(43))))).toBe(true);
    expect(countVotes(after, one).chose).toEqual({ a: 0, b: 0, c: 1, d: 0 });
    expect(addVote(after, recordOf(vote('a', 1, 'f'.repeat(43))))).toBe(false);
    wipeVotes(after);
    const left = [before, after].flatMap(({ ballots, changes, answerBytes }) => [
      ...ballots,
      ...changes,
      ...answerBytes,
    ]);
    expect(left.length).toBeGreaterThan(300);
    expect(left.every((byte) => byte === 0)).toBe(true);
  });

  it('[R5] is sealed as a text of one length, and comes back from it', () => {
    for (const [answer, n] of [
      ['a', 1],
      ['pass', 9],
      ['a,b,c,d,e', 20],
      ['none', 10],
    ] as const) {
      const text = formatReceipt(recordOf(vote(answer, n)));
      expect([text.length, JSON.parse(Buffer.from(text).toString())]).toEqual([
        128,
        [BALLOT, n, answer],
      ]);
      expect(parseReceipt(text)).toEqual(recordOf({ ...vote(answer, n), round: 0 }));
    }
    for (const odd of [
      '',
      '[]',
      'null',
      `["${BALLOT}",1]`,
      `["short",1,"a"]`,
      `["${BALLOT}","1","a"]`,
    ]) {
      const record = parseReceipt(Buffer.from(odd));
      expect([
        odd,
        record !== null && acceptAnswer(asked('choice', 4), record) && record[2] !== 1,
      ]).toEqual([odd, false]);
    }
  });

  it('[R18] is in memory outside the heap, where nothing is copied when the heap is tidied', () => {
    const all = [
      recordOf(vote('a')),
      ...Object.values(openVotes([BALLOT], asked('choice', 2))),
    ].filter((one) => one instanceof Uint8Array);
    expect(all).toHaveLength(4);
    for (const { buffer, byteLength } of all) expect(buffer.byteLength).toBe(byteLength);
  });
});
