import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASS } from '../../src/poll/answer.ts';
import type { SourceLine } from '../../src/document/source-line.ts';
import type { QuestionHead } from '../../src/poll/question.ts';
import { isKind, kindOf, kinds, type KindName } from '../../src/questions/kinds.ts';

const lines = (text: string): readonly SourceLine[] =>
  text.split('\n').map((line, at) => ({ text: line, line: at + 1 }));
const examples: Readonly<Record<KindName, string>> = {
  choice: 'How much?\n- [ ] A\n- [x] B',
  choices: 'Which of these?\n- [x] A\n- [ ] B\n- [x] C',
  scale: 'How sure?\n1: Low\n5: High',
  order: 'What comes first?\n1. A\n2. B\n3. C',
  myth: 'Only strangers do that.\n> It is often someone they know.',
};

/** What a kind makes of these lines, with these words in its fence. */
function read(name: KindName, text = examples[name], head: Partial<QuestionHead> = {}) {
  const outline = kinds[name].outline(lines(text), {
    tag: 'knowledge',
    words: [],
    line: 1,
    ...head,
  });
  const options = outline.options.map(({ lines: own, ...option }) => ({
    ...option,
    text: own.map((line) => line.text).join(' '),
  }));
  return { ...outline, options };
}

/** Whatever may come over the wire: things that look like answers, and things that do not. */
const sent = fc.oneof(
  fc.anything(),
  fc
    .array(fc.constantFrom('a', 'b', 'c', '1', '5', 'pass', 'none', '', ' a', 'A', 'constructor'), {
      maxLength: 6,
    })
    .map((ids) => ids.join(',')),
);

describe.each(Object.keys(kinds).filter(isKind))('a %s', (name) => {
  const kind = kinds[name];
  const { options, problems } = read(name);

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
        const accepted = kind.accept({ options }, answer);
        expect(kind.accept({ options }, accepted ?? PASS)).toBe(accepted ?? PASS);
        expect(typeof answer === 'string' || accepted === undefined).toBe(true);
      }),
    );
    for (const answer of [
      [options[0]?.id],
      new String('a'),
      '',
      'A ',
      'constructor',
      0,
      null,
      { toString: () => 'a' },
      'pass,a',
      'a,pass',
    ]) {
      expect(kind.accept({ options }, answer)).toBeUndefined();
    }
  });

  test('reads any lines without a throw, and gives each option an id and a label of its own', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('- A', '-', '1: x', '> y', '', '  z', '- [x]', '5:'),
          ),
        ),
        (all) => {
          const outline = read(name, all.join('\n'));
          expect(new Set(outline.options.map(({ id }) => id)).size).toBe(outline.options.length);
        },
      ),
    );
  });
});

describe.each(['choice', 'scale', 'myth'] as const)('a %s', (name) => {
  test('takes exactly one of its options', () => {
    const { options } = read(name);
    const ids = options.map(({ id }) => id);
    for (const id of ids) expect(kinds[name].accept({ options }, id)).toBe(id);
    for (const answer of [`${ids[0]},${ids[1]}`, 'none', 'z']) {
      expect(kinds[name].accept({ options }, answer)).toBeUndefined();
    }
  });
});

describe('choices', () => {
  const { options, right } = read('choices');
  const accept = (answer: string) => kinds.choices.accept({ options }, answer);

  test('may have several right answers', () => {
    expect(right).toEqual(['a', 'c']);
  });

  test('take any set of options, in whatever order it was picked, and none of them as well', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), fc.infiniteStream(fc.nat()), (set, keys) => {
        const picked = set.toSorted(() => (keys.next().value % 3) - 1);
        expect(accept(picked.length === 0 ? 'none' : [...picked, ...picked].join(','))).toBe(
          set.length === 0 ? 'none' : set.join(','),
        );
      }),
    );
  });

  test('take nothing beside “I’d rather not say”, and no option that is not there', () => {
    expect(['pass,a', 'a,none', 'a,d', 'a,', ','].map(accept)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('an order', () => {
  const { options, right } = read('order');
  const ids = options.map(({ id }) => id);
  const accept = (answer: string) => kinds.order.accept({ options }, answer);

  test('takes its options in any order, each once and all of them', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        (some) => void expect(accept(some.join(','))).toBe(some.join(',')),
      ),
    );
    expect(['a', 'a,b', 'a,b,b', 'a,b,c,a', 'a,b,d', 'none', 'pass,a,b'].map(accept)).toEqual(
      Array.from({ length: 7 }),
    );
  });

  test('is shown in another order than the right one, always the same, and its letters tell nothing', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(texts, (written) => {
        const text = ['What comes first?', ...written.map((one) => `1. ${one}`)].join('\n');
        const shown = read('order', text);
        expect(shown.options.map((option) => option.text)).not.toEqual(written);
        expect(
          shown.right.map((id) => shown.options.find((option) => option.id === id)?.text),
        ).toEqual(written);
        expect(shown.options.map(({ id }) => id)).toEqual(
          ['a', 'b', 'c', 'd', 'e'].slice(0, written.length),
        );
        expect(read('order', text)).toEqual(shown);
      }),
    );
    expect(right.toSorted()).toEqual(ids);
  });

  test('starts with anything at all, over many questions', () => {
    const first = Array.from(
      { length: 60 },
      (_, at) => read('order', `Q ${at}\n1. one ${at}\n2. two\n3. three`).right[0],
    );
    expect(new Set(first)).toEqual(new Set(['a', 'b', 'c']));
  });

  test('about a character is shown as it is written, and nothing in it is right', () => {
    const shown = read('order', examples.order, { tag: 'character' });
    expect([shown.options.map(({ text }) => text), shown.right]).toEqual([['A', 'B', 'C'], []]);
  });
});

describe('a myth', () => {
  test('is a myth unless its fence says that it is a fact', () => {
    expect(read('myth').options.map(({ id, label, text }) => `${id} ${label} ${text}`)).toEqual([
      'a A Myth',
      'b B Fact',
    ]);
    expect([
      read('myth').right,
      read('myth', 'It is kept safe.', { words: ['fact'] }).right,
    ]).toEqual([['a'], ['b']]);
  });

  test('needs words that put it right; a fact may do without', () => {
    expect(read('myth', 'Only strangers do that.').problems.map(({ code }) => code)).toEqual([
      'no-explanation',
    ]);
    expect(read('myth', 'It is kept safe.', { words: ['fact'] }).problems).toEqual([]);
  });
});

test('options of a choice have letters, steps of a scale numbers', () => {
  expect(read('choice').options).toEqual([
    { id: 'a', label: 'A', text: 'A' },
    { id: 'b', label: 'B', text: 'B' },
  ]);
  expect(read('choice').right).toEqual(['b']);
  expect(read('scale').options.map(({ id, label, text }) => `${id}${label}${text}`)).toEqual([
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
