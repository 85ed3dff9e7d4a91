import { markdown } from '../document/markdown.ts';
import { LONGEST_SLIDE } from '../document/parse.ts';

/** Markdown as plain words, on one line: for headings, prompts and options. */
export function plainText(source: string): string {
  if (!/[^\p{L}\p{N} .,:;?'’“”()–-]/u.test(source)) return source.trim().replaceAll(/ +/g, ' ');
  const [inline] = markdown.parseInline(source.slice(0, LONGEST_SLIDE), {});
  const words = (inline?.children ?? []).map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline' || type === 'text_special') return content;
    return type === 'softbreak' || type === 'hardbreak' || /^<br\b/i.test(content) ? ' ' : '';
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}
