import { HELP_TITLE } from '../../src/help/pupil-help.ts';
import { safeguarding } from '../../src/subjects/safeguarding.ts';

/** What only safeguarding says: its own data, and the words of the features that it alone has. */
export const OF_SAFEGUARDING: readonly string[] = [
  safeguarding.worksheet.note,
  safeguarding.worksheet.ending ?? '',
  HELP_TITLE,
  'Childline',
  'CEOP',
  '0800 1111',
  'Report Remove',
  'In danger now',
  'not your fault',
  'safeguarding lead',
  'approves it once a term',
  'Not a cover lesson',
  'cover lesson',
  'Help cards',
  'ends with who can help',
  'look away, or step out',
  'End calmly',
  'not had it reviewed',
];

/** Those of them that a text has. */
export function safeguardingIn(text: string): readonly string[] {
  return OF_SAFEGUARDING.filter((one) => text.includes(one));
}
