import type { Document } from '../document/nodes.ts';
import { toText } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
import { BODY, HEADING, linesOf } from './text-size.ts';

/** How wide the words beside a story's picture are, and how high at most, of 1280 and 720. */
const WORDS = { width: 368, height: 600 } as const;
/** The longest word that fits there in a heading, in letters. */
const MAX_LETTERS = 11;

/** True where a slide is a picture for the whole slide and one paragraph, whose words fit beside it with the heading. */
export function isStory(heading: string, { children }: Document): boolean {
  const [picture, words, ...more] = children.filter(({ kind }) => kind !== 'break');
  if (more.length > 0 || picture?.kind !== 'paragraph') return false;
  const [only, ...others] = picture.children;
  if (others.length > 0 || only?.kind !== 'picture' || only.size !== 'full') return false;
  if (words?.kind !== 'paragraph' || has(words, 'picture')) return false;
  const isLong = heading.split(/\s+/).some((word) => word.length > MAX_LETTERS);
  const below = linesAt(toText(words), BODY, 'text') * BODY * 1.35;
  const height = linesAt(heading, HEADING, 'heading') * HEADING * 1.17 + 36 + below;
  return heading !== '' && !isLong && height <= WORDS.height;
}

function linesAt(words: string, size: number, face: 'heading' | 'text'): number {
  return linesOf(words, { size, width: WORDS.width, face });
}
