import { INSTEAD } from './importer.ts';
import { directives } from './marp.ts';
import { SLIDEV_FIELDS } from './slidev/fields.ts';

/** What reveal-md reads at the head of a deck, and we heed. */
const SEPARATORS: readonly string[] = ['separator', 'verticalSeparator', 'notesSeparator'];

const REVEAL_FIELDS: ReadonlySet<string> = new Set([
  ...SEPARATORS,
  'revealOptions',
  'highlightTheme',
  'scripts',
  'preprocessor',
  'enableMenu',
]);

/** True for a field that only a deck tool reads: the deck comes from reveal-md, Marp or Slidev. */
export function isDeckField(name: string): boolean {
  return (
    REVEAL_FIELDS.has(name) ||
    SLIDEV_FIELDS.has(name) ||
    Object.hasOwn(directives, name.replace(/^_/, ''))
  );
}

/** What to do instead of a field that only a deck tool reads, as the end of a sentence; empty where it is heeded, undefined for any other field. */
export function insteadOfField(name: string): string | undefined {
  const directive = name.replace(/^_/, '');
  if (SEPARATORS.includes(name) || name === 'slide-level' || name === 'src') return '';
  if (!isDeckField(name)) return undefined;
  return Object.hasOwn(directives, directive) ? (directives[directive] ?? '') : INSTEAD.look;
}
