import { isParent, type Document, type Node } from '../document/nodes.ts';
import { toWords } from '../document/to-text.ts';
import { countWords, isEnglish, readingAgeOf } from '../text/reading-age.ts';
import type { Shown } from './slide-kind.ts';

/** Fewer words than these say nothing about how hard a text is. */
const ENOUGH = 60;

/** The reading age of a slide in whole years; null where too little is written on it to tell. Code, tables and other languages are no part of it. */
export function slideReadingAge({ body }: Pick<Shown, 'body'>): number | null {
  const sentences = boxesIn(body).flatMap((box) =>
    toWords(box)
      .split(/(?<=[.!?])(?![.!?])/)
      .filter((sentence) => countWords(sentence) > 0 && isEnglish(sentence)),
  );
  const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0);
  const age = words < ENOUGH ? null : readingAgeOf(sentences);
  return age === null ? null : Math.max(5, Math.round(age));
}

// The smallest boxes with words in them: paragraphs, items, messages.
function boxesIn(tree: Document | Node): readonly Node[] {
  if (tree.kind === 'code' || tree.kind === 'table' || tree.kind === 'mixedCards') return [];
  if (tree.kind !== 'document' && !isParent(tree)) return [];
  const inside = tree.children.flatMap(boxesIn);
  if (inside.length > 0 || tree.kind === 'document') return inside;
  return [tree];
}
