import type { Field } from '../../film/yaml-map.ts';
import { nearest } from '../../text/nearest.ts';
import { headFields } from '../head-fields.ts';
import { directives } from './marp.ts';
import { SLIDEV_FIELDS } from './slidev-fields.ts';

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

/** Says that a field of the head is not one of ours. */
export function leftOut({ name, key, wrong }: Field): void {
  const directive = name.replace(/^_/, '');
  if (SEPARATORS.includes(name) || name === 'slide-level' || directives[directive] === '') return;
  const words = name.slice(0, 60);
  if (isDeckField(name)) {
    const instead = Object.hasOwn(directives, directive)
      ? directives[directive]
      : 'every slide has the same look; nothing needs doing';
    wrong('unknown-field', `“${words}” is left out: ${instead}`, key);
    return;
  }
  const meant = nearest(name, Object.keys(headFields));
  wrong(
    'unknown-field',
    `“${words}” is not a field of a lesson: it is not read${meant === undefined ? '' : `. Is it “${meant}”?`}`,
    key,
  );
}
