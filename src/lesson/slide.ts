import { markdown } from '../document/markdown.ts';
import { LONGEST_SLIDE } from '../document/parse.ts';

// What may mean something within a line, or is taken out of it.
const MARKED = /[\\`*_~[\]<&\0\uE000]/;

/** Markdown as plain words, on one line: for headings, prompts and options. */
export function plainText(source: string): string {
  if (!MARKED.test(source)) return source.replaceAll(/\s+/g, ' ').trim();
  const [inline] = markdown.parseInline(source.slice(0, LONGEST_SLIDE), {});
  const words = (inline?.children ?? []).map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline' || type === 'text_special') return content;
    return type === 'softbreak' || type === 'hardbreak' || /^<br\b/i.test(content) ? ' ' : '';
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}
