import { expect, it } from 'vitest';
import { parseSavedPage } from '../../src/pages/join/saved-page.ts';

it('Anything that was not kept by the page is nothing kept', () => {
  for (const text of [
    null,
    '',
    '{',
    'null',
    '7',
    '[]',
    '{"place":{"code":7}}',
    '{"place":"x","behind":{}}',
  ]) {
    expect(parseSavedPage(text)).toEqual({ place: null, spent: null, behind: null });
  }
});
