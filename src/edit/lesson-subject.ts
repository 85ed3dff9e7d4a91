import { fieldIndent, withField } from './head-field.ts';
import { fieldIn, headOf, indentOf } from './lesson-head.ts';
import { quoted } from './lesson-title.ts';

/** The text with a subject in its head, in the place of the one that is there. A text without a head gets one with its title. */
export function withSubject(text: string, subject: string): string {
  const line = `subject: ${plain(subject)}`;
  const head = headOf(text);
  const at = (head?.fields ?? []).findIndex(isSubject);
  if (head === null || at < 0 || !isWholeField(head.fields, at)) {
    return withField(text, ['subject'], line);
  }
  const indent = ' '.repeat(fieldIndent(head.fields));
  const fields = head.fields.with(at, indent + line);
  return [...head.above, ...fields, ...head.below].join('\n');
}

/** The text without its help slides and their notes: a class of another subject is shown no help with nudes. */
export function withoutHelp(text: string): string {
  return text.replaceAll(/^### .*\n(?:(?!##).*\n)*?::: help\r?\n(?:(?!##).*\n)*/gm, '');
}

function isSubject(line: string): boolean {
  return fieldIn(line)?.name === 'subject';
}

// A value that goes on below its line, or a second subject, goes whole.
function isWholeField(fields: readonly string[], at: number): boolean {
  const next = fields[at + 1] ?? '';
  const goesOn = indentOf(next) > fieldIndent(fields) || /^ *- /.test(next);
  return !goesOn && fields.filter(isSubject).length === 1;
}

// As one line, whatever was typed.
function plain(subject: string): string {
  return quoted(subject.replaceAll(/\s+/g, ' ').trim());
}
