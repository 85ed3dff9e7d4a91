import { describe, expect, it } from 'vitest';
import { boardHelp } from '../../src/help/board-help.ts';
import { isForPupils, services } from '../../src/help/services.ts';

const lines = (stage: string | null) =>
  boardHelp({ stage, setting: 'school' }).lines.map(
    ({ before, strong, after }) => before + strong + after,
  );

describe('the help on the board', () => {
  const [adult, danger] = ['An adult you trust in school', 'In danger now? Call 999.'];

  it('is the adult in school, Childline with chat first, CEOP and 999 for every class, and Report Remove from KS3 on, in lines for the back row (TEACHING 0.1)', () => {
    const younger = [
      'Childline: chat on childline.org.uk, or call 0800 1111, free',
      'CEOP: someone online is pressuring or threatening you. ceop.police.uk',
    ];
    const older = [
      'Childline: chat online, or call 0800 1111',
      'Report Remove: help to get a nude of you taken down. childline.org.uk',
      'CEOP: pressured online? ceop.police.uk',
    ];
    for (const stage of ['KS1', 'KS2', null]) {
      expect(lines(stage)).toEqual([adult, ...younger, danger]);
    }
    for (const stage of ['KS3', 'KS4', 'KS5']) {
      expect(lines(stage)).toEqual([adult, ...older, danger]);
    }
  });

  it('leaves out what the school found to be wrong', () => {
    expect(
      boardHelp({ stage: 'KS3', hidden: ['report-remove', 'childline'] }).lines.map(({ id }) => id),
    ).toEqual(['school', 'childline', 'ceop', '999']);
    expect(boardHelp({ stage: 'adults', hidden: ['nspcc'] }).lines.map(({ id }) => id)).toEqual([
      'lead',
      'childline',
      '999',
    ]);
  });

  it('is an adult here or anywhere in youth work and where the setting is unknown and not all are in school', () => {
    for (const audience of [{ stage: 'KS3', setting: 'youth work' }, { stage: 'KS3' }] as const) {
      expect(boardHelp(audience).lines[0]).toMatchObject({
        id: 'school',
        strong: 'An adult you trust',
        after: ', here or anywhere',
      });
    }
  });

  it('is adults’ own for adults, with Childline for the child (M21)', () => {
    expect(lines('adults')).toEqual([
      'The safeguarding lead in school',
      'NSPCC helpline 0808 800 5000, for you',
      'Childline 0800 1111, free, for the child',
      'In danger now? Call 999.',
    ]);
    expect(boardHelp({ stage: 'adults' }).foot).toMatch(/never the child’s fault/);
  });

  it('shows a class no number that is for adults, and has every number from the one table', () => {
    const forAdults = services
      .filter((one) => !isForPupils(one))
      .flatMap(({ contacts }) => contacts);
    for (const number of forAdults) expect(lines('KS4').join(' ')).not.toContain(number);
    const known = services.flatMap(({ contacts }) => contacts);
    const numbers =
      lines('adults')
        .join(' ')
        .match(/\d[\d ]{2,}\d/g) ?? [];
    expect(known).toEqual(expect.arrayContaining(numbers));
    expect(numbers).toHaveLength(2);
  });
});
