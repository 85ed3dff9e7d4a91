import type { MarkdownIt, Token } from 'markdown-it';
import { isStep, STEP } from './step-class.ts';

/** Stands behind what another tool shows a step later, until Markdown is read; no letter of any script. */
export const LATER = '\uE000';

/** Makes Markdown show what is marked so as a step: the item of a list, or else the paragraph. */
export function useFragments(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'fragments', ({ tokens, src }) => {
    if (!src.includes(LATER)) return;
    const around: Token[] = [];
    for (const token of tokens) {
      if (token.nesting > 0) around.push(token);
      if (token.nesting < 0) around.pop();
      // In code and HTML the mark means nothing.
      if (token.type !== 'inline') takeMark([token]);
      else if (takeMark(token.children ?? [])) {
        const step = stepOf(around);
        // A mark within `::: reveal` makes no second step.
        if (step !== undefined && !isStep(String(step.attrGet('class') ?? ''))) {
          step.attrJoin('class', STEP);
        }
      }
    }
  });
}

function stepOf(around: readonly Token[]): Token | undefined {
  return (
    around.findLast(({ type }) => type === 'list_item_open') ??
    around.findLast(({ type }) => type === 'paragraph_open')
  );
}

function takeMark(children: readonly Token[]): boolean {
  const marked = children.filter(({ content }) => content.includes(LATER));
  for (const token of marked) token.content = token.content.replaceAll(LATER, '');
  return marked.length > 0;
}
