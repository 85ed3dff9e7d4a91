import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { useCodeLines } from './code-lines.ts';
import { useFootnotes } from './footnotes.ts';
import { useFragments } from './fragments.ts';
import { useLayouts } from './layout-rule.ts';
import { layouts } from './layouts.ts';
import { useLinkCards } from './link-cards.ts';
import { useMaths } from './maths-rule.ts';
import { useQuickTokens } from './quick-tokens.ts';

/** The one reader of Markdown, for whatever is shown and whatever is checked. */
export const markdown = markdownIt({
  html: true,
  xhtmlOut: true,
  linkify: false,
  typographer: false,
});
// A link that leads where it may not keeps its words alone: that is the sanitiser's work, and `htmlProblems` tells of it.
markdown.validateLink = () => true;
useQuickTokens(markdown);
useLayouts(markdown, layouts);
useFootnotes(markdown);
useMaths(markdown);
useTables(markdown);
useLinkCards(markdown);
useCodeLines(markdown);
useFragments(markdown);
// Code looks the same in every language, and may be marked.
markdown.renderer.rules['fence'] = (tokens, at) => {
  const token = tokens[at];
  return token === undefined
    ? ''
    : `<pre${markdown.renderer.renderAttrs(token)}><code>${markdown.utils.escapeHtml(token.content)}</code></pre>\n`;
};

const SIDES: Readonly<Record<string, string>> = {
  'text-align:center': 'to-middle',
  'text-align:right': 'to-right',
};

/** Makes Markdown say where a table's columns stand, `---:`, by a class of ours: a slide has no styles. */
function useTables(reader: MarkdownIt): void {
  reader.core.ruler.push('sides', ({ tokens, src }) => {
    if (!src.includes('|')) return;
    tokens.filter(({ type }) => type === 'th_open' || type === 'td_open').forEach(align);
  });
}

function align(token: Token): void {
  const side = SIDES[String(token.attrGet('style') ?? '')];
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
  if (side !== undefined) token.attrJoin('class', side);
}
