import { fieldIndent, withField } from './head-field.ts';
import { fieldIn, headOf, indentOf } from './lesson-head.ts';

/** True for a text whose head says that the library does not list it yet. */
export function isDraftText(text: string): boolean {
  const fields = headOf(text)?.fields ?? [];
  const indent = fieldIndent(fields);
  // One that is set in below another is a word of that one's.
  const field = fields.find((line) => fieldIn(line)?.name === 'draft' && indentOf(line) === indent);
  return /^(["']?)(?:yes|true)\1(?:\s+#.*)?$/i.test(fieldIn(field ?? '')?.value ?? '');
}

/** The text as a draft, or as one that the library lists. A text without a head gets one with its title. */
export function withDraft(text: string, isDraft: boolean): string {
  return withField(text, ['draft'], isDraft ? 'draft: yes' : null);
}
