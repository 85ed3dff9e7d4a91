import * as v from 'valibot';
import type { Fields } from '../text/schema.ts';

/** Words of a slide that are as they were, new, or no longer there. */
export type WordChange = { readonly is: 'same' | 'added' | 'removed'; readonly words: string };

/** How a change of words is read where it was sent. */
export const wordChange = v.object({
  is: v.picklist(['same', 'added', 'removed']),
  words: v.string(),
} satisfies Fields<WordChange>);

/** More words than these times each other are not compared one by one: all of them are gone, and all new. */
const MAX_PAIRS = 1_000_000;

/** What became of a text, word by word, in the order in which it is read; a line's end is a word. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changes: WordChange[] = [];
  const add = (is: WordChange['is'], word: string): void => {
    const last = changes.at(-1);
    if (last?.is !== is) changes.push({ is, words: word });
    else changes[changes.length - 1] = { is, words: joined(last.words, word) };
  };
  for (const { is, word } of compared(old, now)) add(is, word);
  return changes;
}

type Step = { readonly is: WordChange['is']; readonly word: string };

function compared(old: readonly string[], now: readonly string[]): readonly Step[] {
  const as = (is: Step['is']) => (word: string) => ({ is, word });
  if (old.length * now.length > MAX_PAIRS) {
    return [...old.map(as('removed')), ...now.map(as('added'))];
  }
  const common = commonLengths(old, now);
  const steps: Step[] = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < now.length) {
    const [was = '', is = ''] = [old[a], now[b]];
    if (was === is) {
      steps.push({ is: 'same', word: was });
      a += 1;
      b += 1;
    } else if ((common[a + 1]?.[b] ?? 0) >= (common[a]?.[b + 1] ?? 0)) {
      steps.push({ is: 'removed', word: was });
      a += 1;
    } else {
      steps.push({ is: 'added', word: is });
      b += 1;
    }
  }
  return [...steps, ...old.slice(a).map(as('removed')), ...now.slice(b).map(as('added'))];
}

/** How many words the two have in common, in their order, from each place on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    const [row, below] = [rows[a], rows[a + 1]];
    if (row === undefined || below === undefined) continue;
    for (let b = now.length - 1; b >= 0; b -= 1) {
      row[b] =
        old[a] === now[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return rows;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\n|\S+/g) ?? [];
}

function joined(before: string, word: string): string {
  return word === '\n' || before.endsWith('\n') ? before + word : `${before} ${word}`;
}

/** Slides with fewer of their words in common than this are not the same slide with other words. */
const LIKE = 0.25;

/** What changed in the words of slides, by their places today: those that are new in `added` beside those that are gone, each with the one that it is most like. A slide that is like none is new. */
export function changesOfSlides(
  reviewed: { readonly words: readonly string[]; readonly gone: readonly number[] },
  now: { readonly words: readonly string[]; readonly added: readonly number[] },
): ReadonlyMap<number, readonly WordChange[]> {
  const left = new Set(reviewed.gone);
  const changes = new Map<number, readonly WordChange[]>();
  for (const at of now.added) {
    const after = now.words[at] ?? '';
    const likes = [...left].map((from) => ({ from, like: likeness(reviewed.words[from], after) }));
    const best = likes.toSorted((one, other) => other.like - one.like)[0];
    const from = best !== undefined && best.like >= LIKE ? best.from : null;
    if (from !== null) left.delete(from);
    changes.set(at, wordChanges(from === null ? '' : (reviewed.words[from] ?? ''), after));
  }
  return changes;
}

function likeness(before: string = '', after: string): number {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const words = new Set(now);
  const shared = old.filter((word) => words.has(word)).length;
  return old.length + now.length === 0 ? 1 : (2 * shared) / (old.length + now.length);
}
