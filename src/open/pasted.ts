import { withoutWrapping } from './unwrap-text.ts';

/** What was pasted, as a clipboard has it: HTML where a program put it there, and the same as text. */
export type Pasted = { readonly html: string; readonly text: string };

/** True for what was pasted where it is read as a plan: from a word processor or a web page, or a text that is not in our own grammar. */
export function isPastedPlan({ html, text }: Pasted): boolean {
  return isPastedHtml({ html, text }) || !isOwnHead(withoutWrapping(text));
}

/** True where the HTML of what was pasted is read: a text that is Markdown is read as that. */
export function isPastedHtml({ html, text }: Pasted): boolean {
  return html.trim() !== '' && !isMarkdown(text);
}

/** True for a text that begins with a head, or has parts in our own grammar. */
export function isOwnHead(text: string): boolean {
  return /^\uFEFF?---\r?\n/.test(text) || /^:::/m.test(text);
}

// A text whose author wrote Markdown has several of its marks at the start of lines.
function isMarkdown(text: string): boolean {
  const marks = text.slice(0, 200_000).match(/^(?:#{1,4} \S|```|:::|---\s*$|\|[ :-]*-{3})/gm) ?? [];
  return marks.length > 1;
}
