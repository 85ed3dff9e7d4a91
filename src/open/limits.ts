/** How much of a file is read, so that no file takes the memory of the page or program that opens it: bytes where nothing else is named. */
export const LIMITS = {
  /** A whole file. */
  file: 200_000_000,
  /** A text, or one part of an Office file, once it is unpacked. */
  part: 40_000_000,
  /** All that is unpacked of one file. */
  unpacked: 400_000_000,
  /** Files within a file. */
  entries: 10_000,
  /** Paragraphs in all parts of one file, runs and breaks in them, cells of a table with its empty ones, and how much of a file is reported. */
  paragraphs: 20_000,
  runs: 100_000,
  cells: 100_000,
  findings: 20_000,
  /** Characters and lines of a text that becomes a lesson. */
  characters: 2_000_000,
  lines: 60_000,
  /** Elements in one part, and how deep they may lie in each other. */
  elements: 1_000_000,
  depth: 150,
  /** One picture, its megapixels, and how many there may be. */
  picture: 30_000_000,
  megapixels: 100,
  pictures: 500,
  slides: 500,
} as const;

/** How many paragraphs, and how many runs and breaks, were read of a file. */
export type Amount = { paragraphs: number; runs: number };
