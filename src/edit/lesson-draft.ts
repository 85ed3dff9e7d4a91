import { fieldIn, headOf, indentOf } from './lesson-head.ts';
import { quoted, titleIn } from './lesson-title.ts';

/** True for a text whose head says that the library does not list it yet. */
export function isDraftText(text: string): boolean {
  const fields = headOf(text)?.fields ?? [];
  const field = fields.find((line) => isDraftField(line, indentIn(fields)));
  return /^(["']?)(?:yes|true)\1(?:\s+#.*)?$/i.test(fieldIn(field ?? '')?.value ?? '');
}

/** The text as a draft, or as one that the library lists. A text without a head gets one with its title. */
export function withDraft(text: string, isDraft: boolean): string {
  const head = headOf(text);
  if (head === null) {
    return isDraft ? `---\ntitle: ${quoted(titleIn(text))}\ndraft: yes\n---\n\n${text}` : text;
  }
  const { above, fields, below } = head;
  const indent = indentIn(fields);
  const others = fields.filter((line) => !isDraftField(line, indent));
  const added = isDraft ? [`${' '.repeat(indent)}draft: yes`] : [];
  return [...above, ...others, ...added, ...below].join('\n');
}

// One that is set in below another is a word of that one's.
function isDraftField(line: string, indent: number): boolean {
  return fieldIn(line)?.name === 'draft' && indentOf(line) === indent;
}

function indentIn(fields: readonly string[]): number {
  return indentOf(fields.find((line) => fieldIn(line) !== null) ?? '');
}
