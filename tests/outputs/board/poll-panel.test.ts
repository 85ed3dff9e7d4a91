import { describe, expect, test } from 'vitest';
import { pollHtml } from '../../../src/outputs/board/poll-panel.ts';
import type { Published } from '../../../src/poll/disclose.ts';
import type { SharedAsked } from '../../../src/poll/question.ts';
import type { PollView } from '../../../src/room/protocol.ts';

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

  test('[R52] once joining is closed has neither address nor code, and says what to do instead', () => {
    const poll = asking(20);
    const drawn = `${pollHtml({ code: 'BKT472', address: '192.168.4.20', isJoiningClosed: true, poll })}`;
    expect(drawn).not.toMatch(/BKT|192\.168/);
    expect(drawn).toMatch(
      /Send your answer.*Not in\? Put your hand up\..*<b>20\+<\/b> answers in/s,
    );
  });

  test('without devices has no panel: the teacher counts hands', () => {
    expect(board(asking(0), '')).not.toContain('BKT');
    expect(
      `${pollHtml({ code: 'BKTHRM472385', address: '192.168.4.20', poll: asking(20) })}`,
    ).toContain('>BKT HRM 472 385</p>');
    expect(board(asking(0), '')).toContain('Hands up. You don’t have to answer.');
  });

  test('in a rehearsal says that a pretend class answers, and has nothing to join by', () => {
    const drawn = `${pollHtml({ code: 'BKT472', address: '192.168.4.20', poll: asking(20) }, { isRehearsal: true })}`;
    expect(drawn).toContain('A pretend class is answering. 20+ answers in.');
    expect(drawn).not.toContain('192.168.4.20');
  });

  test('[M7a] about confidence never speaks of hands', () => {
    const poll: PollView = {
      state: 'asking',
      question: { ...question, tag: 'confidence' },
      round: 1,
      answersIn: 0,
    };
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
  const rest = { right: ['a'], explanation: 'Telling one adult is enough.' };

  test('in bands gives words beside equal blocks, and no number of answers', () => {
    const markup = shown({
      rung: 'bands',
      bands: { a: 'about-three-quarters', b: 'about-a-quarter' },
      turnout: 25,
      ...rest,
    });
    expect(markup).toMatch(/about three quarters.*about a quarter/s);
    expect(markup.match(/<i class="(full|maybe|)">/g)).toHaveLength(24);
    expect(markup.match(/<i class="full">/g)).toHaveLength(12);
    expect(markup).not.toMatch(/\b25\b/);
  });

  test('between two bands draws what is certain full and the rest hatched, and says why it is less exact', () => {
    const markup = shown({
      rung: 'bands',
      bands: { a: 'a-half-to-three-quarters', b: null },
      turnout: 25,
      ...rest,
    });
    expect(markup).toMatch(
      /a half to three quarters.*not shown.*Shown less exactly where a number could give someone away/s,
    );
    expect([markup.match(/"full"/g)?.length, markup.match(/"maybe"/g)?.length]).toEqual([6, 3]);
  });

  test('[D5] of a round that follows another with a few more or fewer says that it is about as before, and why', () => {
    const markup = shown({
      rung: 'bands',
      bands: { a: 'about-half', b: 'about-half' },
      turnout: 25,
      asBefore: true,
      ...rest,
    });
    expect(markup).toContain(
      'About as before. A few more or fewer took part, and small changes could give them away.',
    );
  });

  test('marks the right answer in its row, names it no second time and says why, on every rung', () => {
    const results: Published[] = [
      { rung: 'bands', bands: { a: 'about-half', b: 'about-half' }, turnout: 20, ...rest },
      { rung: 'largest', largest: 'b', turnout: 20, ...rest },
      { rung: 'words', ...rest },
      { rung: 'too-few', ...rest },
    ];
    for (const result of results) {
      expect(shown(result)).toMatch(
        /An adult in school.*result__mark.*Telling one adult is enough\./s,
      );
      expect(shown(result).match(/An adult in school/g)).toHaveLength(1);
    }
  });

  test('of the largest alone marks one option and draws no blocks', () => {
    const markup = shown({
      rung: 'largest',
      largest: 'b',
      turnout: 20,
      right: [],
      explanation: '',
    });
    expect(markup.match(/the largest group/g)).toHaveLength(1);
    expect(markup).not.toContain('blocks');
  });

  test('that stays in words, or is of too few, shows options and one sentence alone', () => {
    for (const level of ['words', 'too-few'] as const) {
      const markup = shown({ rung: level, right: [], explanation: '' });
      expect(markup).not.toMatch(/blocks|largest group|result__why/);
      expect(markup).toContain('Nobody');
    }
  });
});

describe('Each kind of result', () => {
  const several: SharedAsked = { ...question, kind: 'choices', picks: 'several', tag: 'character' };
  const telling: SharedAsked = { ...question, kind: 'order', picks: 'order' };
  const myth: SharedAsked = {
    ...question,
    kind: 'myth',
    options: ['Myth', 'Fact'].map((text, at) => ({
      id: 'ab'.charAt(at),
      label: 'AB'.charAt(at),
      text,
    })),
  };
  const show = (one: SharedAsked, published: Published) =>
    board({ state: 'shown', question: one, round: 1, published });

  test('of several answers says each one’s share, and where there is none to say', () => {
    const markup = show(several, {
      rung: 'each',
      shares: { a: 'about-half', b: null },
      turnout: 20,
      right: [],
      explanation: '',
    });
    expect(markup).toMatch(
      /Chosen by.*about half.*not shown.*Shown less exactly where a number could give someone away/s,
    );
  });

  test('of several answers ticks all that are right', () => {
    const published = {
      rung: 'each',
      shares: { a: 'more-than-half', b: 'less-than-half' },
      turnout: 10,
      explanation: '',
    } as const;
    expect(show(several, { ...published, right: ['a', 'b'] }).match(/is-right/g)).toHaveLength(2);
    expect(show(several, { ...published, right: ['a'] }).match(/result__mark/g)).toHaveLength(1);
  });

  test('of an order is in the right order, numbered, with how many put each first', () => {
    const markup = show(telling, {
      rung: 'bands',
      bands: { a: 'about-half', b: 'about-half' },
      turnout: 20,
      right: ['b', 'a'],
      explanation: '',
    });
    expect(markup).toMatch(
      /Ranked first by.*>1<.*Nobody.*>2<.*An adult in school.*Answer: in this order\./s,
    );
  });

  test('of a myth says above it that it may be one, from the first slide on, and what it is in the end', () => {
    expect(board({ state: 'asking', question: myth, round: 1, answersIn: 0 })).toContain(
      'Myth or fact?',
    );
    expect(show(myth, { rung: 'words', right: ['a'], explanation: 'It is not so.' })).toMatch(
      /Myth or fact\?.*Myth.*result__mark.*It is not so\./s,
    );
  });

  test('of a myth never loses the words that put it right, however long it is', () => {
    const long = {
      ...myth,
      prompt: 'Only strangers put people under pressure, and so on. '.repeat(9),
    };
    expect(
      show(long, { rung: 'words', right: ['a'], explanation: 'It is not so. '.repeat(30) }),
    ).toContain('It is not so.');
  });
});

test('What an author writes cannot become markup', () => {
  const sly = { ...question, prompt: '<script>alert(1)</script>' };
  expect(board({ state: 'closed', question: sly, round: 1 })).not.toContain('<script>');
});
