import { LATER } from '../../document/fragments.ts';
import type { Scan } from '../scan-state.ts';

/** A line that reveal.js shows a step later: `- One <!-- .element: class="fragment" -->`. */
export function markLater(scan: Scan, text: string): string {
  const isMarked = scan.later && text.trim() !== '' && !/^\s*(?:#|:::|\||-{2,}\s*$)/.test(text);
  scan.later = false;
  return isMarked ? `${text.trimEnd()}${LATER}` : text;
}
