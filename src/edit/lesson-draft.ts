import { HEAD, quoted, titleIn } from './lesson-title.ts';

const FIELD = /^draft:[ \t]*["']?(yes|true)?.*\n/im;

/** True for a text whose head says that the library does not list it yet. */
export function isDraftText(text: string): boolean {
  return FIELD.exec(HEAD.exec(text)?.[0] ?? '')?.[1] !== undefined;
}

/** The text as a draft, or as one that the library lists. A text without a head gets one with its title. */
export function withDraft(text: string, isDraft: boolean): string {
  const head = HEAD.exec(text)?.[0] ?? '';
  const bare = head.replace(FIELD, '');
  const body = text.slice(head.length);
  if (!isDraft) return bare + body;
  if (head === '') return `---\ntitle: ${quoted(titleIn(text))}\ndraft: yes\n---\n\n${body}`;
  return bare.replace(/\n---(\n?)$/, '\ndraft: yes\n---$1') + body;
}
