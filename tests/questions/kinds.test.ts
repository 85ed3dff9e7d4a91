import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASS, type SourceLine } from '../../src/poll/question.ts';
import { isKind, kindOf, kinds } from '../../src/questions/kinds.ts';

const lines = (text: string): readonly SourceLine[] => text.split('\n').map((line, at) => ({ text: line, line: at + 1 }));
const examples = { choice: 'How much?\n- [ ] A\n- [x] B', scale: 'How sure?\n1: Low\n5: High' };

describe.each(Object.entries(kinds))('a %s', (name, kind) => {
  const { options, problems } = kind.outline(lines(examples[name as keyof typeof kinds]));

  test('takes each of its options, and “I’d rather not say”', () => {
    expect(problems).toEqual([]);
    for (const { id } of options) expect(kind.accept({ options }, id)).toBe(id);
    expect(kind.accept({ options }, PASS)).toBe(PASS);
  });

  test('takes nothing else, whatever comes over the wire', () => {
    const offered = new Set([PASS, ...options.map(({ id }) => id)]);
    fc.assert(
      fc.property(
        fc.anything(),
        (answer) => void expect(kind.accept({ options }, answer)).toBe(typeof answer === 'string' && offered.has(answer) ? answer : undefined),
      ),
    );
    for (const answer of [[options[0]?.id], new String('a'), '', 'A ', 'constructor', 0, null, { toString: () => 'a' }]) {
      expect(kind.accept({ options }, answer)).toBeUndefined();
    }
  });

  test('reads any lines without a throw, and gives each option an id and a label of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('- A', '-', '1: x', '> y', '', '  z', '- [x]', '5:'))), (all) => {
        const outline = kind.outline(lines(all.join('\n')));
        expect(new Set(outline.options.map(({ id }) => id)).size).toBe(outline.options.length);
      }),
    );
  });
});

test('options of a choice have letters, steps of a scale numbers', () => {
  expect(kinds.choice.outline(lines(examples.choice)).options).toEqual([
    { id: 'a', label: 'A', text: 'A' },
    { id: 'b', label: 'B', text: 'B' },
  ]);
  expect(kinds.choice.outline(lines(examples.choice)).right).toEqual(['b']);
  expect(kinds.scale.outline(lines(examples.scale)).options.map(({ id, label, text }) => `${id}${label}${text}`)).toEqual([
    '11Low',
    '22',
    '33',
    '44',
    '55High',
  ]);
});

test('a kind is found by its name alone', () => {
  expect(kindOf('choice')).toBe(kinds.choice);
  expect(kindOf('constructor')).toBeUndefined();
  expect(isKind('toString')).toBe(false);
});
