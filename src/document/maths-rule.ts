import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { closingLine, ENDS, formulaAt } from './formulas.ts';
import { lineOf } from './layout-rule.ts';

/**
 * Makes Markdown read formulas: `$x^2$` within a line, `$$ … $$` on lines of their own.
 * Pandoc's rule tells them from prices: nothing blank stands behind the first `$` or before the
 * last, and no figure behind it.
 */
export function useMaths(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('escape', 'maths', inlineMaths);
  markdown.block.ruler.before('fence', 'maths', blockMaths, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  // On the way through the allow-list a formula is code, whose words are not looked at.
  for (const type of ['maths_inline', 'maths_block']) {
    markdown.renderer.rules[type] = (tokens, at) => {
      const token = tokens[at];
      if (token === undefined) return '';
      const code = markdown.utils.escapeHtml(token.content);
      const end = token.block ? '\n' : '';
      return `<code${markdown.renderer.renderAttrs(token)}>${code}</code>${end}`;
    };
  }
}

function inlineMaths(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '$') return false;
  const found = formulaAt(src, pos);
  if (found === null) return false;
  if (!silent) {
    const token = state.push('maths_inline', 'code', 0);
    token.content = found.tex;
    token.markup = found.mark;
  }
  state.pos = found.end;
  return true;
}

// In a formula no indent makes code of a line.
function wordsOn({ src, bMarks, tShift, eMarks }: StateBlock, at: number): string {
  return src.slice((bMarks[at] ?? 0) + (tShift[at] ?? 0), eMarks[at]).trimEnd();
}

function blockMaths(...[state, from, end, silent]: [StateBlock, number, number, boolean]): boolean {
  const first = lineOf(state, from);
  if (!first.startsWith('$$')) return false;
  const to = closingLine((at) => (at < end ? wordsOn(state, at) : null), from);
  if (to < 0) return false;
  const lines = Array.from({ length: to - from + 1 }, (_, nth) => wordsOn(state, from + nth));
  const tex = lines.join('\n').slice(2).replace(ENDS, '');
  if (tex.trim() === '') return false;
  if (silent) return true;
  const token = state.push('maths_block', 'code', 0);
  Object.assign(token, { content: tex, markup: '$$', block: true, map: [from, to + 1] });
  state.line = to + 1;
  return true;
}
