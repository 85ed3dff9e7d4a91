import { describe, expect, test, vi } from 'vitest';
import { openReadQueue, type FromReader } from '../../src/edit/read-queue.ts';

const HEAD = '---\ntitle: Ice\nsubject: safeguarding\nstage: KS3\nminutes: 5\n---\n# Ice\n';

function open(prepare = (): Promise<null> => Promise.resolve(null)) {
  const answers: FromReader[] = [];
  const paused: (() => void)[] = [];
  const rests: number[] = [];
  const queue = openReadQueue({
    answer: (message) => answers.push(message),
    pause: (ms) => new Promise((resolve) => (rests.push(ms), paused.push(resolve))),
    prepare,
  });
  const goOn = async () => {
    paused.splice(0).forEach((resolve) => resolve());
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const read = (number: number, text: string) =>
    queue.read({ number, slug: 'ice', text, beside: 'board', today: '2026-11-24' });
  return { answers, paused, rests, goOn, read };
}

describe('a queue of texts to read', () => {
  test('answers with the reading first, and with what its checks found last', async () => {
    const { answers, paused, goOn, read } = open();
    read(1, `${HEAD}\nThe victims were told about blackmail.\n`);
    await goOn();
    expect(answers.map(({ type }) => type)).toEqual(['reading']);
    while (paused.length > 0) await goOn();
    expect(answers.map(({ type }) => type)).toEqual(['reading', 'checked']);
    const [, checked] = answers;
    expect(checked?.type === 'checked' && checked.problems.length).toBeGreaterThan(0);
  });

  test('ends the checks of a text once a newer one waits, and leaves out those in between', async () => {
    const { answers, paused, goOn, read } = open();
    read(1, HEAD);
    await goOn();
    read(2, `${HEAD}\nOne\n`);
    read(3, `${HEAD}\nTwo\n`);
    while (paused.length > 0) await goOn();
    expect(answers.map(({ type, number }) => [type, number])).toEqual([
      ['reading', 1],
      ['reading', 3],
      ['checked', 3],
    ]);
  });

  test('checks a text only once no newer one has come for a while, and reads a newer one at once', async () => {
    const { answers, rests, goOn, read } = open();
    read(1, HEAD);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(rests).toEqual([200]);
    // Nothing is waited for: not the rest, and no check.
    read(2, `${HEAD}\nOne\n`);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(answers.map(({ type, number }) => [type, number])).toEqual([
      ['reading', 1],
      ['reading', 2],
    ]);
    expect(rests).toEqual([200, 200]);
    await goOn();
    expect(rests).toEqual([200, 200, 0]);
    read(3, HEAD);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(answers.at(-1)).toMatchObject({ type: 'reading', number: 3 });
  });

  test('answers that a text failed, and reads the next one', async () => {
    const prepare = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
    prepare.mockImplementationOnce(() => Promise.reject(new Error('no')));
    const { answers, goOn, read } = open(prepare);
    read(1, HEAD);
    await goOn();
    expect(answers).toEqual([{ type: 'failed', number: 1 }]);
    read(2, HEAD);
    await goOn();
    expect(answers.at(-1)).toMatchObject({ type: 'reading', number: 2 });
  });
});
