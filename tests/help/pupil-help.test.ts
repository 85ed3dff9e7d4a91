import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardHelpLines, helpAllTheSame, nameToWrite, notYourFault, pupilHelpLines, stands, type Confirmations } from '../../src/help/pupil-help.ts';

const day = fc
  .record({ year: fc.integer({ min: 2020, max: 2040 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const all = (on: string): Confirmations => ({ 'report-remove': { on, by: 'safeguarding lead' }, ceop: { on, by: 'safeguarding lead' } });
const ids = (stage: string | null, confirmed: Confirmations, today: string) => pupilHelpLines({ stage, confirmed }, today).map(({ id }) => id);

describe('the lines on a pupil’s sheet', () => {
  it('are an adult here or anywhere, Childline and 999 when nothing is confirmed (M20)', () => {
    expect(pupilHelpLines({ stage: 'KS3' }, '2026-11-24').map(({ before, strong, after }) => before + strong + after)).toEqual([
      'An adult you trust, here or anywhere',
      'Childline 0800 1111, free',
      'In danger now? Call 999.',
    ]);
  });

  it('are complete on every day, whatever was confirmed and when', () => {
    fc.assert(
      fc.property(fc.constantFrom('KS1', 'KS2', 'KS3', 'KS4', 'KS5', null), day, day, (stage, on, today) => {
        const lines = ids(stage, all(on), today);
        expect(lines).toEqual(expect.arrayContaining(['school', 'childline', '999']));
        expect(lines.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('gain the two confirmed services for older pupils', () => {
    expect(ids('KS3', all('2026-10-01'), '2026-11-24')).toEqual(['school', 'childline', 'report-remove', 'ceop', '999']);
  });

  it('say nothing about pictures to younger pupils, or where the lesson gives no stage', () => {
    for (const stage of ['KS1', 'KS2', null]) {
      const words = [
        notYourFault({ stage }),
        helpAllTheSame({ stage }),
        nameToWrite({ stage }),
        ...pupilHelpLines({ stage, confirmed: all('2026-10-01') }, '2026-11-24').map((line) => line.after),
      ].join(' ');
      expect(words).not.toMatch(/picture|photo|image|nude|pic\b/i);
    }
  });

  it('are the three that always stand on the board', () => {
    expect(boardHelpLines().map(({ id }) => id)).toEqual(['school', 'childline', '999']);
  });
});

describe('a confirmation', () => {
  it('stands from its day to the same day six months later', () => {
    const confirmation = { on: '2026-08-31', by: 'safeguarding lead' };
    expect(['2026-08-30', '2026-08-31', '2027-02-28', '2027-03-01'].map((today) => stands(confirmation, today))).toEqual([false, true, true, false]);
    expect(stands({ on: '2026-11-24', by: 'x' }, '2027-05-24')).toBe(true);
    expect(stands({ on: '2026-11-24', by: 'x' }, '2027-05-25')).toBe(false);
  });

  it('that was never given does not stand', () => {
    expect(stands(null, '2026-11-24')).toBe(false);
  });
});
