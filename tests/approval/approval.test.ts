import { approvalLine } from '../../src/approval/approval-line.ts';
import { describe, expect, test } from 'vitest';
import {
  approvalState,
  askedOn,
  formatApproval,
  lessonGate,
  linkState,
  parseApproval,
  takeStep,
  type Approval,
  type ApprovalStep,
} from '../../src/approval/approval.ts';
import { linkHash, makeToken, markOf, tokenIn } from '../../src/approval/approval-protocol.ts';
import { gateTicks } from '../../src/school/school.ts';
import { aSchool } from '../school/a-school.ts';

const TODAY = '2026-11-30';
const PARTS = { slides: ['a'.repeat(32), 'b'.repeat(32)], rest: 'c'.repeat(32) };
const FILM = 'd'.repeat(32);
const FILE = 'f'.repeat(32);
const SEEN = { parts: PARTS, film: FILM, file: FILE };
const [ONE, OTHER] = [markOf('one'), markOf('other')];
const NONE: Approval = parseApproval(null).approval;
const school = { ...aSchool(), gate: null, termEnds: '2026-12-18' };

const approve = (mark: string | null = null): ApprovalStep => ({
  type: 'approve',
  by: 'safeguarding lead',
  ticked: gateTicks,
  proof: mark === null ? 'key' : 'link',
  mark,
});
const refuse = (mark: string | null = null): ApprovalStep => ({
  type: 'refuse',
  by: 'deputy safeguarding lead',
  note: 'Slide 3 first',
  proof: mark === null ? 'key' : 'link',
  mark,
});

/** The approval after some steps, each of which is taken. */
function after(steps: readonly ApprovalStep[], today = TODAY): Approval {
  return steps.reduce((approval, step) => {
    const taken = takeStep(approval, step, { parts: PARTS, film: FILM, file: FILE, today });
    if (taken.is !== 'done') throw new Error(JSON.stringify(taken));
    return taken.approval;
  }, NONE);
}

const gate = (
  approval: Approval,
  today = TODAY,
  parts = PARTS,
  why: string | null = null,
  film: string | null = FILM,
  file: string | null = FILE,
) => lessonGate({ state: approvalState(approval, { parts, film, file }), school, why }, today);

describe('a request link', () => {
  test('works for fourteen days, and says until when', () => {
    const asked = after([{ type: 'ask', mark: ONE }]);
    expect(linkState(asked, ONE, TODAY)).toEqual({ is: 'open', until: '2026-12-13' });
    expect(linkState(asked, ONE, '2026-12-13').is).toBe('open');
    expect(linkState(asked, ONE, '2026-12-14')).toEqual({ is: 'expired', on: '2026-12-13' });
    expect(
      takeStep(asked, approve(ONE), { parts: PARTS, film: FILM, file: FILE, today: '2026-12-14' }),
    ).toEqual({
      is: 'no link',
      link: { is: 'expired', on: '2026-12-13' },
    });
  });

  test('is spent by the first answer, whichever it is, and so are others that ask for the same', () => {
    for (const answer of [approve, refuse]) {
      const answered = after([
        { type: 'ask', mark: ONE },
        { type: 'ask', mark: OTHER },
        answer(ONE),
      ]);
      for (const mark of [ONE, OTHER]) {
        expect(linkState(answered, mark, TODAY)).toEqual({ is: 'used', on: TODAY });
        const again = takeStep(answered, approve(mark), {
          parts: PARTS,
          film: FILM,
          file: FILE,
          today: TODAY,
        });
        expect(again).toEqual({ is: 'no link', link: { is: 'used', on: TODAY } });
      }
    }
  });

  test('that was withdrawn, or that no one made, gives nothing', () => {
    const withdrawn = after([{ type: 'ask', mark: ONE }, { type: 'withdraw' }]);
    expect(linkState(withdrawn, ONE, TODAY)).toEqual({ is: 'withdrawn', on: TODAY });
    expect(linkState(withdrawn, OTHER, TODAY)).toEqual({ is: 'unknown' });
    for (const mark of [ONE, OTHER]) {
      expect(
        takeStep(withdrawn, approve(mark), { parts: PARTS, film: FILM, file: FILE, today: TODAY })
          .is,
      ).toBe('no link');
    }
  });

  test('holds 256 bits, and only a mark of it is stored', () => {
    const token = makeToken((length) => Uint8Array.from({ length }, (_, at) => at));
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenIn(linkHash(token))).toBe(token);
    expect(tokenIn('#ask=short')).toBeNull();
    expect(markOf(token)).not.toBe(token);
    expect(formatApproval(after([{ type: 'ask', mark: markOf(token) }]))).not.toContain(token);
  });

  test('of a lesson that is asked about without end leaves no file that grows', () => {
    const marks = Array.from({ length: 9 }, (_, at) => markOf(String(at)));
    const asked = after(marks.map((mark) => ({ type: 'ask', mark })));
    expect(asked.requests.map(({ mark }) => mark)).toEqual(marks.slice(-5));
    expect(parseApproval(formatApproval(asked)).approval).toEqual(asked);
  });
});

describe('the approval of a lesson', () => {
  test('says who gave it, how, when and until when, and covers it until the term ends', () => {
    const approved = after([{ type: 'ask', mark: ONE }, approve(ONE)]);
    expect(gate(approved)).toEqual({
      is: 'done',
      on: TODAY,
      role: 'safeguarding lead',
      until: '2026-12-18',
      by: 'term',
      proof: 'link',
    });
    expect(gate(approved, '2026-12-19').is).toBe('lapsed');
    expect(parseApproval(formatApproval(approved)).approval).toEqual(approved);
  });

  test('is suspended by another film, or by what is said of it, and comes back with the one that was seen', () => {
    const approved = after([approve()]);
    for (const film of [null, 'e'.repeat(32)]) {
      expect(gate(approved, TODAY, PARTS, null, film)).toEqual({
        is: 'suspended',
        why: 'Changed since it was approved: the film.',
        until: 'approval',
      });
    }
    const slide = { ...PARTS, slides: ['a'.repeat(32), 'f'.repeat(32)] };
    expect(gate(approved, TODAY, slide, null, null)).toMatchObject({
      why: 'Changed since it was approved: the film; slide 2.',
    });
    expect(gate(approved).is).toBe('done');
  });

  test('is suspended by another film.mp4 under the same words, and comes back with the one that was seen', () => {
    const approved = after([approve()]);
    for (const file of [null, 'a'.repeat(32)]) {
      expect(gate(approved, TODAY, PARTS, null, FILM, file)).toMatchObject({
        is: 'suspended',
        why: 'Changed since it was approved: the film.',
      });
    }
    expect(gate(approved).is).toBe('done');
  });

  test('that was given before files were part of it holds whichever film.mp4 plays', () => {
    const stored = formatApproval(after([approve()]));
    const older = stored.replace(/,\s*"file": "\w+"/, '');
    expect(older).not.toBe(stored);
    const { approval } = parseApproval(older);
    expect(gate(approval, TODAY, PARTS, null, FILM, 'a'.repeat(32)).is).toBe('done');
    expect(gate(approval, TODAY, PARTS, null, 'e'.repeat(32)).is).toBe('suspended');
  });

  test('that was given before films were part of it holds whatever plays', () => {
    const stored = formatApproval(after([approve()]));
    const older = stored.replace(/,\s*"film": "\w+",\s*"file": "\w+"/, '');
    expect(older).not.toBe(stored);
    const { approval, isDamaged } = parseApproval(older);
    expect(isDamaged).toBe(false);
    expect(gate(approval, TODAY, PARTS, null, 'e'.repeat(32), null).is).toBe('done');
  });

  test('is suspended by a slide that changes, which it names, and comes back with the slide', () => {
    const approved = after([approve()]);
    const changed = { ...PARTS, slides: [PARTS.slides[0] ?? '', 'd'.repeat(32)] };
    expect(gate(approved, TODAY, changed)).toEqual({
      is: 'suspended',
      why: 'Changed since it was approved: slide 2.',
      until: 'approval',
    });
    expect(gate(approved).is).toBe('done');
  });

  test('waits for the review of a school’s own lesson', () => {
    expect(gate(after([approve()]), TODAY, PARTS, 'Not reviewed.')).toEqual({
      is: 'suspended',
      why: 'Not reviewed.',
      until: 'review',
    });
  });

  test('that is refused says so with its note, over whatever was given before', () => {
    const refused = after([approve(), refuse()]);
    expect(gate(refused)).toEqual({
      is: 'refused',
      on: TODAY,
      role: 'deputy safeguarding lead',
      note: 'Slide 3 first',
    });
    expect(
      lessonGate({ state: approvalState(refused, SEEN), school: aSchool(), why: null }, TODAY).is,
    ).toBe('refused');
  });

  test('holds for no lesson that no program has, and no one is asked for it', () => {
    const approved = { state: approvalState(after([approve()]), SEEN), school: aSchool() };
    for (const parts of [approved, { ...approved, state: approvalState(NONE, SEEN) }]) {
      const state = lessonGate({ ...parts, why: 'Not here.', isMine: true }, TODAY);
      expect(state).toEqual({ is: 'suspended', why: 'Not here.', until: 'program' });
      expect(approvalLine(state, null)).toEqual({
        state: 'Not here.',
        means: 'Here you can preview and practise.',
        ask: null,
      });
    }
  });

  test('holds in the older form, for all lessons of the term', () => {
    const older = { state: approvalState(NONE, SEEN), school: aSchool(), why: null };
    expect(lessonGate(older, TODAY)).toMatchObject({ is: 'done', until: '2026-12-18' });
    expect(gate(NONE).is).toBe('waiting');
  });

  test('is asked for from the day of the last request until it is answered', () => {
    const asked = after([{ type: 'ask', mark: ONE }]);
    expect(askedOn(asked, TODAY)).toBe(TODAY);
    expect(askedOn(asked, '2026-12-14')).toBeNull();
    expect(askedOn(after([{ type: 'ask', mark: ONE }, approve()]), TODAY)).toBeNull();
  });

  test('that cannot be read counts as not given', () => {
    for (const text of ['', '{}', '{"version":1,"requests":[],"answer":{"is":"approved"}}']) {
      expect(parseApproval(text)).toEqual({ approval: NONE, isDamaged: true });
    }
    expect(parseApproval(null).isDamaged).toBe(false);
  });
});
