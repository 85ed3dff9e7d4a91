import { expect, test } from 'vitest';
import { foldedOf } from '../../src/lesson/fold-notes.ts';

test('What to listen for and what not to do folds, with all that comes after it', () => {
  expect(foldedOf(['', '', 'Listen for', 'Don’t', '', 'Without a film,'])).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});

test('Notes that begin with what folds keep the rest of them open', () => {
  expect(foldedOf(['Don’t', '', 'Avoid', ''])).toEqual([true, false, true, false]);
});

test('Notes with nothing to fold stay open, whatever other words they begin with in bold', () => {
  expect(foldedOf(['', 'Hand out the cards', 'Donate', ''])).toEqual([false, false, false, false]);
});

test('A typed apostrophe folds as a curled one does', () => {
  expect(foldedOf(['', "Don't", ''])).toEqual([false, true, true]);
});
