import type { StateBlock } from 'markdown-it';
import { closeTag, lineOf, openTag, pushInline, type LayoutInside } from '../layout-rule.ts';

/**
 * Steps of working, a line each, which come one by one as the teacher presses Next. The plan and paper have them all.
 *
 *     ::: steps
 *     $2x + 3 = 11$
 *     $2x = 8$, taking 3 from both sides
 *     $x = 4$
 *     :::
 */
export function steps(state: StateBlock, { from, to, tell }: LayoutInside): void {
  const lines = Array.from({ length: to - from }, (_, nth) => from + nth).filter(
    (at) => lineOf(state, at) !== '',
  );
  if (lines.length === 0) {
    tell(from - 1, {
      code: 'empty-steps',
      severity: 'error',
      message: 'Cannot show steps one by one: “::: steps” needs a line for each, before its “:::”',
    });
    return;
  }
  openTag(state, 'ol', 'working');
  for (const at of lines) {
    openTag(state, 'li', 'step');
    pushInline(state, lineOf(state, at).replace(/^(?:[-*+]|\d{1,3}[.)])[ \t]+/, ''), at);
    closeTag(state, 'li');
  }
  closeTag(state, 'ol');
}
