import type { Problem } from '../../document/problem.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { isOfSlidev } from '../slidev/fields.ts';
import { INSTEAD, leftOut, warningOf, type Foreign, type Importer } from '../importer.ts';
import { HIDE, isDashes, rewriteWith } from '../parting.ts';
import type { Prose, Rewriter } from '../walk.ts';
import { withoutBoxes, type OpenBoxes } from './boxes.ts';

const FIELD = /^(class|name|layout|template|count|exclude|background-[a-z]+):[ \t]*(\S.*)?$/;
const SURE =
  /^(?:(?:layout|count|exclude): *(?:true|false)|template: *\S+|background-(?:image|color|size|position): *\S.*|class: *[\w, -]*\b(?:center|middle|inverse|left|right|top|bottom|title-slide)\b.*)$/;

/** More fields than any slide has. */
const MAX_FIELDS = 60;

/** Blank lines that may stand above a field of a slide. */
const MAX_BLANKS = 3;

/**
 * remark and xaringan.
 *
 *     class: center, middle
 *     # A title
 *     .red[Words]
 *     ???
 *     A note
 */
export const remark: Importer = {
  name: 'remark',
  recognises: (text) => isMoonReader(text) || (!isOfSlidev(text) && isRemark(text.lines)),
  rewrite: (text) => {
    const read = rewriteWith(text, rewriterOf, { headings: [] });
    const title = titleOf(text);
    if (title === '') return read;
    const line = text.lines[0]?.line ?? 1;
    const [parting, ...below] = read.lines;
    const slide = [`# ${title}`, '', '---', ''].map((words) => ({ text: words, line }));
    return { ...read, lines: [...(parting === undefined ? [] : [parting]), ...slide, ...below] };
  },
};

// The slide that xaringan makes of a head's title, unless its head says that it makes none.
function titleOf({ fields, lines }: Foreign): string {
  if (!isMoonReader({ fields })) return '';
  if (/\bseal"?: *(?:false|no|off)\b/.test(String(fields.get('output')?.value))) return '';
  const title = String(fields.get('title')?.value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const first = lines.find(({ text }) => text.startsWith('#'))?.text ?? '';
  return first.replace(/^#+\s*/, '').trim() === title ? '' : title;
}

// By its notes, `???`, or by fields that stand bare at the head of a slide.
function isRemark(lines: readonly SourceLine[]): boolean {
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

// A deck of xaringan says so in its head.
function isMoonReader({ fields }: Pick<Foreign, 'fields'>): boolean {
  const output = fields.get('output')?.value;
  return output !== undefined && output !== null && String(output).includes('moon_reader');
}

// Markdown goes on right below a tag that stands alone.
const LONE_TAG = /^<(?:br|\/?(?:div|center|section|small))\b[^<>]*>\s*$/i;

function rewriterOf(problems: Problem[]): Rewriter {
  const open: OpenBoxes = { boxes: 0 };
  // At the head of a slide, how many blank lines may still stand above a field; below it, none. Above the first, code may have been taken out.
  let blanks: number | null = MAX_FIELDS;
  const prose = ({ text: written, line, around }: Prose): readonly string[] => {
    if (blanks !== null && written.trim() === '' && blanks > 0) {
      blanks -= 1;
      return [written];
    }
    const field = blanks === null ? null : FIELD.exec(written);
    if (field !== null) {
      blanks = MAX_BLANKS;
      return takeField(field, line, problems);
    }
    blanks = null;
    const text = withoutBoxes(open, withoutNamedPictures({ text: written, line }, problems));
    if (text.trim() === '--') {
      const message = `“--” is left out: ${INSTEAD.steps}`;
      problems.push(warningOf({ text, line }, { code: 'left-out', message }));
      return [''];
    }
    if (isDashes(text)) {
      open.boxes = 0;
      blanks = MAX_BLANKS;
      return around.above.paragraph > 0 ? ['', text] : [text];
    }
    return LONE_TAG.test(text) ? [text, ''] : [text];
  };
  return { prose };
}

function takeField(
  [whole, name = '', value = '']: RegExpExecArray,
  line: number,
  problems: Problem[],
): readonly string[] {
  const isGone = (name === 'layout' || name === 'exclude') && value.trim() === 'true';
  const instead = isGone
    ? `this slide is not shown, and ${INSTEAD.every}`
    : name.startsWith('background-image')
      ? INSTEAD.picture
      : INSTEAD.look;
  if (name !== 'name' && name !== 'count') problems.push(leftOut(line, whole.trim(), instead));
  return isGone ? [HIDE] : [];
}

// A picture that R would name, ``![A plot](`r plot`)``.
function withoutNamedPictures(line: SourceLine, problems: Problem[]): string {
  if (!line.text.includes('](`r ')) return line.text;
  const message =
    'A picture that code would name is left out: code is not run; write where it lies, “![what it shows](my-film/plot.svg)”';
  problems.push(warningOf(line, { code: 'left-out', message }));
  return line.text.replaceAll(/!\[[^\][]{0,300}\]\(`r [^`]{0,300}`\)/g, '');
}
