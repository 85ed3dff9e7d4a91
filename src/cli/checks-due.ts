import { checksDue, checksDueWords, STILL_SHOWN, whatToCheck } from '../school/contacts.ts';
import type { Role, School } from '../school/school.ts';
import { openSchoolFile } from '../server/schools/school-file.ts';
import { SAY_WHO } from './build/options.ts';

/**
 * The reminder of helplines that no one at the school has checked within six months before `today`,
 * shown when the server starts or a site is built; empty where none is due. `dataDir` has the
 * school's file.
 */
export async function checksDueIn(dataDir: string, today: string): Promise<string> {
  const { school } = await openSchoolFile(dataDir).read();
  const due = checksDueWords(school, today);
  return due === '' ? '' : `${due}. ${STILL_SHOWN} Please check them on “Your school”.`;
}

/** Which helplines the school in `dataDir` has checked, and those that were due as someone has just looked them up; or, where no one has, what a site for everyone asks for. */
export async function checksFor(
  dataDir: string,
  { today, by }: { readonly today: string; readonly by: Role | null },
): Promise<Pick<School, 'confirmed' | 'hidden' | 'nation'> | { readonly asks: string }> {
  const { school } = await openSchoolFile(dataDir).read();
  const { confirmed, hidden, nation } = school;
  const due = checksDue(school, today);
  if (due.length === 0) return { confirmed, hidden, nation };
  if (by === null) {
    const how = due.map((one) => `  ${one.name}. ${whatToCheck(one)}`).join('\n');
    return {
      asks: `${checksDueWords(school, today)}.\n\n${how}\n\nThen say who looked them up, by their role: ${SAY_WHO}.\nTicked on “Your school” they are not asked about again for six months.`,
    };
  }
  const checked = due.map(({ id }) => [id, { on: today, by }] as const);
  return { confirmed: { ...confirmed, ...Object.fromEntries(checked) }, hidden, nation };
}
