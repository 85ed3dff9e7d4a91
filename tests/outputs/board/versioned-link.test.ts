import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Link } from '../../../src/outputs/board/board-link.ts';
import { pairOfLinks } from '../../../src/outputs/board/links.view.ts';
import { versionedLink, versionedReader } from '../../../src/outputs/board/versioned-link.ts';
import { PROTOCOL } from '../../../src/text/protocol-version.ts';
import { readAs } from '../../../src/text/schema.ts';

type Message = { readonly type: string };

const read = (message: unknown) => readAs(v.object({ type: v.string() }), message);

async function receivedOf(send: (link: Link<unknown, unknown>) => void) {
  const [there, here] = pairOfLinks<unknown, unknown>();
  const received: string[] = [];
  versionedLink<Message, Message>(
    here,
    versionedReader(read, (isNewer) => received.push(isNewer ? 'newer' : 'older')),
  ).listen(({ type }) => received.push(type));
  send(there);
  await new Promise((done) => setTimeout(done, 0));
  return received;
}

it('[R32] hears messages of its own version, and those of pages from before there were versions', async () => {
  expect(
    await receivedOf((there) =>
      versionedLink<Message, Message>(
        there,
        versionedReader(read, () => {}),
      ).send({ type: 'state' }),
    ),
  ).toEqual(['state']);
  expect(await receivedOf((there) => there.send({ type: 'hello' }))).toEqual(['hello']);
});

it('[R32] does not hear a message of a newer page, and tells that this one is old', async () => {
  expect(await receivedOf((there) => there.send({ type: 'state', v: PROTOCOL + 1 }))).toEqual([
    'newer',
  ]);
  expect(await receivedOf((there) => there.send({ type: 'state', v: 0 }))).toEqual(['older']);
});

it.each([null, 'state', 7, {}, { type: 7 }, { v: PROTOCOL }])(
  'hears nothing of %j, and says nothing of a version',
  async (message) => {
    expect(await receivedOf((there) => there.send(message))).toEqual([]);
  },
);

it('[R32] reads an answer of its own version, and reports that another is newer', () => {
  const others: boolean[] = [];
  const readAnswer = versionedReader(read, (isNewer) => others.push(isNewer));
  expect(readAnswer({ type: 'deck', v: PROTOCOL })).toEqual({ type: 'deck' });
  expect([readAnswer({ type: 'deck', v: PROTOCOL + 1 }), others]).toEqual([null, [true]]);
});
