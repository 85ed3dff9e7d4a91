import { expect, test } from 'vitest';
import { approvalLine } from '../../src/approval/approval-line.ts';
import { gateFor, gateState } from '../../src/school/gate.ts';
import { aSchool } from '../school/a-school.ts';

const lineOn = (day: string, asked: string | null = null) => {
  const { state, means, ask } = approvalLine(gateState(aSchool(), day), asked);
  return [state, means, ask];
};
const MEANWHILE = 'Until then you can preview and practise.';

test('an approval is a line with nothing to press, and one that ended is asked for again', () => {
  expect(lineOn('2026-11-25')).toEqual([
    'Approved until 18 December 2026 by the safeguarding lead, 20 November 2026.',
    '',
    null,
  ]);
  expect(lineOn('2027-01-10')).toEqual([
    'The approval ended on 18 December 2026.',
    MEANWHILE,
    'Ask again',
  ]);
});

test('a missing approval is asked for, and once asked for, reminded of', () => {
  const waiting = gateState({ gate: null, termEnds: '' }, '2026-11-25');
  expect(approvalLine(waiting, null)).toEqual({
    state: 'Your safeguarding lead has not approved this yet.',
    means: `It takes them two minutes. ${MEANWHILE}`,
    ask: 'Ask them',
  });
  expect(approvalLine(waiting, '2026-11-12')).toEqual({
    state: 'You asked your safeguarding lead on 12 November 2026.',
    means: `They have not answered yet. ${MEANWHILE}`,
    ask: 'Remind them',
  });
});

test('an approval that does not cover the lesson says why', () => {
  const suspended = gateFor(gateState(aSchool(), '2026-11-25'), 'Changed since: slide 3.');
  expect(approvalLine(suspended, null).state).toBe('Changed since: slide 3.');
});
