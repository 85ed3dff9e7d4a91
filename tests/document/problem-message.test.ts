import { expect, test } from 'vitest';
import { suppress, parseProblemMessage, sentence } from '../../src/document/problem-message.ts';

test('A message is taken apart into what was found and what to do', () => {
  expect(
    parseProblemMessage(
      '“should have known” puts the blame on the person: fear stops telling. Say what the other one did',
    ),
  ).toEqual({
    found: '“should have known” puts the blame on the person: fear stops telling',
    todo: 'Say what the other one did',
    reason: '',
  });
  expect(
    parseProblemMessage('Cannot read question “Which?”: it has 1 option, it needs at least 2'),
  ).toMatchObject({ todo: '' });
});

test('A full stop inside quotes, in a number or before a small letter ends no sentence', () => {
  expect(parseProblemMessage('“We listen. We pass.” is shown twice. “Once” is enough').found).toBe(
    '“We listen. We pass.” is shown twice',
  );
  expect(parseProblemMessage('Cannot show media/a.png: by 1.5 of it, i.e. a part').todo).toBe('');
});

test('A suppressed finding keeps its words, and gives the reason', () => {
  const problem = {
    code: 'blaming-wording',
    severity: 'error',
    line: 3,
    column: 1,
    message: 'It blames. Say it otherwise',
  } as const;
  const stands = suppress(problem, 'quoted. It is put right below');
  expect(stands).toMatchObject({ severity: 'info', line: 3 });
  expect(parseProblemMessage(stands.message)).toEqual({
    found: 'It blames',
    todo: 'Say it otherwise',
    reason: 'quoted. It is put right below',
  });
});

test('A sentence ends once', () => {
  expect(['Put it right', 'Put it right.', 'Ask “Who?”', '“Say no”'].map(sentence)).toEqual([
    'Put it right.',
    'Put it right.',
    'Ask “Who?”',
    '“Say no”.',
  ]);
});
