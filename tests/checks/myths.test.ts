import { expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';

const codes = (source: string): readonly string[] =>
  checkLesson(safeguardingLesson('a-lesson', source), source, { today: '2026-11-24' }).map(
    ({ code, line }) => `${line} ${code}`,
  );
const WORDS = ['blaming-wording', 'normalising-prevalence', 'frightening-wording'];
const found = (source: string) =>
  codes(source).filter((one) => WORDS.some((code) => one.endsWith(code)));

test('a myth that is put right needs no suppression, on whatever line it runs on', () => {
  expect(
    found(
      '::: myth known\nSam should have\nknown better. Everyone does it. It never goes away.\n\n> Whoever passes it on is responsible.\n:::',
    ),
  ).toEqual([]);
});

test('what puts a myth right is checked, and so is a statement that the lesson calls a fact', () => {
  expect(
    found('::: myth known\nEveryone does it.\n\n> Sam should have known better.\n:::'),
  ).toEqual(['4 blaming-wording']);
  expect(found('::: myth known fact\nSam should have known better.\n:::')).toEqual([
    '2 blaming-wording',
  ]);
});

test('a column of myths is known by its place in the table, with bars round its rows or without', () => {
  const heads = ['Myth | Fact', '--- | ---'];
  const row = '| Sam should have known better. | Whoever passes it on is responsible. |';
  const quoted = [...heads, row].map((line) => `> ${line}`).join('\n');
  expect(found(`### One\n\n${[...heads, row].join('\n')}`)).toEqual([]);
  expect(found(`### One\n\n${quoted}`)).toEqual([]);
  expect(found(`### One\n\n${quoted.replace('Myth', 'Words')}`)).toEqual(['5 blaming-wording']);
});
