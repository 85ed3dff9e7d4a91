import type { SourceLine } from '../../document/source-line.ts';
import { warn, type OpenComment, type Scan } from '../scan-state.ts';

/** True for a deck of presenterm, by the comment that ends its slides. */
export function isPresenterm(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) => /^\s*<!--\s*end_slide\s*-->/.test(text));
}

const LOOKS =
  /^(?:font_size|alignment|jump_to_middle|new_lines?|no_footer|list_item_newlines|column|column_layout|reset_layout|snippet_output|cmd|include)\b/;

/**
 * What presenterm writes in comments; any other is a note.
 *
 *     <!-- end_slide -->
 *     <!-- speaker_note: Wait. -->
 */
export function presentermComment(scan: Scan, { line, content }: OpenComment): boolean {
  if (scan.habits.tool !== 'presenterm') return false;
  const words = content
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
  const isSkipped = words === 'skip_slide';
  const isLater = words === 'pause' || words.startsWith('incremental_lists');
  if (!isSkipped && !isLater && !LOOKS.test(words)) return false;
  if (isSkipped) scan.parts.push({ type: 'hide', line });
  const instead = isSkipped
    ? 'this slide is not shown; delete the line to show it'
    : isLater
      ? 'all of the slide shows at once; put what comes later between “::: reveal” and “:::”'
      : 'every slide has the same look; nothing needs doing';
  warn(
    scan,
    { text: '', line },
    { code: 'left-out', message: `“${words.slice(0, 60)}” is left out: ${instead}` },
  );
  return true;
}
