import { isMap, isScalar } from 'yaml';
import { isDay } from '../text/day.ts';
import { bareRecord } from '../text/own.ts';
import {
  CONFIRMATIONS,
  CONFIRMING_ROLES,
  type Confirmed,
  type ConfirmedBy,
} from './confirmations.ts';
import type { Field } from './yaml-map.ts';

/**
 * What is confirmed of a film, each with who confirmed it and the day:
 *
 *     confirmed:
 *       watched to the end: safeguarding lead, 2026-11-30
 */
export function readConfirmed(field: Field): Confirmed {
  const confirmed = bareRecord<ConfirmedBy>();
  if (!isMap(field.value)) {
    field.wrong(
      'film-confirmed',
      `Cannot read what is confirmed of the film: it needs a line each, such as “${CONFIRMATIONS[0]}: teacher, 2026-11-30”`,
    );
    return confirmed;
  }
  for (const { key, value } of field.value.items) {
    const wanted = isScalar(key) ? String(key.value) : '';
    const what = CONFIRMATIONS.find((one) => one === wanted);
    const by = isScalar(value) ? confirmedBy(String(value.value)) : null;
    if (what === undefined) {
      field.wrong(
        'film-confirmed',
        `Cannot read “${wanted.slice(0, 60)}” as confirmed: it needs to be ${CONFIRMATIONS.join(', or ')}`,
        key,
      );
    } else if (by === null) {
      field.wrong(
        'film-confirmed',
        `Cannot read who confirmed “${what}”: it needs a role and the day, “teacher, 2026-11-30”; roles are ${CONFIRMING_ROLES.join(', ')}`,
        key,
      );
    } else confirmed[what] = by;
  }
  return confirmed;
}

function confirmedBy(words: string): ConfirmedBy | null {
  const [, wanted = '', day = ''] = /^(.+?),? (\S+)$/.exec(words.trim()) ?? [];
  const role = CONFIRMING_ROLES.find((one) => one.toLowerCase() === wanted.trim().toLowerCase());
  return role === undefined || !isDay(day) ? null : { role, day };
}
