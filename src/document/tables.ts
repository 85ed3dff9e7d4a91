import type { MarkdownIt, Token } from 'markdown-it';

const SIDES: Readonly<Record<string, string>> = {
  'text-align:center': 'to-middle',
  'text-align:right': 'to-right',
};

/** Makes Markdown say where a table's columns stand, `---:`, by a class of ours: a slide has no styles. */
export function useTables(markdown: MarkdownIt): void {
  markdown.core.ruler.push('sides', ({ tokens, src }) => {
    if (!src.includes('|')) return;
    tokens.filter(({ type }) => type === 'th_open' || type === 'td_open').forEach(align);
  });
}

function align(token: Token): void {
  const side = SIDES[String(token.attrGet('style') ?? '')];
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
  if (side !== undefined) token.attrJoin('class', side);
}
