import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checksDueIn } from '../../src/cli/checks-due.ts';
import { NATIONAL } from '../../src/help/national.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../src/school/school.ts';

test('start and build remind of helplines unchecked for six months, and of all of them where no school has been filled in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wholeclass-due-'));
  try {
    expect(await checksDueIn(folder, '2026-11-27')).toMatch(
      /^No one has checked these 7 helplines in the last six months: .*National ones are still shown/,
    );
    const confirmed = Object.fromEntries(
      NATIONAL.map((id) => [
        id,
        { on: id === 'ceop' ? '2026-05-26' : '2026-11-26', by: 'safeguarding lead' },
      ]),
    );
    writeFileSync(join(folder, 'school.json'), writeSchool({ ...EMPTY_SCHOOL, confirmed }));
    expect(await checksDueIn(folder, '2026-11-26')).toBe('');
    expect(await checksDueIn(folder, '2026-11-27')).toMatch(
      /^No one has checked this helpline in the last six months: CEOP Safety Centre\./,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
