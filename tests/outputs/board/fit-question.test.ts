import { describe, expect, test } from 'vitest';
import { fitAsk } from '../../../src/outputs/board/fit-ask.ts';
import { fitResult } from '../../../src/outputs/board/fit-result.ts';
import type { Published } from '../../../src/poll/disclose.ts';
import type { SharedAsked } from '../../../src/poll/question.ts';

function question(prompt: string, texts: readonly string[]): SharedAsked {
  const options = texts.map((text, at) => ({
    id: 'abcde'.charAt(at),
    label: 'ABCDE'.charAt(at),
    text,
  }));
  return { id: 'one', kind: 'choice', picks: 'one', tag: 'knowledge', prompt, options };
}

const short = question('How much pressure is Sam under?', ['None', 'A little', 'A lot']);
const long = question(
  'Which of these five things that Sam could say next is the hardest one to say out loud?',
  [
    'I do not want to do that, and I would like you to stop',
    'Please do not ask me again, because I said no',
    'I am going to talk to someone about this today',
    'If you liked me you would not keep on asking me',
    'I need to go now, and we can talk another time',
  ],
);
const address = '192.168.4.20';

describe('A question that is asked', () => {
  test('has the panel beside it, and a large heading, where there is room', () => {
    expect(fitAsk(short, { address, line: '' })).toEqual({
      panel: 'beside',
      long: false,
      tight: false,
    });
  });

  test('has more space around three answers than around four, where it is not tight', () => {
    const words = 'A Please do not ask me again today because I have said no to';
    const three = question('Which of these three things?', [words, words, words]);
    expect(fitAsk(three, { address, line: '' })).toMatchObject({ panel: 'beside', long: true });
  });

  test('has the panel below it where its answers need the whole width', () => {
    expect(fitAsk(long, { address, line: '' }).panel).toBe('below');
  });
});

test('[R19] A question beside a long code has its strip high enough for two lines', () => {
  const middling = question(
    'Which of these is hardest to say?',
    long.options.map(({ text }) => text).slice(0, 5),
  );
  const short13 = '192.168.4.20';
  expect(fitAsk(middling, { address: short13, line: '', isLongCode: true }).panel).toBe('below');
  expect(fitAsk(short, { address: short13, line: '', isLongCode: true }).panel).toBe('beside');
});

describe('A result', () => {
  const rest = { right: ['a'], explanation: 'Each person who passes it on makes a new choice.' };
  const bands = (one: SharedAsked): Published => ({
    rung: 'bands',
    bands: Object.fromEntries(one.options.map(({ id }) => [id, 'about-a-quarter'])),
    turnout: 30,
    ...rest,
  });

  test('is roomy where there is room', () => {
    expect(fitResult(short, bands(short))).toMatchObject({
      bar: 36,
      finding: 54,
      explained: true,
    });
  });

  test('gives up space, then the explanation, which the teacher can say, and then its sentence before its blocks', () => {
    const middling = question(
      'Someone passes on a private picture of someone else. Who is responsible?',
      ['Nobody at all', 'The first one who does it', 'Everyone who does'],
    );
    expect(fitResult(middling, bands(middling))).toMatchObject({ tight: true, explained: true });
    expect(fitResult(long, bands(long))).toMatchObject({ finding: null, explained: false });
  });
});
