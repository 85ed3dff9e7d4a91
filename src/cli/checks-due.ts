import { checksDueWords, STILL_SHOWN } from '../school/contacts.ts';
import { openSchoolFile } from '../server/schools/school-file.ts';

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
