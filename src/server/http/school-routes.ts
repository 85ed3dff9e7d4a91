import { readSchool } from '../../school/read-school.ts';
import { answer, BAD_SHAPE, refuse, type Answer, type Asked } from './answer.ts';
import type { Classrooms } from '../rooms/classrooms.ts';

const CHANGED = refuse(
  409,
  'changed-meanwhile',
  'Someone else changed this meanwhile. Load the page again, then make your change again.',
);
const NOT_WRITTEN = refuse(
  503,
  'not-written',
  'This could not be saved: the data folder cannot be written to. Save it as one file, and tell the person who looks after this computer.',
);

/** `GET /api/school`: what is kept of the school, for staff alone. */
export async function seeSchool({ school }: Classrooms): Promise<Answer> {
  return answer(200, await school.read());
}

/** `PUT /api/school {was, school}`: puts another school in place of the version `was`. What a school has no field for is refused, and approvals stay as they are. */
export async function changeSchool({ school }: Classrooms, { body }: Asked): Promise<Answer> {
  if (
    typeof body !== 'object' ||
    body === null ||
    !('was' in body) ||
    typeof body.was !== 'string' ||
    !('school' in body)
  ) {
    return BAD_SHAPE;
  }
  const { school: given, problems } = readSchool(body.school);
  if (problems.length > 0) return refuse(400, 'bad-school', problems.slice(0, 5).join(' '));
  try {
    // An approval in the older form holds until it ends; a new one is given on a page of its own.
    const { gate } = (await school.read()).school;
    const saved = await school.write({ ...given, gate }, body.was);
    return saved === null ? CHANGED : answer(200, saved);
  } catch {
    return NOT_WRITTEN;
  }
}
