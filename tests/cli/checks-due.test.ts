import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksFor } from '../../src/cli/checks-due.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../src/school/school.ts';
import { adultHelpOn } from '../../src/site/help-on.ts';

const today = '2026-11-30';
const lead = { on: '2026-11-02', by: 'safeguarding lead' } as const;
const national = [
  ...['childline', 'report-remove', 'ceop', 'nspcc', '101', 'take-it-down', 'shout'],
  ...['159', '7726', 'report-fraud'],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wholeclass-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is asked or taken where a school has checked these helplines. */
function checksOf(confirmed: Readonly<Record<string, typeof lead>>, by: typeof lead.by | null) {
  writeFileSync(join(folder, 'school.json'), writeSchool({ ...EMPTY_SCHOOL, confirmed }));
  return checksFor(folder, { today, by });
}

describe('a site for everyone', () => {
  test('is not built before someone has looked up the helplines that no one checked for six months', async () => {
    const asked = await checksOf(
      Object.fromEntries(national.slice(1).map((id) => [id, lead])),
      null,
    );
    expect(asked).toEqual({
      asks: `No one has checked this helpline in the last six months: Childline.

  Childline. Look 0800 1111 up on their own page, or ring it: is it still theirs, and who is it for?

Then say who looked them up, by their role: --confirmed-by "safeguarding lead" or "deputy safeguarding lead" or "another member of staff".
Ticked on “Your school” they are not asked about again for six months.`,
    });
  });

  test('says which were looked up today, and which the school had checked before, by whose role', async () => {
    const checks = await checksOf({ childline: lead }, 'safeguarding lead');
    if ('asks' in checks) throw new Error(checks.asks);
    expect(checks.confirmed['childline']).toEqual(lead);
    expect(checks.confirmed['nspcc']).toEqual({ on: today, by: 'safeguarding lead' });
    expect(Object.keys(checks.confirmed).toSorted()).toEqual(national.toSorted());
    // Local lines are no one's to confirm unseen.
    expect(await adultHelpOn({ checks })).toMatchObject({ confirmed: checks.confirmed, local: '' });
  });

  test('asks for nothing where every one was checked', async () => {
    const all = Object.fromEntries(national.map((id) => [id, lead]));
    expect(await checksOf(all, null)).toEqual({ confirmed: all, hidden: [], nation: '' });
  });
});
