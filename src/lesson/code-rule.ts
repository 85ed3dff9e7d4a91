import type { SourceLine } from '../document/source-line.ts';
import { closesCode, codeOpening, type CodeMark } from '../document/code-blocks.ts';
import { isChunk, isChunkOption, skipHiddenChunk } from './dialects/chunks.ts';
import { skipRemarkFields } from './dialects/remark.ts';
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
    else if (scan.code.isChunk === true && isChunkOption(text)) return true;
    else if (!scan.notes && readNotesLine(text) !== undefined) {
      scan.problems.push({
        code: 'notes-in-code',
        severity: 'warning',
        line,
        column: firstColumn(text),
        message: `“${text.trim().slice(0, 60)}” stands in a code block, so the class sees it: close the block above it if it is meant for the teacher`,
      });
    }
    return pushText(scan, { text, line });
  }
  const opening = codeOpening(text);
  if (opening === undefined) return false;
  if (
    (scan.closings[opening.mark][scan.at] ?? 0) < opening.length ||
    swallowsSlides(scan, text, opening)
  ) {
    scan.problems.push({
      code: 'unclosed-code',
      severity: 'error',
      line,
      column: firstColumn(text),
      message: `Cannot find the end of this code block: it needs a line “${opening.mark.repeat(opening.length)}”`,
    });
    return pushText(scan, { text, line });
  }
  const chunk = isChunk(text);
  if (chunk && skipHiddenChunk(scan, { text, line }, opening)) {
    if (scan.habits.tool === 'remark' && isSlideStart(scan)) skipRemarkFields(scan, scan.next);
    return pushText(scan, { text: '', line });
  }
  warnOfDiagram(scan, { text, line });
  scan.code = chunk ? { ...opening, isChunk: true } : opening;
  return pushText(scan, { text, line });
}

// Blank lines that may stand between the start of a slide and what tells how it looks.
const NEAR = 6;

function isSlideStart({ parts }: Scan): boolean {
  const above = parts
    .slice(-NEAR)
    .findLast((part) => part.type !== 'text' || part.text.trim() !== '');
  return above === undefined ? parts.length < NEAR : above.type === 'break';
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

// Some text is code about slides, and says so.
const ABOUT_SLIDES =
  /^\s*[`~]+\s*\{?\.?(?:md|mdx|markdown|qmd|rmd|marp|slidev|reveal|html|yaml|yml|text|txt|diff)\b/i;

/** More blocks than this whose end is in doubt, and they are taken at their word. */
const MAX_DOUBTS = 20;

// A block with a `---` in it and notes behind, or in a named language with a `---` and a heading, has lost its end: what comes after is slides, and the notes are not for the class.
function swallowsSlides(scan: Scan, text: string, open: CodeMark): boolean {
  if (scan.doubts >= MAX_DOUBTS || ABOUT_SLIDES.test(text)) return false;
  const isNamed = /[`~]\s*\{?\.?[a-z]/i.test(text);
  let [isParted, fresh] = [false, false];
  for (let at = scan.at + 1; at < scan.lines.length; at += 1) {
    const line = scan.lines[at]?.text ?? '';
    if (closesCode(line, open)) return false;
    if (/^-{3,}v?\s*$/.test(line)) {
      [isParted, fresh] = [true, scan.lines[at - 1]?.text.trim() === ''];
    } else if (
      (isParted && readNotesLine(line) !== undefined) ||
      (isNamed && fresh && /^#{1,6} \S/.test(line))
    ) {
      scan.doubts += 1;
      return true;
    } else if (line.trim() !== '') fresh = false;
  }
  return false;
}
