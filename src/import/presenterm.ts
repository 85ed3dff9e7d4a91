import type { Problem } from '../document/problem.ts';
import { INSTEAD, leftOut, type Importer } from './importer.ts';
import { BREAK, HIDE, isDashes, plainRule, rewriteWith } from './parting.ts';
import type { Comment, Replaced } from './walk.ts';

const LOOKS =
  /^(?:font_size|alignment|jump_to_middle|new_lines?|no_footer|list_item_newlines|column|column_layout|reset_layout|snippet_output|cmd|include)\b/;

/**
 * presenterm, by the comment that ends its slides.
 *
 *     <!-- end_slide -->
 *     <!-- speaker_note: Wait. -->
 */
export const presenterm: Importer = {
  name: 'presenterm',
  recognises: ({ lines }) => lines.some(({ text }) => /^\s*<!--\s*end_slide\s*-->/.test(text)),
  rewrite: (text) =>
    rewriteWith(
      text,
      (problems) => ({
        prose: (line) => (isDashes(line.text) ? plainRule(line) : [line.text]),
        comment: (comment) => replaced(comment, problems),
      }),
      { headings: [] },
    ),
};

// Any other comment is a note, as it is in our lessons.
function replaced({ line, content }: Comment, problems: Problem[]): Replaced | undefined {
  const words = content
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
  if (words === 'end_slide') return { above: BREAK };
  const isSkipped = words === 'skip_slide';
  const isLater = words === 'pause' || words.startsWith('incremental_lists');
  if (!isSkipped && !isLater && !LOOKS.test(words)) return undefined;
  const skipped = 'this slide is not shown; delete the line to show it';
  problems.push(leftOut(line, words, isSkipped ? skipped : isLater ? INSTEAD.steps : INSTEAD.look));
  return { above: isSkipped ? [HIDE] : [] };
}
