import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/document/lines.ts';
import { grammar, PLACES, type GrammarRule, type Place } from '../../src/lesson/grammar.ts';
import { scanLines } from '../../src/lesson/scan.ts';

/** Lines that begin each place, and those that end it again. */
const PLACED: Readonly<Record<Place, readonly [begin: string, end: string]>> = {
  paragraph: ['words', ''],
  list: ['- item', ''],
  notes: ['Notes:\nnoted', ''],
  'notes fence': ['::: notes\nsaid', ':::'],
  code: ['```\ncode', '```'],
  comment: ['<!-- noted', '-->'],
};

/** The name of the rule that began on each line of a text. */
function rulesOf(text: string): ReadonlyMap<number, string> {
  const taken = new Map<number, string>();
  const counting = grammar.map((rule): GrammarRule => ({
    ...rule,
    take: (scan, line) => {
      const [code, comment] = [scan.code, scan.comment];
      const took = rule.take(scan, line);
      const isOpened = rule.name !== 'code' || code === null;
      const isComment = rule.name === 'comment' && comment === null && took !== line;
      if (!taken.has(line.line) && ((took === true && isOpened) || isComment)) {
        taken.set(line.line, rule.name);
      }
      return took;
    },
  }));
  scanLines(readLines(text), counting);
  return taken;
}

/** What an opening line needs below it to be one: code its end. */
const below = (line: string) => (/^[`~]{3}/.test(line) ? `\n${line}` : '');

const cases = grammar.flatMap(({ name, opens, mayInterrupt }) =>
  opens.flatMap((line) =>
    PLACES.map((place) => ({ name, line, place, may: mayInterrupt.includes(place) })),
  ),
);

describe('the table of the grammar', () => {
  test('names the characters that begin a rule’s lines where it begins with those alone', () => {
    for (const { begins, opens } of grammar) {
      if (begins === undefined) continue;
      expect([...new Set(opens.map((line) => line.charAt(0)))].toSorted()).toEqual(
        [...begins].toSorted(),
      );
    }
  });

  test.each(cases.filter(({ place }) => place !== 'code' && place !== 'comment'))(
    '[L1] lets $name begin with `$line` in a $place: $may',
    ({ name, line, place, may }) => {
      const [begin, end] = PLACED[place];
      const at = begin.split('\n').length + 1;
      const found = rulesOf(`${begin}\n${line}${below(line)}\n${end}`).get(at);
      expect(found === name).toBe(may);
    },
  );

  const words = fc.array(
    fc.constantFrom('words', '- item', '## Heading', '---', 'Notes:', '::: reveal', ':::', ''),
    { maxLength: 8 },
  );

  test('[L1] reads nothing in code or in a comment as another rule, after any line', () => {
    const hidden = cases.filter(
      ({ place, may }) => (place === 'code' || place === 'comment') && !may,
    );
    fc.assert(
      fc.property(words, fc.constantFrom(...hidden), (above, { name, line, place }) => {
        const [begin, end] = PLACED[place];
        const at = above.length + begin.split('\n').length + 1;
        const text = [...above, begin, line, end].join('\n');
        expect(rulesOf(text).get(at)).not.toBe(name);
      }),
    );
  });

  test('[L1] ends notes at a slide’s start or at the end of their fence, and at no other line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('words', '- item', '> quote', '===', '', '#### Small', '1. one'), {
          maxLength: 8,
        }),
        (noted) => {
          const { parts } = scanLines(
            readLines(['### One', 'Notes:', ...noted, 'last'].join('\n')),
          );
          expect(parts.filter((part) => part.type === 'text' && part.to === 'body')).toEqual([]);
        },
      ),
    );
  });
});

describe('what a lesson says of itself in a comment', () => {
  const splitsOf = (text: string) =>
    scanLines(readLines(text)).parts.flatMap((part) =>
      part.type === 'heading' && part.splits ? [part.line] : [],
    );

  test('[L2] parts slides at the headings it names, from its line on', () => {
    const text = '### One\n<!-- slides start at: # ## --- -->\n## Two\n### Below';
    expect(splitsOf(text)).toEqual([1, 3]);
    expect(splitsOf(text.replace('# ## ---', '---'))).toEqual([1]);
    expect(splitsOf(text.replace('# ## ---', 'the bell'))).toEqual([1, 3, 4]);
  });

  test('[L3] ends notes at rules alone where it says so, and elsewhere at a heading', () => {
    const shown = (text: string) =>
      scanLines(readLines(text)).parts.flatMap((part) =>
        part.type === 'text' && part.to === 'body' ? [part.text] : [],
      );
    const text = '## One\nNotes:\nnoted\n### More\nwords\n\n-----\nlast\n---\nshown';
    expect(shown(`<!-- notes end at: --- -->\n${text}`).filter((words) => words !== '')).toEqual([
      'shown',
    ]);
    expect(shown(text)).toContain('words');
  });

  test('[L4] hides the slide with that comment', () => {
    const { parts } = scanLines(readLines('### One\n\n<!-- hide this slide -->\n\n### Two'));
    expect(parts.flatMap(({ type, line }) => (type === 'hide' ? [line] : []))).toEqual([3]);
  });
});
