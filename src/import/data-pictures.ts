import type { SourceLine } from '../document/source-line.ts';

/** Lines without the pictures that word processors write into the text itself, `data:image/png;base64,…`; that there is one can still be told. */
export function withoutDataPictures(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.some(({ text }) => text.length > 1000 && text.includes(';base64,'))
    ? lines.map(({ text, line }) => ({
        text: text.replaceAll(LONG, 'data:image/png;base64'),
        line,
      }))
    : lines;
}

// A short one may be what a lesson is about.
const LONG = /data:[a-z]{1,20}\/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]{800,}/gi;
