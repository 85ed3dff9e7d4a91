import type { Hazard } from './hazard.ts';

/** M23: a lesson is looked through every year, as law and guidance change; a day to come is a slip of the pen. */
export const reviewOverdue: Hazard = {
  row: 'M23',
  code: 'review-overdue',
  severity: 'warning',
  audience: 'everyone',
  source:
    'Keeping children safe in education has a new edition every September; law on pictures changed in 2024 and 2026',
  find: ({ lesson: { reviewed }, textBlocks, today }) => {
    if (reviewed === null || today === null) return [];
    const at = textBlocks.find(({ within }) => within === 'reviewed')?.pieces[0] ?? {
      line: 1,
      column: 1,
    };
    const place = { line: at.line, column: at.column };
    if (reviewed > today) {
      return [
        {
          ...place,
          message: `“${reviewed}” is still to come, so no one has reviewed this lesson on it. Write the day on which someone did`,
        },
      ];
    }
    const message = `“${reviewed}” is more than a year ago, and law and guidance change every year. Look through what it says of them, and write the new day`;
    return yearAfter(reviewed) < today ? [{ ...place, message }] : [];
  },
};

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
