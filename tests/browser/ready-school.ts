import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSchool } from '../../src/school/school.ts';
import { today } from '../../src/site/today.ts';
import { aSchool } from '../school/a-school.ts';

/** Puts a school's file into a folder, its gate of the term done today. */
export function writeReadySchool(folder: string): void {
  writeFileSync(join(folder, 'school.json'), writeSchool({ ...aSchool(today()), termEnds: '' }));
}
