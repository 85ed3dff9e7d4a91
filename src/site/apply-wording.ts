import type { School } from '../school/school.ts';
import { markYouthWork, menuInYouthWork, pageInYouthWork } from '../text/in-youth-work.ts';

/** The pages whose text is the program’s own, by their shells. All others have words of a lesson or of a sheet in them, and their scripts say what is ours. */
const OURS: readonly string[] = [
  '',
  'school',
  'safeguarding',
  'print/desk',
  'join',
  'privacy',
  'room-check',
  'read',
];

type Wording = {
  readonly shell: string;
  readonly page: string;
  readonly school: (() => Promise<School>) | undefined;
};

/** A page in the wording of its setting; as written in a school, and where no setting is known. */
export async function applyWording({ shell, page, school }: Wording): Promise<string> {
  if (school === undefined || (await school()).setting !== 'youth-work') return page;
  return markYouthWork(OURS.includes(shell) ? pageInYouthWork(page) : menuInYouthWork(page));
}
