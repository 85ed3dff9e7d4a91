import { fieldIn, headOf, indentOf } from './lesson-head.ts';
import { quoted, titleIn } from './lesson-title.ts';

/** The text with a field of its head, `draft: yes`, in the place of all that have one of the names; without any of them for null. A text without a head gets one with its title. */
export function withField(text: string, names: readonly string[], field: string | null): string {
  const head = headOf(text);
  if (head === null) {
    return field === null ? text : `---\ntitle: ${quoted(titleIn(text))}\n${field}\n---\n\n${text}`;
  }
  const { above, fields, below } = head;
  const indent = fieldIndent(fields);
  const added = field === null ? [] : [`${' '.repeat(indent)}${field}`];
  return [...above, ...fieldsWithout(fields, names), ...added, ...below].join('\n');
}

/** How many blanks the fields of a head begin with. */
export function fieldIndent(fields: readonly string[]): number {
  return indentOf(fields.find((line) => fieldIn(line) !== null) ?? '');
}

// The lines of a list below a field go with it; what is set in below another field is a word of that one's.
function fieldsWithout(fields: readonly string[], names: readonly string[]): readonly string[] {
  const indent = fieldIndent(fields);
  let isLeftOut = false;
  return fields.filter((line) => {
    const isOwn = indentOf(line) > indent || /^ *- /.test(line);
    if (!isOwn || line.trim() === '') {
      isLeftOut = indentOf(line) === indent && names.includes(fieldIn(line)?.name ?? '');
    }
    return !isLeftOut;
  });
}
