import { expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { correctMinutes, timedParts } from '../../src/open/correct-minutes.ts';

const TEXT = `# Ice

## Starter (10 min)

### What floats?

- A cork

## Talk (5 min, optional)

### One

- a

## Talk (5 minutes)

### Two (see page 5)

- b
`;

const partsOf = (text: string) => timedParts(readLesson('ice', text).lesson);

test('minutes are corrected in the heading of their part, and nowhere else', () => {
  const parts = partsOf(TEXT);
  expect(parts.map(({ key, minutes }) => [key, minutes])).toEqual([
    ['Starter', 10],
    ['Talk', 5],
    ['Talk 2', 5],
  ]);
  const made = correctMinutes(
    TEXT,
    parts,
    new Map([
      ['Starter', 12],
      ['Talk 2', 20],
    ]),
  );
  expect(made).toBe(TEXT.replace('(10 min)', '(12 min)').replace('(5 minutes)', '(20 minutes)'));
  expect(partsOf(made).map(({ minutes }) => minutes)).toEqual([12, 5, 20]);
});

test.each([
  ['## Starter – 10 minutes', '## Starter (12 min)'],
  ['## Starter, 10 min', '## Starter (12 min)'],
  ['## 10 min: Starter', '## Starter (12 min)'],
  ['## Starter (about 10 min)', '## Starter (12 min)'],
  ['## Starter (5–10 min)', '## Starter (12 min)'],
  ['## Starter (10 min) ##', '## Starter (12 min)'],
  ['## Starter (optional, 10 min)', '## Starter (12 min, optional)'],
  ['## Starter (pairs) – 10 min', '## Starter (pairs) (12 min)'],
  ['## Task 1 (1 hour): Sort', '## Task 1: Sort (12 min)'],
  ['## 9:00–9:10 Starter', '## Starter (12 min)'],
  ['Starter (10 min)\n---', 'Starter (12 min)\n---'],
])('minutes are corrected however they are written: %j', (written, corrected) => {
  const text = (heading: string) => `# Ice\n\n${heading}\n\n- A cork\n`;
  const [part] = partsOf(text(written));
  if (part === undefined) throw new Error('It has no minutes');
  const made = correctMinutes(text(written), [part], new Map([[part.key, 12]]));
  expect(made).toBe(text(corrected));
  expect(partsOf(made)).toEqual([{ ...part, minutes: 12 }]);
});

test.each([0, 241, -5, 2.5, Number.NaN])('%d minutes are none', (minutes) => {
  expect(correctMinutes(TEXT, partsOf(TEXT), new Map([['Starter', minutes]]))).toBe(TEXT);
});

test('no two parts have one key, whatever they are called', () => {
  const heading = (title: string) => `## ${title} (5 min)\n\n- A cork\n\n`;
  for (const titles of [
    ['Talk', 'Talk', 'Talk 2'],
    ['Talk 2', 'Talk', 'Talk'],
    ['Talk', 'Talk 2', 'Talk', 'Talk'],
  ]) {
    const text = titles.map(heading).join('');
    const keys = partsOf(text).map(({ key }) => key);
    expect(new Set(keys).size).toBe(titles.length);
    const made = correctMinutes(text, partsOf(text), new Map([[keys.at(-1) ?? '', 12]]));
    expect(partsOf(made).map(({ minutes }) => minutes)).toEqual([
      ...titles.slice(1).map(() => 5),
      12,
    ]);
  }
});

test('a part that is not there is left aside', () => {
  expect(correctMinutes(TEXT, partsOf(TEXT), new Map([['Plenary', 5]]))).toBe(TEXT);
});
