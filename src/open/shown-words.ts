/** Words of a part as its author reads them, without the marks of Markdown; each line by itself, an item with its dot or number, the cells of a row with dots between them. */
export function shownWords(written: string): string {
  return written
    .split('\n')
    .filter((line) => !(line.includes('---') && /^[\s|:-]+$/.test(line)))
    .filter((line) => !/^\s*(?:`{3}|~{3})/.test(line))
    .map(lineWords)
    .join('\n')
    .trim();
}

function lineWords(line: string): string {
  const words = picturesInWords(line)
    .replaceAll(/\[([^\]]{1,400})\]\([^()\s]{1,400}\)/g, '$1')
    .replaceAll(/<br\s{0,3}\/?>/gi, ' ')
    .replaceAll(/<\/?(?:strong|em|b|i|su[bp])>/gi, '')
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^(\s*)[-*+]\s+/, '$1• ')
    // `5*6` is no emphasis.
    .replaceAll(/(?<![\p{L}\p{N}\\*])\*+(?=[^\s*])|(?<=[^\s\\*])\*+(?![\p{L}\p{N}*])/gu, '')
    .replace(/\\$/, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  const isRow = /^\s*\|.*\|\s*$/.test(words);
  return isRow
    ? words
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' · ')
    : words;
}

/** The same text with words in the place of each picture. */
export function picturesInWords(written: string): string {
  return written.replaceAll(
    /!\[([^\]]{0,400})\]\([^()\s]{0,400}(?:\s+"[^"]{0,40}")?\)/g,
    (_, alt: string) => (alt === '' ? 'A picture' : `A picture: ${alt}`),
  );
}

/** The first words of a part, by which its switch is called: a name that is not read out for a minute. */
export function firstWords(written: string): string {
  const words = shownWords(written)
    .replaceAll(/[\s•]+/g, ' ')
    .trim();
  return words.length > 60 ? `${words.slice(0, 58).trimEnd()} …` : words;
}
