import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { COMMAND_MS, PHONE_VERSION, type PhoneCommand } from '../../../src/room/phone-protocol.ts';
import {
  MAX_WRONG,
  openPhoneLines,
  type PhoneLines,
} from '../../../src/server/rooms/phone-lines.ts';
import { aPhoneView } from '../../phone/a-phone-view.ts';

let now = 0;
let lines: PhoneLines;
const open = (): PhoneLines => {
  now = 1_000_000;
  lines = openPhoneLines({ now: () => now, random: randomBytes });
  return lines;
};
afterEach(() => lines.end());

const here = new AbortController().signal;
const MINUTE = 60_000;

/** A line with its desk and a phone that has joined. */
function joined(minutes: number | null = null) {
  const opened = open().open(minutes);
  if (opened === null) throw new Error('no line');
  const phone = lines.join(opened.code, opened.words);
  if (!('key' in phone)) throw new Error(phone.no);
  return {
    ...opened,
    phoneKey: phone.key,
    desk: () => lines.desk(opened.code, opened.key),
    phone: () => lines.phone(opened.code, phone.key),
  };
}

const command = (id: string): PhoneCommand => ({
  v: PHONE_VERSION,
  id: `press-${id}`,
  press: { do: 'main', step: 'next', slide: 'one', fragment: 0 },
});

test('[R43] a phone joins by the code and words of its line alone, as people type them', () => {
  const opened = open().open(null);
  const words = opened?.words ?? '';
  const code = opened?.code ?? '';
  expect(lines.join('BKT472', words)).toEqual({ no: code === 'BKT472' ? 'wrong' : 'unknown' });
  expect(lines.join(code, 'acorn acorn acorn acorn')).toEqual({ no: 'wrong' });
  expect(lines.join(code, '')).toEqual({ no: 'wrong' });
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
  expect(lines.join(spaced, words.toUpperCase().replaceAll(' ', ', '))).toHaveProperty('key');
});

test('[R43] wrong words end a line’s welcome after ten, and a phone that joined before stays in', () => {
  const { code, words, phone, desk } = joined();
  for (let tries = 0; tries < MAX_WRONG; tries += 1) {
    expect(lines.join(code, 'acorn acorn acorn acorn')).toEqual({ no: 'wrong' });
  }
  expect(lines.join(code, words)).toEqual({ no: 'locked' });
  expect(phone()).not.toBeNull();
  expect(desk()).not.toBeNull();
});

test('[R43] a phone that joins later takes the place of the one before', () => {
  const { code, words, phone } = joined();
  expect(lines.join(code, words)).toHaveProperty('key');
  expect(phone()).toBeNull();
});

test('[R43] the keys of desk and phone open their own end and no other', () => {
  const { code, key, phoneKey } = joined();
  expect(lines.desk(code, phoneKey)).toBeNull();
  expect(lines.phone(code, key)).toBeNull();
  expect(lines.desk(code, '')).toBeNull();
  expect(lines.phone(code, '')).toBeNull();
});

test('[R43] a line is over ten minutes after the end that was typed, after 90 minutes, and at a press', () => {
  const timed = joined(20);
  now += 30 * MINUTE - 1;
  expect(timed.phone()).not.toBeNull();
  now += 1;
  expect(timed.phone()).toBeNull();
  lines.end();
  const untimed = joined();
  now += 90 * MINUTE;
  expect(untimed.desk()).toBeNull();
  lines.end();
  const pressed = joined();
  pressed.desk()?.end();
  expect([pressed.desk(), pressed.phone()]).toEqual([null, null]);
});

test('[R44] a press is done once for its id, in order, and not once it is five seconds old', async () => {
  const { desk, phone } = joined();
  for (const id of ['a1', 'b2', 'a1']) expect(phone()?.send(command(id))).toBe(true);
  const first = await desk()?.next(-1, 'joined', here);
  expect(first?.commands.map(({ id }) => id)).toEqual(['press-a1', 'press-b2']);
  phone()?.send(command('c3'));
  now += COMMAND_MS;
  phone()?.send(command('d4'));
  expect(phone()?.send(command('d4'))).toBe(false);
  void desk()?.next(first?.n ?? 0, 'joined', AbortSignal.timeout(50));
  phone()?.send(command('e5'));
  const second = await desk()?.next(first?.n ?? 0, 'joined', here);
  expect(second?.commands.map(({ id }) => id)).toEqual(['press-e5']);
});

test('[R44] a desk that is loaded again is not brought the presses that it has had', async () => {
  const { desk, phone } = joined();
  phone()?.send(command('a1'));
  const first = await desk()?.next(-1, 'joined', here);
  void desk()?.next(first?.n ?? -1, 'joined', here);
  phone()?.send(command('b2'));
  expect((await desk()?.next(-1, 'none', here))?.commands.map(({ id }) => id)).toEqual([
    'press-b2',
  ]);
});

test('[R44] a phone hears that the desk has left, gets nothing done meanwhile, and hears that it is back', async () => {
  const { desk, phone } = joined();
  desk()?.show(aPhoneView());
  expect(await phone()?.next(-1, '', here)).toMatchObject({ n: 1, desk: 'here' });
  now += 10_000;
  expect(phone()?.send(command('a1'))).toBe(false);
  expect(await phone()?.next(1, 'here', here)).toMatchObject({ desk: 'away', view: aPhoneView() });
  const waits = phone()?.next(1, 'away', here);
  void desk()?.next(0, 'joined', AbortSignal.timeout(50));
  expect(await waits).toMatchObject({ desk: 'here' });
});

test('a view that waits comes as soon as the desk shows something else, and ends with the line', async () => {
  const { desk, phone } = joined();
  desk()?.show(aPhoneView());
  const next = phone()?.next(1, 'here', here);
  desk()?.show(aPhoneView());
  desk()?.show(aPhoneView({ next: 'Something else' }));
  expect(await next).toMatchObject({ n: 2, view: { next: 'Something else' } });
  const last = phone()?.next(2, 'here', here);
  desk()?.end();
  expect(await last).toMatchObject({ view: null });
});
