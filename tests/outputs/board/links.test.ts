import { expect, test } from 'vitest';
import { channelLink, pairOfLinks } from '../../../src/outputs/board/links.view.ts';

test('What one end of a pair sends the other hears, in order, and only after sending has returned', async () => {
  const [board, presenter] = pairOfLinks<string, number>();
  const received: unknown[] = [];
  presenter.listen((message) => received.push(message));
  board.listen((message) => received.push(message));
  board.send('hello');
  presenter.send(1);
  board.send('again');
  expect(received).toEqual([]);
  await Promise.resolve();
  expect(received).toEqual(['hello', 1, 'again']);
});

test('An end that has stopped listening, or is closed, hears nothing', async () => {
  const [board, presenter] = pairOfLinks<string, string>();
  const received: string[] = [];
  const stop = presenter.listen((message) => received.push(message));
  board.listen((message) => received.push(message));
  stop();
  board.send('unheard');
  board.close();
  presenter.send('unheard too');
  await Promise.resolve();
  expect(received).toEqual([]);
});

test('Two windows hear each other over a channel of one name, and not over another', async () => {
  const [one, two, other] = [
    channelLink<string>('a'),
    channelLink<string>('a'),
    channelLink<string>('b'),
  ];
  other.listen(() => expect.unreachable());
  const received = new Promise<unknown>((resolve) => two.listen(resolve));
  one.send('hello');
  expect(await received).toBe('hello');
  for (const link of [one, two, other]) link.close();
});
