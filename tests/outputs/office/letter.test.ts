import { expect, test } from 'vitest';
import { boldRun, plainRun } from '../../../src/outputs/office/office-blocks.ts';
import { letterText, type Letter } from '../../../src/outputs/office/letter.ts';
import { writeLetter } from '../../../src/outputs/office/word/write-letter.ts';
import { openFile } from '../../../src/open/open-file.ts';
import { packageTroubles } from './office-parts.ts';

const letter: Letter = {
  title: 'A lesson about ice',
  parts: [
    { kind: 'paragraph', words: [boldRun('From:'), plainRun(' Hill School')] },
    { kind: 'paragraph', words: [plainRun('Dear parents & carers,')] },
    { kind: 'heading', words: [plainRun('Who can help')] },
    { kind: 'item', words: [boldRun('The office'), plainRun(' by e-mail')] },
    { kind: 'item', words: [plainRun('A friend')] },
  ],
};

test('A letter is a whole document of Word, which opened again says all of it in its order', async () => {
  const bytes = await writeLetter(letter);
  expect(packageTroubles(bytes)).toEqual([]);
  const opened = openFile({ name: 'letter.docx', bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  const places = [
    'A lesson about ice',
    'From:',
    'Hill School',
    'Dear parents & carers,',
    'Who can help',
    'The office',
    'by e-mail',
    'A friend',
  ].map((words) => opened.text.indexOf(words));
  expect(places.every((at, nth) => at > (places[nth - 1] ?? -1))).toBe(true);
});

test('A letter is text for an email, with a blank line between its parts and a dash before an item', () => {
  expect(letterText(letter)).toBe(
    'A lesson about ice\n\nFrom: Hill School\n\nDear parents & carers,\n\nWho can help\n\n- The office by e-mail\n- A friend\n',
  );
});
