import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenAnswer, OpenRequest } from '../../src/edit/open-protocol.ts';
import { openOpener } from '../../src/pages/edit/open/opener.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file = { is: 'file', name: 'a.docx', bytes: new Uint8Array() } as const;

/** An opener whose worker answers when the test has it do so. */
function opening() {
  const sent: OpenRequest[] = [];
  let stops = 0;
  let answer: (message: OpenAnswer) => void = () => undefined;
  const opener = openOpener((onAnswer) => {
    answer = onAnswer;
    return { send: (request) => void sent.push(request), stop: () => void (stops += 1) };
  });
  const refuse = (number: number) =>
    answer({
      type: 'not-opened',
      number,
      refused: { kind: 'not-opened', code: 'empty-file', message: 'It is empty' },
    });
  return { opener, sent, refuse, stops: () => stops };
}

test('a file that takes over half a minute is stopped, with a sentence, and the next one is read', async () => {
  const { opener, sent, refuse, stops } = opening();
  const first = opener.open(file);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(stops()).toBe(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(stops()).toBe(1);
  expect(await first).toMatchObject({
    is: 'not opened',
    why: expect.stringContaining('over half a minute'),
  });
  const second = opener.open(file);
  refuse(sent.at(-1)?.number ?? 0);
  expect(await second).toEqual({ is: 'not opened', why: 'It is empty.' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stops()).toBe(1);
});

test('stopping ends the file that is read, and nothing where none is', async () => {
  const { opener, sent, stops } = opening();
  opener.stop();
  expect(stops()).toBe(0);
  const first = opener.open(file);
  opener.stop();
  expect([stops(), sent.length]).toEqual([1, 1]);
  expect(await first).toMatchObject({ is: 'not opened' });
});
