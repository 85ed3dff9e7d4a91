import { expect, test } from 'vitest';
import { onceEach } from '../../src/text/once-each.ts';

test('an answer is made once for each thing, also where there is none', () => {
  const asked: object[] = [];
  const first = { words: 'one' };
  const second = { words: undefined };
  const wordsOf = onceEach((thing: { readonly words: string | undefined }) => {
    asked.push(thing);
    return thing.words;
  });
  expect([first, second, first, second].map(wordsOf)).toEqual(['one', undefined, 'one', undefined]);
  expect(asked).toEqual([first, second]);
});
