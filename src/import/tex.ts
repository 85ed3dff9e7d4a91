import { closingLine } from '../document/formulas.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Importer } from './importer.ts';
import { rewriteWith } from './parting.ts';
import type { Prose, Rewriter } from './walk.ts';

/**
 * Formulas that TeX begins by itself, as pandoc, Quarto and notebooks have them.
 *
 *     \begin{align*}
 *     a &= b
 *     \end{align*}
 */
export const tex: Importer = {
  name: 'formulas of TeX',
  recognises: ({ lines }) => lines.some(({ text }) => BEGIN.test(text)),
  rewrite: (text) => rewriteWith(text, () => rewriterOf(text.lines)),
};

const BEGIN = /^ {0,3}\\begin\{((?:equation|align|gather)\*?)\}\s*$/;

/** A formula over more lines than this has lost its end. */
const MAX_LINES = 60;

function rewriterOf(lines: readonly SourceLine[]): Rewriter {
  let end = -1;
  let isBare = false;
  const prose = ({ text, at, around }: Prose): readonly string[] => {
    if (at <= end) {
      if (!isBare) return [text];
      if (text.trim() === '') return [];
      return at === end ? [text, '$$', ''] : [text];
    }
    if (text.startsWith('$$')) {
      end = closingLine((below) => lines[below]?.text ?? null, at);
      isBare = false;
      return [text];
    }
    end = around.notes ? -1 : endOf(lines, at);
    isBare = end >= 0;
    return isBare ? ['', '$$', text] : [text];
  };
  return { prose };
}

// The line of its `\end`; -1 where it has none near by.
function endOf(lines: readonly SourceLine[], at: number): number {
  const [, name] = BEGIN.exec(lines[at]?.text ?? '') ?? [];
  if (name === undefined) return -1;
  for (let end = at + 1; end <= at + MAX_LINES; end += 1) {
    const text = lines[end]?.text.trim();
    if (text === undefined || /^(?:#{1,6} |-{3,}$)|\$\$/.test(text)) return -1;
    if (text === `\\end{${name}}`) return end;
  }
  return -1;
}
