import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASS } from '../../src/poll/answer.ts';
import type { SourceLine } from '../../src/poll/question.ts';
import { isKind, kindOf, kinds, type KindName } from '../../src/questions/kinds.ts';

const lines = (text: string): readonly SourceLine[] => text.split('\n').map((line, at) => ({ text: line, line: at + 1 }));
const examples: Readonly<Record<KindName, string>> = {
  choice: 'How much?\n- [ ] A\n- [x] B',
  choices: 'Which of these?\n- [x] A\n- [ ] B\n- [x] C',
  scale: 'How sure?\n1: Low\n5: High',
};

/** Whatever may come over the wire: things that look like answers, and things that do not. */
const sent = fc.oneof(
  fc.anything(),
  fc.array(fc.constantFrom('a', 'b', 'c', '1', '5', 'pass', 'none', '', ' a', 'A', 'constructor'), { maxLength: 6 }).map((ids) => ids.join(',')),
);

describe.each(Object.entries(kinds))('a %s', (name, kind) => {
  const { options, problems } = kind.outline(lines(examples[name as KindName]));

  test('is read from its lines without a problem', () => {
    expect(problems).toEqual([]);
    expect(options.length).toBeGreaterThan(1);
  });

  test('takes “I’d rather not say”', () => {
    expect(kind.accept({ options }, PASS)).toBe(PASS);
  });

  test('keeps whatever comes over the wire in one form only, or takes it not at all, and never throws', () => {
    fc.assert(
      fc.property(sent, (answer) => {
        const kept = kind.accept({ options }, answer);
        expect(kind.accept({ options }, kept ?? PASS)).toBe(kept ?? PASS);
        expect(typeof answer === 'string' || kept === undefined).toBe(true);
      }),
    );
    for (const answer of [[options[0]?.id], new String('a'), '', 'A ', 'constructor', 0, null, { toString: () => 'a' }, 'pass,a', 'a,pass']) {
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

describe.each(['choice', 'scale'] as const)('a %s', (name) => {
  test('takes exactly one of its options', () => {
    const { options } = kinds[name].outline(lines(examples[name]));
    const ids = options.map(({ id }) => id);
    for (const id of ids) expect(kinds[name].accept({ options }, id)).toBe(id);
    for (const answer of [`${ids[0]},${ids[1]}`, 'none', 'z']) expect(kinds[name].accept({ options }, answer)).toBeUndefined();
  });
});

describe('choices', () => {
  const { options, right } = kinds.choices.outline(lines(examples.choices));
  const accept = (answer: string) => kinds.choices.accept({ options }, answer);

  test('may have several right answers', () => {
    expect(right).toEqual(['a', 'c']);
  });

  test('take any set of options, in whatever order it was picked, and none of them as well', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), fc.infiniteStream(fc.nat()), (set, keys) => {
        const picked = set.toSorted(() => (keys.next().value % 3) - 1);
        expect(accept(picked.length === 0 ? 'none' : [...picked, ...picked].join(','))).toBe(set.length === 0 ? 'none' : set.join(','));
      }),
    );
  });

  test('take nothing beside “I’d rather not say”, and no option that is not there', () => {
    expect(['pass,a', 'a,none', 'a,d', 'a,', ','].map(accept)).toEqual([undefined, undefined, undefined, undefined, undefined]);
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
