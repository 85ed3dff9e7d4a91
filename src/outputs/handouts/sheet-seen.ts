/** What a page that is being printed says of itself. */
export type SheetSeen = {
  readonly title: string;
  /** `en-GB`. */
  readonly language: string;
  /** The day the sheet was last reviewed, `2026-11-24`; null where it has none. It stands for every date in a PDF, so that printing again makes the same bytes. */
  readonly reviewed: string | null;
  /** The words of all headings, in their order, those among them that the screen alone shows: a browser loses the space where a heading wraps. */
  readonly headings: readonly string[];
};
