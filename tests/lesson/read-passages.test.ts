import { expect, test } from 'vitest';
import { placeIn, readPassages } from '../../src/lesson/read-passages.ts';

test('each message of a thread is a passage of its own, and its fences are none', () => {
  const text = '---\ntitle: A\n---\nBefore\n::: chat\nAlex: Send me\none?\nSam: No.\n:::\nAfter\nNotes:\nSaid';
  const passages = readPassages(text).slice(1);
  expect(passages.map(({ role, to, text: words }) => `${to} ${role} ${words}`)).toEqual([
    'pupils text Before',
    'pupils message Alex: Send me',
    'pupils message one?',
    'pupils message Sam: No.',
    'pupils text After',
    'teacher text Said',
  ]);
  const last = passages[3];
  expect(last && placeIn(last, 5)).toEqual({ line: 8, column: 6 });
});
