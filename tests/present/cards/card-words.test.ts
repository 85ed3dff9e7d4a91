import { describe, expect, it } from 'vitest';
import type { ReadingView } from '../../../src/cards/card-reader.ts';
import {
  cardsStep,
  mayUse,
  stageWords,
  type ReadingStage,
} from '../../../src/pages/present/cards/card-words.ts';
import { law } from '../../poll/questions.ts';

function reading(view: Partial<ReadingView>): ReadingStage {
  return { is: 'reading', view: { seen: 0, isSteady: false, isDark: false, ...view } };
}

describe('reading cards', () => {
  it('says how many of the class it has seen, and what to do until that is enough', () => {
    const words = (view: Partial<ReadingView>) => stageWords(reading(view), 30);
    expect(words({})).toBe('No cards seen yet. Point the camera at the {class}.');
    expect(words({ seen: 25 })).toBe('About 25 of 30 cards seen. Hold still.');
    expect(words({ seen: 25, isSteady: true })).toBe(
      'About 25 of 30 cards seen. You can use them now.',
    );
    expect(words({ isDark: true })).toContain('too dark');
  });

  it('[D2] may be used once nothing changes, and with ten cards at least', () => {
    expect(mayUse({ is: 'asking' })).toBe(false);
    expect(mayUse(reading({ seen: 25 }))).toBe(false);
    expect(mayUse(reading({ seen: 5, isSteady: true }))).toBe(false);
    expect(mayUse(reading({ seen: 10, isSteady: true }))).toBe(true);
  });

  it('[D2] says that a result needs ten while there are fewer, so that a small class goes on to hands', () => {
    const left = 'A result needs 10. Point the camera at the whole {class}, or count hands.';
    for (const isSteady of [false, true]) {
      expect(stageWords(reading({ seen: 5, isSteady }), 8)).toBe(
        `About 5 of 8 cards seen. ${left}`,
      );
    }
    expect(stageWords(reading({ isSteady: true }), 8)).toBe(`Fewer than 5 cards seen. ${left}`);
  });

  it('says of each trouble which way is left', () => {
    for (const why of ['not-here', 'refused', 'none', 'in-use', 'stopped'] as const) {
      expect(stageWords({ is: 'trouble', why }, 30)).toMatch(/(?:C|, or c)ount hands instead\.$/);
    }
  });

  it('counts each answer by its letter, and a letter that no answer has for none', () => {
    const read = { a: 4, b: 6, c: 20, d: 2 };
    expect(cardsStep(law, read)).toEqual({ type: 'cards', question: 'law', counts: read });
    const two = { ...law, options: law.options.slice(0, 2) };
    expect(cardsStep(two, read).counts).toEqual({ a: 4, b: 6 });
  });
});
