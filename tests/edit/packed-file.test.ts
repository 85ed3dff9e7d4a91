import { expect, test } from 'vitest';
import { LIMITS } from '../../src/open/limits.ts';
import { openPacked } from '../../src/pages/edit/packed-file.ts';

test('a packed lesson that is larger than the limit is refused before it is read', async () => {
  const file = new File([], 'ice.lesson.zip');
  Object.defineProperties(file, {
    size: { value: LIMITS.file + 1 },
    arrayBuffer: { value: () => expect.unreachable() },
  });
  expect(await openPacked(file)).toMatchObject({
    problem: expect.stringMatching(/^Cannot open “ice\.lesson\.zip”: it has .* is the limit/),
  });
});
