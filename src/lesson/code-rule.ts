import type { SourceLine } from '../document/source-line.ts';
import { closesCode, codeOpening } from '../document/code-blocks.ts';
import { firstColumn } from '../document/lines.ts';
import { NOTHING_ABOVE } from '../document/paragraph.ts';
import { readNotesLine } from '../document/notes-line.ts';
import { pushText, warn, type Scan } from './scan-state.ts';

/** Takes the lines of a code block, so that nothing in it is taken for anything else. */
export function codeRule(scan: Scan, line: SourceLine): boolean {
  const { inList } = scan.above;
  const isTaken = takeCode(scan, line);
  // Indented, it is part of the list above.
  if (isTaken && inList && /^(?:\s|$)/.test(line.text)) scan.above = { ...NOTHING_ABOVE, inList };
  return isTaken;
}

function takeCode(scan: Scan, { text, line }: SourceLine): boolean {
  if (scan.code !== null) {
    if (closesCode(text, scan.code)) scan.code = null;
    else if (!scan.notes && readNotesLine(text) !== undefined) {
      scan.problems.push({
        code: 'notes-in-code',
        severity: 'warning',
        line,
        column: firstColumn(text),
        message: `“${text.trim().slice(0, 60)}” is in a code block, so the class sees it: close the block above it if it is meant for the teacher`,
      });
    }
    return pushText(scan, { text, line });
  }
  const opening = codeOpening(text);
  if (opening === undefined) return false;
  if (!scan.codeEnds(scan.at, opening)) {
    scan.problems.push({
      code: 'unclosed-code',
      severity: 'error',
      line,
      column: firstColumn(text),
      message: `Cannot find the end of this code block: it needs a line “${opening.mark.repeat(opening.length)}”`,
    });
    return pushText(scan, { text, line });
  }
  warnOfDiagram(scan, { text, line });
  scan.code = opening;
  return pushText(scan, { text, line });
}

const DIAGRAM =
  /^\s*[`~]+\s*\{?\.?(mermaid|plantuml|puml|graphviz|dot|d2|vega(?:-lite)?|excalidraw|ditaa|wavedrom|bpmn|echarts|chart)\b/i;

// What another tool draws is shown as it is written.
function warnOfDiagram(scan: Scan, { text, line }: SourceLine): void {
  const [, name] = DIAGRAM.exec(text) ?? [];
  if (name === undefined || scan.notes) return;
  const message = `“${name}” is not drawn, the class sees its text: put a picture of it on the slide, “![what it shows](my-film/phone.svg)”`;
  warn(scan, { text, line }, { code: 'diagram', message });
}
