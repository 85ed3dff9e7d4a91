import type { SourceLine } from '../../document/source-line.ts';
import { warn, type OpenComment, type Scan } from '../scan-state.ts';

/**
 * What reveal.js and reveal-md write in comments.
 *
 *     <!-- .slide: data-background="#fff" -->
 *     - One <!-- .element: class="fragment" -->
 */
export function revealComment(scan: Scan, { line, content }: OpenComment): boolean {
  const words = content
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
  // Obsidian writes them without a point.
  const [, what, attributes = ''] =
    /^(?:\.(?=slide|element)|(?=(?:slide|element) [\w-]+="))(slide|element)\b:?(.*)$/.exec(words) ??
    [];
  if (what === undefined) return false;
  const [, notes] = /\bdata-notes="([^"]*)"/.exec(attributes) ?? [];
  if (notes !== undefined) scan.remarks.push({ text: '', line }, { text: notes, line });
  if (what === 'element' && /\bclass="[^"]*\bfragment\b/.test(attributes)) {
    scan.later = true;
    return true;
  }
  if (/\bdata-visibility="hidden"/.test(attributes)) scan.parts.push({ type: 'hide', line });
  warn(
    scan,
    { text: '', line },
    {
      code: 'left-out',
      message: `“.${what}:${attributes.slice(0, 60)}” is left out: ${instead(what, attributes)}`,
    },
  );
  return true;
}

/** Takes the notes that stand in a tag, `<section data-notes="…">`. */
export function revealNotes(scan: Scan, line: SourceLine): string {
  if (!line.text.includes('data-notes')) return line.text;
  for (const [, quoted, single] of line.text.matchAll(
    /<[a-z][^<>]{0,400}\sdata-notes\s*=\s*(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/gi,
  )) {
    scan.remarks.push(
      { text: '', line: line.line },
      { text: quoted ?? single ?? '', line: line.line },
    );
  }
  return line.text;
}

function instead(what: string, attributes: string): string {
  if (/\bdata-visibility="hidden"/.test(attributes)) {
    return 'this slide is not shown; delete the line to show it';
  }
  if (/\bfragment\b/.test(attributes)) {
    return 'all of the slide shows at once; put what comes later into “::: reveal”';
  }
  if (/\bdata-background/.test(attributes)) {
    return 'slides have one plain background; put a picture the class needs on the slide, “![what it shows](my-film/phone.svg)”';
  }
  return what === 'slide'
    ? 'every slide has the same look; nothing needs doing'
    : 'text has one look; use **bold** for what matters';
}
