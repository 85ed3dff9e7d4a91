/** A slide as it is looked for: its number, its heading, and the words on it. */
export type FoundSlide = {
  readonly id: string;
  readonly n: number;
  readonly heading: string;
  readonly words: string;
};

/** The slides that were meant, at most `max` of them: the one with a number, or those with every word that was typed, in a heading first. */
export function findSlides(
  slides: readonly FoundSlide[],
  typed: string,
  max = 8,
): readonly FoundSlide[] {
  const words = plain(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const [only] = words;
  if (words.length === 1 && /^\d+$/.test(only ?? '')) {
    return slides.filter(({ n }) => String(n) === only);
  }
  const has = (text: string) => words.every((word) => plain(text).includes(word));
  const inHeading = slides.filter(({ heading }) => has(heading));
  const elsewhere = slides.filter((one) => !has(one.heading) && has(`${one.heading} ${one.words}`));
  return [...inHeading, ...elsewhere].slice(0, max);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}
