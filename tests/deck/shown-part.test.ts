import { expect, it } from 'vitest';
import { shownPart } from '../../src/deck/shown-part.ts';

const list =
  '<p>First</p><ul><li data-step="1" class="step">one <b>b</b></li><li data-step="2" class="step">two <ul><li>in it</li></ul></li></ul><p>Last</p>';

it('leaves out what comes at a later step, with all that is in it', () => {
  expect(shownPart(list, 0)).toBe('<p>First</p><ul></ul><p>Last</p>');
  expect(shownPart(list, 1)).toBe('<p>First</p><ul><li data-step="1" class="step">one <b>b</b></li></ul><p>Last</p>');
  expect(shownPart(list, 2)).toBe(list);
});

it('leaves out a picture that comes later, and keeps what has no end of its own', () => {
  expect(shownPart('<p>a<br>b<img data-step="1" alt="later"><svg><circle/></svg></p>', 0)).toBe('<p>a<br>b<svg><circle/></svg></p>');
});

it('leaves out everything from a later step that has no end', () => {
  expect(shownPart('<p>a</p><div data-step="1"><p>b', 0)).toBe('<p>a</p>');
});
