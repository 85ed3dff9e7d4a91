import { describe, expect, it } from 'vitest';
import { isCurrent } from '../../src/help/confirmation.ts';

describe('a confirmation', () => {
  it('counts from its day to the same day six months later', () => {
    const confirmation = { on: '2026-08-31', by: 'safeguarding lead' };
    expect(
      ['2026-08-30', '2026-08-31', '2027-02-28', '2027-03-01'].map((today) =>
        isCurrent(confirmation, today),
      ),
    ).toEqual([false, true, true, false]);
    expect(isCurrent({ on: '2026-11-24', by: 'x' }, '2027-05-24')).toBe(true);
    expect(isCurrent({ on: '2026-11-24', by: 'x' }, '2027-05-25')).toBe(false);
  });

  it('that was never given does not count', () => {
    expect(isCurrent(null, '2026-11-24')).toBe(false);
  });
});
