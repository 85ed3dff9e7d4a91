import type { Problem } from '../../document/problem.ts';
import { warningOf, INSTEAD, type Foreign, type Importer } from '../importer.ts';
import { isDashes, rewriteWith } from '../parting.ts';
import type { Prose, Rewriter } from '../walk.ts';
import { slotOn, withColumns } from './columns.ts';
import { fieldOn, isOfSlidev, slideFieldsAt, SLIDEV_FIELDS } from './fields.ts';

/**
 * Slidev's own marks: the fields of a slide, its columns, what comes later, and code of other files.
 *
 *     ---
 *     layout: two-cols
 *     ---
 *     ::right::
 *     <v-clicks>
 *     <<< @/snippets/a.py
 */
export const slidev: Importer = {
  name: 'Slidev',
  recognises: (text) => isOfSlidev(text) || text.lines.some(({ text: line }) => isMark(line)),
  rewrite: (text) => {
    const { lines, problems } = rewriteWith(text, (found) => rewriterOf(text, found));
    return { lines: withColumns(lines), problems };
  },
};

function isMark(text: string): boolean {
  if (text.includes(':')) {
    const field = fieldOn(text);
    if (field !== undefined && SLIDEV_FIELDS.has(field)) return true;
  }
  return (
    (text.includes('::') && slotOn(text) !== undefined) ||
    (text.includes('v-') && /<[^<>]*\bv-[a-z]/.test(text)) ||
    isImport(text)
  );
}

// Code from another file, or a part for MDX, `import Part from './part'`.
function isImport(text: string): boolean {
  return (
    (text.includes('<<<') && /^\s*<<<[ \t]+\S/.test(text)) ||
    (text.startsWith('import ') && IMPORT.test(text))
  );
}

const IMPORT = /^import [\w${},* ]{1,200} from (?:"[^"]{1,200}"|'[^']{1,200}');?\s*$/;

function rewriterOf(text: Foreign, problems: Problem[]): Rewriter {
  const { lines } = text;
  const isSlidev = isOfSlidev(text);
  // What stands above this index is read already; as many `<v-clicks>` are open.
  let next = 0;
  let clicks = 0;
  const prose = (line: Prose): readonly string[] => {
    if (line.at < next) return [];
    const { text: words, around } = line;
    if (isDashes(words) && (isSlidev || around.notes || around.above.paragraph === 0)) {
      const fields = slideFieldsAt(lines, line.at + 1, isSlidev);
      problems.push(...(fields?.problems ?? []));
      next = fields?.next ?? next;
      const blank = around.above.paragraph > 0 ? [''] : [];
      return [...blank, words, ...(fields?.put ?? [])];
    }
    if (isImport(words)) {
      const message = `“${words.trim().slice(0, 60)}” is left out: code of another file is not read; copy it in here`;
      problems.push(warningOf(line, { code: 'left-out', message }));
      return [''];
    }
    return [withClicks(line)];
  };
  const withClicks = (line: Prose): string => {
    const { text: words } = line;
    if (!words.includes('v-') || words.includes('`')) return words;
    if (/^\s*<v-clicks?(?:\s[^<>]{0,400})?>\s*$/.test(words)) {
      clicks += 1;
      return '::: reveal';
    }
    if (/^\s*<\/v-clicks?>\s*$/.test(words) && clicks > 0) {
      clicks -= 1;
      return ':::';
    }
    return withoutClicks(line, problems);
  };
  return { prose };
}

function withoutClicks(line: Prose, problems: Problem[]): string {
  const { text } = line;
  const words = text.replaceAll(/<\/?v-(?:clicks?|after|switch|drag|mark)\b[^<>]{0,400}>/g, '');
  const [, tag, attribute] =
    /<(v-[a-z]+)|<[a-z][^<>]{0,400}\s(v-(?:clicks?|after|motion|mark))\b/.exec(text) ?? [];
  const found = tag ?? attribute;
  if (found !== undefined) {
    const message = `“${found.slice(0, 60)}” is left out: ${INSTEAD.step}`;
    problems.push(warningOf(line, { code: 'left-out', message }));
  }
  return words.trim() === '' ? '' : words;
}
