/** Words that are written for a school, as they are said where this page is used. */
export function wording(words: string): string {
  return document.documentElement.dataset['setting'] === undefined ? words : inClub(words);
}

/** The same words in youth work: as `text/in-youth-work.ts` has them, but no more of it than this page says, since every byte of it is waited for. */
export function inClub(words: string): string {
  return words
    .replace('teacher', 'leader')
    .replace('School computers', 'Computers here')
    .replace('pupils', 'young people')
    .replace('pupil', 'person');
}
