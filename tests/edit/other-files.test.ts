import { expect, test } from 'vitest';
import { otherFiles } from '../../src/edit/other-files.ts';

test('A folder’s files that are no lessons are named, and what the system and this program write is not', () => {
  const names = [
    'ice.md',
    'ice.review.json',
    'ice.versions.json',
    'Why ice floats.MD',
    'Rivers.docx',
    'marks.xlsx',
    'damaged.md',
    'README.md',
    '.DS_Store',
    '~$Rivers.docx',
    'desktop.ini',
    'Thumbs.db',
  ];
  expect(otherFiles(names, new Set(['ice']))).toEqual([
    { name: 'damaged.md', mayOpen: true },
    { name: 'marks.xlsx', mayOpen: false },
    { name: 'README.md', mayOpen: true },
    { name: 'Rivers.docx', mayOpen: true },
    { name: 'Why ice floats.MD', mayOpen: true },
  ]);
});

test('A folder of lessons alone has no other files', () => {
  expect(otherFiles(['ice.md', 'snow.md'], new Set(['ice', 'snow']))).toEqual([]);
});
