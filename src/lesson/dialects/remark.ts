import type { Field } from '../../film/yaml-map.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { directives } from './marp.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

const FIELD = /^(class|name|layout|template|count|exclude|background-[a-z]+):[ \t]*(\S.*)?$/;
const SURE =
  /^(?:(?:layout|count|exclude): *(?:true|false)|template: *\S+|background-(?:image|color|size|position): *\S.*|class: *[\w, -]*\b(?:center|middle|inverse|left|right|top|bottom|title-slide)\b.*)$/;

/** More fields than any slide has. */
const MAX_FIELDS = 60;

/** True for a deck of remark or xaringan, by its notes, `???`, or by fields that stand bare at the head of a slide. */
export function isRemark(lines: readonly SourceLine[]): boolean {
  const rules = lines.filter(({ text }) => /^---\s*$/.test(text)).length;
  const headings = lines.filter(({ text }) => /^#{1,3} /.test(text)).length;
  // Where headings are many and rules are few, it is headings that part the slides.
  if (rules > 0 && rules * 3 >= headings && lines.some(({ text }) => text.trimEnd() === '???')) {
    return true;
  }
  return lines.some((_, at) => isHeadOfRemark(lines, at));
}

// Slidev ends the fields of a slide with another `---`.
function isHeadOfRemark(lines: readonly SourceLine[], at: number): boolean {
  if (!FIELD.test(lines[at]?.text ?? '')) return false;
  let above = at - 1;
  while (above >= 0 && at - above < 4 && lines[above]?.text.trim() === '') above -= 1;
  if (above >= 0 && !/^---\s*$/.test(lines[above]?.text ?? '')) return false;
  let end = at;
  let isSure = false;
  for (; FIELD.test(lines[end]?.text ?? ''); end += 1) {
    isSure ||= SURE.test(lines[end]?.text.trim() ?? '');
  }
  while (lines[end]?.text.trim() === '' && end < at + MAX_FIELDS) end += 1;
  return isSure && !/^(?:---\s*$|[\w-]+:(?:\s|$)|\s+\S|- )/.test(lines[end]?.text ?? '');
}

/** True for a deck of xaringan, as its head says. */
export function isMoonReader(fields: ReadonlyMap<string, Field>): boolean {
  const output = fields.get('output')?.value;
  return output !== undefined && output !== null && String(output).includes('moon_reader');
}

/** Skips the fields a slide of remark begins with, from the line at that index on. */
export function skipRemarkFields(scan: Scan, from: number): void {
  let at = pastBlanks(scan, from);
  for (
    let found = FIELD.exec(scan.lines[at]?.text ?? '');
    found !== null;
    found = FIELD.exec(scan.lines[at]?.text ?? '')
  ) {
    const [whole, name, value = ''] = found;
    const line = { text: '', line: scan.lines[at]?.line ?? 1 };
    const isGone = (name === 'layout' || name === 'exclude') && value.trim() === 'true';
    if (isGone) scan.parts.push({ type: 'hide', line: line.line });
    const instead = isGone
      ? 'this slide is not shown, and nothing is repeated on every slide; write it on the slide that needs it'
      : (directives[name?.startsWith('background-image') ? 'backgroundImage' : 'class'] ?? '');
    if (name !== 'name' && name !== 'count') {
      warn(scan, line, {
        code: 'left-out',
        message: `“${whole.trim().slice(0, 60)}” is left out: ${instead}`,
      });
    }
    scan.next = at + 1;
    at = pastBlanks(scan, at + 1);
  }
}

// Blank lines stand above the fields of a slide, and may between them.
function pastBlanks({ lines }: Scan, from: number): number {
  let at = from;
  while (at < from + 3 && lines[at]?.text.trim() === '') at += 1;
  return at;
}

/** Takes the line after which remark shows more of the same slide, `--`. */
export function remarkRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (scan.habits.tool !== 'remark') return false;
  const words = text.trim();
  if (words === '--') {
    warn(
      scan,
      { text, line },
      {
        code: 'left-out',
        message:
          '“--” is left out: all of the slide shows at once; put what comes later between “::: reveal” and “:::”',
      },
    );
    return pushText(scan, { text: '', line });
  }
  return false;
}
