import { describe, expect, test } from 'vitest';
import { pollHtml } from '../../src/deck/poll-panel.ts';
import type { Published } from '../../src/poll/disclose.ts';
import type { SharedAsked } from '../../src/poll/question.ts';
import type { PollView } from '../../src/room/protocol.ts';

const question: SharedAsked = {
  id: 'who',
  kind: 'choice',
  picks: 'one',
  tag: 'knowledge',
  prompt: 'Who can help?',
  options: [
    { id: 'a', label: 'A', text: 'An adult in school' },
    { id: 'b', label: 'B', text: 'Nobody' },
  ],
};

function board(poll: PollView, address = '192.168.4.20'): string {
  return `${pollHtml({ code: 'BKT472', address, poll })}`;
}

function asking(answersIn: number): PollView {
  return { state: 'asking', question, round: 1, answersIn };
}

function shown(published: Published): string {
  return board({ state: 'shown', question, round: 1, published });
}

describe('A question on the board', () => {
  test('[D1] while it is open says where to go, what to type and how many answers are in, in fives', () => {
    expect(board(asking(20))).toMatch(/192\.168\.4\.20.*BKT 472.*<b>20\+<\/b> answers in/s);
    expect(board(asking(0))).toContain('Fewer than 5 answers in');
  });

  test('without devices has no panel: the teacher counts hands', () => {
    expect(board(asking(0), '')).not.toContain('BKT');
    expect(board(asking(0), '')).toContain('Your teacher counts hands');
  });

  test('[M7a] about confidence never speaks of hands', () => {
    const poll: PollView = { state: 'asking', question: { ...question, tag: 'confidence' }, round: 1, answersIn: 0 };
    expect(board(poll, '')).not.toContain('hands');
  });

  test('closing asks for answers to be sent only where there are tablets', () => {
    expect(board({ state: 'closing', question, round: 1 })).toContain('Send your answer');
    expect(board({ state: 'closing', question, round: 1 }, '')).not.toContain('Send');
  });

  test('closing and closed say so', () => {
    expect(board({ state: 'closing', question, round: 1 })).toContain('Closing now');
    expect(board({ state: 'closed', question, round: 1 })).toContain('Answers are closed');
  });
});

describe('A result on the board', () => {
  const told = { right: ['a'], explanation: 'Telling one adult is enough.' };

  test('in bands gives words beside equal blocks, and no number of answers', () => {
    const markup = shown({ rung: 'bands', bands: { a: 'about-three-quarters', b: 'about-a-quarter' }, answering: 25, ...told });
    expect(markup).toMatch(/about three quarters.*about a quarter/s);
    expect(markup.match(/<i class="full">/g)).toHaveLength(9);
    expect(markup.match(/<i class="half">/g)).toHaveLength(2);
    expect(markup).not.toMatch(/\b25\b/);
  });

  test('names the right answer and says why, on every rung', () => {
    const rungs: Published[] = [
      { rung: 'bands', bands: { a: 'about-half', b: 'about-half' }, answering: 20, ...told },
      { rung: 'largest', largest: 'b', answering: 20, ...told },
      { rung: 'words', ...told },
      { rung: 'too-few', ...told },
    ];
    for (const rung of rungs) expect(shown(rung)).toMatch(/Right: An adult in school\.<\/b> Telling one adult is enough\./);
  });

  test('of the largest alone marks one option and draws no blocks', () => {
    const markup = shown({ rung: 'largest', largest: 'b', answering: 20, right: [], explanation: '' });
    expect(markup.match(/the largest group/g)).toHaveLength(1);
    expect(markup).not.toContain('blocks');
  });

  test('that stays in words, or is of too few, shows options and one sentence alone', () => {
    for (const rung of ['words', 'too-few'] as const) {
      const markup = shown({ rung, right: [], explanation: '' });
      expect(markup).not.toMatch(/blocks|largest group|result__why/);
      expect(markup).toContain('Nobody');
    }
  });
});

test('What an author writes cannot become markup', () => {
  const sly = { ...question, prompt: '<script>alert(1)</script>' };
  expect(board({ state: 'closed', question: sly, round: 1 })).not.toContain('<script>');
});
