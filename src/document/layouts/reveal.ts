import type { StateBlock, Token } from 'markdown-it';
import { readBlocks, type LayoutInside } from '../layout-rule.ts';

/**
 * What comes step by step, each time the teacher presses Next: the items of a list, the turns of a thread, or else each paragraph.
 *
 *     ::: reveal
 *     - First
 *     - Then
 *     :::
 */
export function reveal(state: StateBlock, { from, to, tell }: LayoutInside): void {
  const start = state.tokens.length;
  // A level of its own, so that nesting has an end.
  state.level += 1;
  const base = state.level;
  readBlocks(state, { from, to });
  state.level -= 1;
  const inside = state.tokens.splice(start);
  for (const token of inside) {
    const isList =
      token.type === 'bullet_list_open' ||
      token.type === 'ordered_list_open' ||
      token.type === 'ol_open';
    const isWhole =
      token.level === base && token.nesting >= 0 && !isList && token.type !== 'inline';
    const isItem =
      token.level === base + 1 && token.nesting === 1 && /^(?:list_item|li)_open$/.test(token.type);
    if (isItem) token.attrJoin('class', 'step');
    state.tokens.push(...(isWhole ? [stepTag(state, 1), token] : [token]));
    if (token.level === base && token.nesting <= 0 && !isListEnd(token)) {
      state.tokens.push(stepTag(state, -1));
    }
  }
  if (inside.length === 0) {
    tell(from - 1, {
      code: 'empty-reveal',
      severity: 'error',
      message:
        'Cannot show things one by one: “::: reveal” needs a list, or words, before its “:::”',
    });
  }
}

function isListEnd({ type }: Token): boolean {
  return type === 'bullet_list_close' || type === 'ordered_list_close' || type === 'ol_close';
}

function stepTag(state: StateBlock, nesting: 1 | -1): Token {
  const tag = new state.Token(nesting === 1 ? 'step_open' : 'step_close', 'div', nesting);
  tag.block = true;
  if (nesting === 1) tag.attrs = [['class', 'step']];
  return tag;
}
