import { expect, test } from 'vitest';
import { changedWords, type WordFields } from '../../src/document/word-fields.ts';
import type { Document, Node } from '../../src/document/nodes.ts';

const nodesOf = (text: string): readonly Node[] => [
  { kind: 'text', span: { line: 1, column: 1 }, text },
];
const documentOf = (text: string): Document => ({
  kind: 'document',
  audience: 'class',
  children: nodesOf(text),
});

test('what is changed in the words of a model is changed in each of its fields that has some', () => {
  type Saying = {
    readonly by: string;
    readonly byNodes: readonly Node[];
    readonly text: Document;
    readonly others: readonly Document[];
    readonly year: number;
  };
  const fields: WordFields<Saying> = {
    by: 'in nodes',
    byNodes: 'heading',
    text: 'text',
    others: 'text',
    year: 'no words',
  };
  const saying = {
    by: 'Kim',
    byNodes: nodesOf('Kim'),
    text: documentOf('Yes.'),
    others: [documentOf('No.'), documentOf('Perhaps.')],
    year: 2026,
  };
  expect(changedWords(saying, fields, (nodes) => nodes)).toEqual({
    byNodes: saying.byNodes,
    text: saying.text,
    others: saying.others,
  });
  const without = { ...documentOf(''), children: [] };
  expect(changedWords(saying, fields, () => [])).toEqual({
    byNodes: [],
    text: without,
    others: [without, without],
  });
});
