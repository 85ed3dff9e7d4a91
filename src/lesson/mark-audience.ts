import type { Part } from './part.ts';

const NUMBERED = /^\s*\d{1,3}[.)]\s/;

// “2.” behind a blank line goes on with “1.”.
function goesOnIn(first: string, next: string): boolean {
  return /^\s+\S|^\s*[-*+•]\s/.test(next) || (NUMBERED.test(first) && NUMBERED.test(next));
}

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;

/** Parts in which the paragraph, list, table or code below a comment is for the one that it names: the class, whatever a plan would keep from it, or the teacher. */
export function markAudience(parts: readonly Part[]): readonly Part[] {
  if (!parts.some(({ type }) => type === 'audience')) return parts;
  const out: Part[] = [];
  let audience: 'class' | 'teacher' | undefined;
  let first: string | undefined;
  // One item alone, where the comment stands between two.
  let isOne = false;
  let markLine = 0;
  for (const [at, part] of parts.entries()) {
    if (part.type === 'audience') {
      audience = part.audience;
      first = undefined;
      markLine = part.line;
      const above = out.at(-1);
      isOne = above?.type === 'text' && above.text.trim() !== '';
      continue;
    }
    if (part.type !== 'text') audience = undefined;
    if (audience === undefined || part.type !== 'text' || part.to === 'land') {
      out.push(part);
      continue;
    }
    if (first === undefined && part.text.trim() === '' && part.line === markLine) continue;
    if (isOne && first !== undefined && ITEM.test(part.text)) {
      audience = undefined;
      out.push(part);
      continue;
    }
    if (part.text.trim() === '') {
      const next = parts[at + 1];
      const isList = first !== undefined && ITEM.test(first);
      const goesOn =
        first === undefined ||
        (isList && next?.type === 'text' && goesOnIn(first ?? '', next.text));
      if (!goesOn) audience = undefined;
      out.push(part);
      continue;
    }
    // Above the notes that a list begins is what the class sees of it.
    if (first === undefined && audience === 'teacher') {
      out.push({ type: 'text', to: 'notes', text: '', line: part.line });
    }
    first ??= part.text;
    out.push(
      audience === 'teacher'
        ? { ...part, to: 'notes', sure: true }
        : part.to === 'body'
          ? { ...part, sure: true }
          : part,
    );
  }
  return out;
}
