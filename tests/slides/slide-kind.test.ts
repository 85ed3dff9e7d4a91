import { expect, test } from 'vitest';
import { wordsIn, type WordFields } from '../../src/document/word-fields.ts';
import type { Document, Node } from '../../src/document/nodes.ts';
import { isSlideFence, slideFences, slideKinds } from '../../src/slides/kinds.ts';
import { text as plainText } from '../../src/slides/text.ts';
import { asBody, type FencedKind } from '../../src/slides/slide-kind.ts';

test('a kind that a fence opens reads all its own fields from it', () => {
  const { insert } = slideKinds.help.fence;
  const quote: FencedKind<{ readonly by: string }> = {
    ...plainText,
    words: { by: 'no words' },
    // @ts-expect-error no one reads `by`
    fence: { heading: 'Said', read: asBody, insert },
  };
  const plain: FencedKind = { ...plainText, fence: { heading: 'Said', read: asBody, insert } };
  expect([quote, plain]).toHaveLength(2);
});

test('every fence of a slide begins with a heading, and is offered by a name of its own', () => {
  const fences = slideFences.map((word) => slideKinds[word].fence);
  expect(fences.filter(({ heading }) => heading === '')).toEqual([]);
  expect(new Set(fences.map(({ insert }) => insert.name)).size).toBe(fences.length);
});

test('a fence opens no slide by the name of what every object has', () => {
  expect(isSlideFence('help')).toBe(true);
  expect(isSlideFence('constructor')).toBe(false);
});

test('a slide is drawn by its own kind alone', () => {
  const stop = slideKinds.stop;
  // @ts-expect-error a slide of another kind has no number
  const label = () => stop.label({ question: 'q', moment: 'before' });
  expect(label).toBeTypeOf('function');
});

test('the words of a model are found in its fields of words alone', () => {
  const nodes: readonly Node[] = [{ kind: 'text', span: { line: 1, column: 1 }, text: 'Kim' }];
  const below: Document = { kind: 'document', audience: 'class', children: nodes };
  type Quote = {
    readonly by: string;
    readonly byNodes: readonly Node[];
    readonly text: Document;
    readonly year: number;
  };
  const fields: WordFields<Quote> = {
    by: 'in nodes',
    byNodes: 'heading',
    text: 'text',
    year: 'no words',
  };
  expect(wordsIn({ by: 'Kim', byNodes: nodes, text: below, year: 2026 }, fields)).toEqual([
    { role: 'heading', words: nodes },
    { role: 'text', words: below },
  ]);
});
