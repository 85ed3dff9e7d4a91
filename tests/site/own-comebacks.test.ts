import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownComebacks } from '../../src/site/own-comebacks.ts';

test('a school’s young people’s own lines are read from handouts/our-comebacks.txt, without those that fail a check', async () => {
  const home = mkdtempSync(join(tmpdir(), 'own-comebacks-'));
  expect(await ownComebacks(join(home, 'media'))).toEqual([]);
  mkdirSync(join(home, 'handouts'));
  const head =
    'Written by: our youth council, 2027-01-20\nChecked by: the safeguarding lead, 2027-01-25\n';
  writeFileSync(
    join(home, 'handouts', 'our-comebacks.txt'),
    `${head}\n## A group chat\n\n### Light\n\n- Nah, you’re fine.\n- Maybe later.\n`,
  );
  expect((await ownComebacks(join(home, 'media'))).map(({ text }) => text)).toEqual([
    'Nah, you’re fine.',
  ]);
});
