/** The words of safe HTML without its tags, with one space wherever there was a tag or white space. Entities stay as they are. */
export function wordsOfHtml(made: string): string {
  return made
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
