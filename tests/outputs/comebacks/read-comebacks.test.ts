import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkComebacks } from '../../../src/checks/comebacks.ts';
import { readComebacks } from '../../../src/outputs/comebacks/read-comebacks.ts';

const whole = `Written by: our youth council, 2027-01-20
Checked by: the safeguarding lead, 2027-01-25

## A group chat

### Make an excuse

- Got practice, bye.
`;

const messages = (text: string) =>
  readComebacks(text).problems.map(({ line, message }) => `${line} ${message}`);

test('a file of comebacks gives its lines, with audience and tone', () => {
  expect(readComebacks(whole)).toMatchObject({
    lines: [{ asker: 'group', tone: 'away', text: 'Got practice, bye.', line: 8 }],
    problems: [],
  });
});

test('a file that calls a tone as it was called before is read all the same', () => {
  expect(readComebacks(whole.replace('Make an excuse', 'Get away'))).toMatchObject({
    lines: [{ tone: 'away' }],
    problems: [],
  });
});

test('no line of it is shown until it says who wrote and who checked it', () => {
  const text = whole.replace(/^Checked.*\n/m, '');
  expect(checkComebacks(text).lines).toEqual([]);
  expect(messages(text)).toEqual([
    '1 “Checked by:” is missing: a role and a day, such as “Checked by: the safeguarding lead, 2027-01-20”. Until it is there, no line is shown.',
  ]);
});

test('M15: a line to an adult, a stranger or a threat is refused, and the others stay', () => {
  const text = `${whole}\n## An adult\n\n### Firm\n\n- No.\n`;
  expect(messages(text)).toEqual([
    '10 “An adult” gets no line: what helps there is help (M15).',
    '14 “No.” has no one above it, or no tone: it is left out.',
  ]);
  expect(checkComebacks(text).lines.length).toBe(1);
});

test('a heading that is nearly right is reported with what may be meant', () => {
  expect(messages(whole.replace('Make an excuse', 'Make an excuses'))).toContain(
    '6 Cannot read the tone “Make an excuses”: “Make an excuse” may be meant.',
  );
});

test('no text makes it throw, and every line it gives was in it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('## A group chat', '### Light', '- No.', 'Written by: us, 2027-01-01'),
        ),
        { maxLength: 30 },
      ),
      (rows) => {
        const text = rows.join('\n');
        for (const { text: line } of checkComebacks(text).lines) expect(text).toContain(line);
      },
    ),
    { numRuns: 60 },
  );
});
