import type { Hazard } from './hazard.ts';

/**
 * S8: a lesson names its reviewers by role and day; without a day no one knows what they looked at.
 */
export const reviewedBy: Hazard = {
  row: 'S8',
  code: 'reviewed-by',
  severity: 'warning',
  audience: 'everyone',
  source:
    'A review is worth what is known of it, and the names of those who made it are nobody’s business (UK GDPR, data minimisation)',
  find: ({ lesson, textBlocks, today }) => {
    const records = textBlocks.filter(({ within }) => within === 'reviewed by');
    return lesson.reviewedBy.flatMap((one) => {
      const day = /\b\d{4}-\d{2}-\d{2}\b/.exec(one)?.[0];
      const isComplete =
        day !== undefined && one.replace(day, '').replaceAll(/[^\p{L}]/gu, '') !== '';
      if (isComplete && (today === null || day <= today)) return [];
      const { line, column } = records.find(({ text }) => text.includes(one.slice(0, 40)))
        ?.pieces[0] ?? { line: 1, column: 1 };
      const why = isComplete ? 'the day is still to come' : 'nobody can tell who looked, or when';
      const message = `“${one.slice(0, 60)}” is no record of a review: ${why}. It needs a role and a day that has been, as in “safeguarding lead, 2026-11-24”, and no name`;
      return [{ line, column, message }];
    });
  },
};
