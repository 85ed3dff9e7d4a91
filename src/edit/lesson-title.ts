import { fieldIn, headOf } from './lesson-head.ts';
import { HEAD_END } from '../lesson/head-lines.ts';

const HEADING = /^#[ \t]+(.*)$/;

/** The title that a text gives its lesson, in its head or else by its first heading; empty where it gives none. */
export function titleIn(text: string): string {
  const { fields = [], below = text.split('\n') } = headOf(text) ?? {};
  const inHead = fieldIn(fields.find(isTitleField) ?? '')?.value;
  return unquoted(inHead ?? headingIn(below) ?? '');
}

/** The text with another title: in its head, where that names one, and in the heading that says the same. A text without either begins with it. */
export function withTitle(text: string, title: string): string {
  const before = titleIn(text);
  const { above, fields, below } = headOf(text) ?? {
    above: [],
    fields: [],
    below: text.split('\n'),
  };
  const at = fields.findIndex(isTitleField);
  const newFields = at < 0 ? fields : fields.with(at, `title: ${quoted(title)}`);
  const isSame = unquoted(headingIn(below) ?? 'none') === before;
  if (before === '' && !isSame && at < 0) {
    const end = HEAD_END.test(below[0] ?? '') && above.length > 0 ? 1 : 0;
    const heading = [`# ${title}`, ''];
    return [...above, ...fields, ...below.toSpliced(end, 0, ...heading)].join('\n');
  }
  const heading = isSame ? below.findIndex((line) => HEADING.test(line)) : -1;
  const newBelow = heading < 0 ? below : below.with(heading, `# ${title}`);
  return [...above, ...newFields, ...newBelow].join('\n');
}

/** Where the words of a text's title are that its first heading gives, in characters from the start; null where its head names one, or it has none. */
export function titlePlace(text: string): { readonly from: number; readonly to: number } | null {
  const { above, fields, below } = headOf(text) ?? {
    above: [],
    fields: [],
    below: text.split('\n'),
  };
  const heading = below.findIndex((line) => HEADING.test(line));
  if (heading < 0 || fields.some(isTitleField)) return null;
  const before = [...above, ...fields, ...below.slice(0, heading), ''].join('\n').length;
  const line = below[heading] ?? '';
  return {
    from: before + line.length - (HEADING.exec(line)?.[1] ?? '').length,
    to: before + line.length,
  };
}

function isTitleField(line: string): boolean {
  return fieldIn(line)?.name === 'title' && !/^\s/.test(line);
}

function headingIn(lines: readonly string[]): string | undefined {
  return lines.map((line) => HEADING.exec(line)?.[1]).find((words) => words !== undefined);
}

function unquoted(written: string): string {
  const value = written.trim();
  const inside = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  if (inside !== undefined) return inside.replaceAll(/\\(.)/g, '$1');
  return /^'((?:[^']|'')*)'$/.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
}

/** A title as YAML has it: what it might read as anything but these very words has quotes. */
export function quoted(title: string): string {
  return /^[\p{L}][\p{L}\p{N} ,.’–()!?-]*$/u.test(title) && !WORDS_OF_YAML.test(title.trim())
    ? title
    : `"${title.replaceAll(/["\\]/g, '\\$&')}"`;
}

const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
