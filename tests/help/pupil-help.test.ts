import { describe, expect, it } from 'vitest';
import {
  boardHelpLines,
  helpAllTheSame,
  nameToWrite,
  notYourFault,
  pupilHelpLines,
} from '../../src/help/pupil-help.ts';

const ids = (stage: string | null, hidden: readonly string[] = []) =>
  pupilHelpLines({ stage, hidden }).map(({ id }) => id);

describe('the lines on a pupil’s sheet', () => {
  it('are an adult here or anywhere, Childline, CEOP and 999, and from KS3 on Report Remove (TEACHING 0.1)', () => {
    expect(ids('KS2')).toEqual(['school', 'childline', 'ceop', '999']);
    expect(ids('KS3')).toEqual(['school', 'childline', 'report-remove', 'ceop', '999']);
    expect(pupilHelpLines({ stage: 'KS3' })[1]).toMatchObject({
      strong: 'Childline',
      after: ': chat on childline.org.uk, or call 0800 1111, free',
    });
  });

  it('lose what the school found to be wrong, but never an adult, Childline or 999', () => {
    for (const stage of ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', null]) {
      expect(ids(stage, ['school', 'childline', '999', 'ceop', 'report-remove'])).toEqual([
        'school',
        'childline',
        '999',
      ]);
    }
  });

  it('say nothing about pictures to younger pupils, or where the lesson gives no stage', () => {
    for (const stage of ['KS1', 'KS2', null]) {
      const words = [
        notYourFault({ stage }),
        helpAllTheSame({ stage }),
        nameToWrite({ stage }),
        ...pupilHelpLines({ stage }).map((line) => line.after),
      ].join(' ');
      expect(words).not.toMatch(/picture|photo|image|nude|pic\b/i);
    }
  });

  it('are those for every age where the class is unknown', () => {
    expect(boardHelpLines()).toEqual(pupilHelpLines({ stage: null }));
  });
});
