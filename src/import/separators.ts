import { isScalar } from 'yaml';
import type { SourceLine } from '../document/source-line.ts';
import type { Foreign, Importer } from './importer.ts';
import { BREAK, isDashes, plainRule, rewriteWith } from './parting.ts';
import type { Comment, Prose } from './walk.ts';

const NAMES: readonly string[] = ['separator', 'verticalSeparator'];

/**
 * reveal-md, whose head says what parts slides and what begins notes.
 *
 *     separator: '<!--s-->'
 *     notesSeparator: 'Say:'
 */
export const separators: Importer = {
  name: 'reveal-md',
  recognises: ({ fields }) => hasSeparators(fields) || wordsOf(fields, 'notesSeparator') !== '',
  rewrite: (text) => {
    const parted = separatorsOf(text.fields);
    const breaks = new Set(parted.flatMap(({ line }) => (line === '' ? [] : [line])));
    const blankLines = Math.max(0, ...parted.map((one) => one.blankLines));
    const notes = plain(wordsOf(text.fields, 'notesSeparator')).toLowerCase();
    let blank = 0;
    const prose = (line: Prose): readonly string[] => {
      const words = line.text.trim();
      const isParted = blankLines > 0 && blank >= blankLines && words !== '';
      blank = words === '' ? blank + 1 : 0;
      const above = isParted ? BREAK : [];
      if (breaks.has(words)) return [...above, ...BREAK];
      if (notes !== '' && words.toLowerCase().startsWith(notes)) {
        return [...above, `Notes: ${words.slice(notes.length).trim()}`];
      }
      return [...above, ...(parted.length > 0 && isDashes(words) ? plainRule(line) : [line.text])];
    };
    const comment = ({ content }: Comment) => {
      const words = content.length === 1 ? (content[0]?.text.trim() ?? '') : '';
      return words !== '' && breaks.has(`<!--${words}-->`) ? { above: BREAK } : undefined;
    };
    const code = (block: readonly SourceLine[]) => {
      const line = block[0]?.line ?? 1;
      const above = blankLines > 0 && blank >= blankLines ? BREAK : [];
      blank = 0;
      return [...above.map((words) => ({ text: words, line })), ...block];
    };
    return rewriteWith(text, () => ({ prose, comment, code }));
  },
};

/** True where a head says what parts slides. */
export function hasSeparators(fields: Foreign['fields']): boolean {
  return NAMES.some((name) => wordsOf(fields, name) !== '');
}

function separatorsOf(fields: Foreign['fields']) {
  return NAMES.map((name) => wordsOf(fields, name))
    .filter((words) => words !== '')
    .map(separatorOf);
}

function wordsOf(fields: Foreign['fields'], name: string): string {
  const value = fields.get(name)?.value;
  return isScalar(value) && typeof value.value === 'string' ? value.value : '';
}

// A pattern is not run: a lesson from a stranger may hold one that never ends. What is left of it, once its line ends are gone, is a line.
function separatorOf(pattern: string): { readonly line: string; readonly blankLines: number } {
  const line = plain(pattern);
  const ends =
    pattern
      .replaceAll(/(?:\\r|\r)\??/g, '')
      .replaceAll('\\n', '\n')
      .split('\n').length - 1;
  return line === ''
    ? { line, blankLines: Math.max(1, ends - 1) }
    : { line: line.replace(/^<!--\s*(.*?)\s*-->$/, '<!--$1-->'), blankLines: 0 };
}

function plain(pattern: string): string {
  return pattern
    .replaceAll(/(?:\\r|\r)\??|\\n|\n/g, '')
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\\s[*+?]?|[?]$/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .trim();
}
