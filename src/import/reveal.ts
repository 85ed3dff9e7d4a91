import { LATER } from '../document/fragments.ts';
import type { Problem } from '../document/problem.ts';
import { INSTEAD, leftOut, type Importer } from './importer.ts';
import { BREAK, HIDE, rewriteWith } from './parting.ts';
import type { Comment, Replaced } from './walk.ts';

/**
 * What reveal.js and reveal-md write in comments and tags, in any deck.
 *
 *     <!-- .slide: data-background="#fff" -->
 *     - One <!-- .element: class="fragment" -->
 *     <!-- slide -->
 *     <section data-notes="Wait.">
 *     ---v
 */
export const reveal: Importer = {
  name: 'reveal.js',
  recognises: ({ lines }) => lines.some(({ text }) => MAY_BE.test(text) && MARK.test(text)),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({
      comment: (comment) => breakFor(comment) ?? withoutAttributes(comment, problems),
      prose: ({ text: words }) => [
        DOWNWARDS.test(words) ? '---' : words.includes('data-notes') ? withNotes(words) : words,
      ],
    })),
};

const MAY_BE = /<|-v/;
const MARK =
  /<!--\s*(?:$|\.|(?:slide|element)\b|(?:s|v|vertical|end_slide)\s*-->)|data-notes|^ {0,3}-{2,}v[ \t]*$/;
const DOWNWARDS = /^ {0,3}-{2,}v[ \t]*$/;

function breakFor({ content }: Comment): Replaced | undefined {
  const words = content.length === 1 ? (content[0]?.text.trim() ?? '') : '';
  return /^(?:s|v|slide|vertical|end_slide)$/.test(words) ? { above: BREAK } : undefined;
}

function withoutAttributes({ line, content }: Comment, problems: Problem[]): Replaced | undefined {
  const words = content
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
  // Obsidian writes them without a point.
  const [, what, attributes = ''] =
    /^(?:\.(?=slide|element)|(?=(?:slide|element) [\w-]+="))(slide|element)\b:?(.*)$/.exec(words) ??
    [];
  if (what === undefined) return undefined;
  const [, notes] = /\bdata-notes="([^"]*)"/.exec(attributes) ?? [];
  const above = notes === undefined ? [] : [noteOf(notes)];
  if (what === 'element' && /\bclass="[^"]*\bfragment\b/.test(attributes)) {
    return { above, marked: shownLater };
  }
  const message = `“.${what}:${attributes.slice(0, 60)}” is left out: ${instead(what, attributes)}`;
  problems.push({ ...leftOut(line, '', ''), message });
  return { above: isHidden(attributes) ? [...above, HIDE] : above };
}

// A line that reveal.js shows a step later: `- One <!-- .element: class="fragment" -->`.
function shownLater(words: string): string {
  const isMarked = words.trim() !== '' && !/^\s*(?:#|:::|\||-{2,}\s*$)/.test(words);
  return isMarked ? `${words.trimEnd()}${LATER}` : words;
}

function noteOf(words: string): string {
  return `<!-- ${words.replaceAll(/<!--|-->/g, ' ')} -->`;
}

// Notes that stand in a tag, `<section data-notes="…">`, are said in a comment as well.
function withNotes(text: string): string {
  const notes = [
    ...text.matchAll(
      /<[a-z][^<>]{0,400}\sdata-notes\s*=\s*(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/gi,
    ),
  ].map(([, quoted, single]) => noteOf(quoted ?? single ?? ''));
  return `${text}${notes.join('')}`;
}

function isHidden(attributes: string): boolean {
  return /\bdata-visibility="hidden"/.test(attributes);
}

function instead(what: string, attributes: string): string {
  if (isHidden(attributes)) return 'this slide is not shown; delete the line to show it';
  if (/\bfragment\b/.test(attributes)) return INSTEAD.step;
  if (/\bdata-background/.test(attributes)) return INSTEAD.picture;
  return what === 'slide' ? INSTEAD.look : 'text has one look; use **bold** for what matters';
}
