/** What the start says of the plan's length: `minutes` is what today's version takes, `left` how many there are until the end that was typed; null for what is not known. */
export function fitWords(minutes: number | null, left: number | null): string {
  if (minutes === null) return '';
  const takes = `Today’s version takes ${minutes} min`;
  if (left === null) return `${takes}.`;
  const spare = left - minutes;
  if (spare < 0) {
    return `${takes}, ${-spare} min longer than you have. You can choose a shorter version on the lesson’s page.`;
  }
  return spare === 0 ? `${takes}: it just fits.` : `${takes}: it fits, with ${spare} min to spare.`;
}
