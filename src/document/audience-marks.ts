import { takeComments } from './comments.ts';

/** The comment that shows the class what is below it. */
export const FOR_CLASS = '<!-- for the class -->';

/** The comment that keeps for the teacher what is below it. */
export const FOR_TEACHER = '<!-- for the teacher -->';

/** Who sees what is below a comment with these words; undefined where they do not say. */
export function audienceOf(words: string): 'class' | 'teacher' | undefined {
  switch (words.trim().toLowerCase()) {
    case 'for the class':
      return 'class';
    case 'for the teacher':
      return 'teacher';
  }
  return undefined;
}

/** True for a line that is such a comment, and nothing else. */
export function isAudienceMark(line: string): boolean {
  const { text, pieces } = takeComments(line, null);
  const [comment] = pieces;
  return (
    text.trim() === '' &&
    pieces.length === 1 &&
    comment?.end === '-->' &&
    comment.open === null &&
    audienceOf(comment.content) !== undefined
  );
}
