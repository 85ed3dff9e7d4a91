import type { SourceLine } from '../document/source-line.ts';
import { outsideSpans } from '../document/code-blocks.ts';
import { warn, type Scan } from './scan-state.ts';

// Quotation marks that word processors put in for `"`, in any language.
const QUOTE = '“”„‟″«»‘’‚‛';

const TITLE = new RegExp(
  `(\\]\\([^()\\s]{1,200}[ \\t]{1,20})[${QUOTE}]([^${QUOTE}"()]{0,80})[${QUOTE}"](?=[ \\t]{0,20}\\))`,
  'g',
);

/** Straightens the quotation marks round the size of a picture, `![A phone](my-film/phone.svg “small”)`: word processors curl them. */
export function straightQuotes(text: string): string {
  return text.replaceAll(TITLE, '$1"$2"');
}

// Bullets that word processors type, by how deep in a list they go. A letter, a dash or a small dot is one before a tab alone.
const BULLETS: readonly RegExp[] = [
  /^[ \t\u00a0]{0,12}(?:•[ \t\u00a0]*|[●∙‣⁃■◆➢][ \t\u00a0]+|·(?:\t|[ \u00a0]{2})[ \t\u00a0]*|[–—\uf0b7]\t[ \t]*)(?=[^\s•●■◆○])/,
  /^[ \t\u00a0]{0,12}(?:[◦○][ \t\u00a0]+|o\t[ \t]*)(?=[^\s•●■◆○])/,
  /^[ \t\u00a0]{0,12}(?:[▪□][ \t\u00a0]+|[§\uf0a7]\t[ \t]*)(?=[^\s•●■◆○▪□])/,
];

/** Reads a typed bullet, `• One`, as an item of a list, and one of a deeper kind as part of the item above. */
export function withListMark(scan: Scan, written: SourceLine): SourceLine {
  const { text, line } = written;
  if (!NOT_ON_KEYS.test(text)) return written;
  for (const [depth, bullet] of BULLETS.entries()) {
    const [found] = bullet.exec(text) ?? [];
    if (found !== undefined) {
      const indent = scan.above.inList ? '  '.repeat(depth) : '';
      return { text: `${indent}- ${text.slice(found.length)}`, line };
    }
  }
  return written;
}

// A bullet stands within the first characters of its line.
const NOT_ON_KEYS = /^[ -~]{0,15}[^ -~]/;

const RAISED = /(?<=[\p{L}\p{N})\]])([~^])([\p{L}\p{N}+−-]{1,12})\1(?![~^])/u;

/** Warns of raised or lowered characters that the class would see as they are typed: `H~2~O`, `x^2^`. */
export function warnOfRaised(scan: Scan, { text, line }: SourceLine): void {
  if (!text.includes('~') && !text.includes('^')) return;
  const [, mark, raised = ''] = RAISED.exec(outsideSpans(text, (words) => words, ' ')) ?? [];
  if (mark === undefined) return;
  const tag = mark === '~' ? 'sub' : 'sup';
  const message = `“${mark}${raised}${mark}” is shown as it is written: write “<${tag}>${raised}</${tag}>”`;
  warn(scan, { text, line }, { code: 'formula', message });
}
