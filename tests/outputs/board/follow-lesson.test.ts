import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '../../../src/document/problem.ts';
import type { Deck } from '../../../src/outputs/board/deck.ts';
import { readChange, readDeck } from '../../../src/outputs/board/board-readers.ts';
import { followLesson } from '../../../src/outputs/board/follow-lesson.view.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { PROTOCOL } from '../../../src/text/protocol-version.ts';
import { everyKind } from './lesson.ts';

type Source = {
  readonly address: string;
  onmessage: ((message: { readonly data: string }) => void) | null;
  onerror: (() => void) | null;
  isClosed: boolean;
};

let sources: Source[];
let asked: ((response: Response) => void)[];
let ends: (() => void)[];

function openSource(address: URL): Source & { close(): void } {
  const source = {
    address: address.href,
    onmessage: null,
    onerror: null,
    isClosed: false,
    close: () => void (source.isClosed = true),
  };
  sources.push(source);
  return source;
}

beforeEach(() => {
  [sources, asked, ends] = [[], [], []];
  vi.stubGlobal('location', new URL('http://localhost/board/kit/'));
  vi.stubGlobal('EventSource', openSource);
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => asked.push(answer)));
});
afterEach(() => {
  for (const end of ends) end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const bodyOf = (title: string) => JSON.stringify({ ...deckOf(everyKind(), null), title });
const answer = (title: string) => new Response(bodyOf(title), { headers: { etag: `"${title}"` } });

/** A page that shows this deck of a lesson; the titles of those that it shows from then on. */
function open(stamp: string): readonly string[] {
  const titles: string[] = [];
  const deck = ({ title }: Deck) => void titles.push(title);
  ends.push(followLesson({ slug: 'kit', root: '../../', stamp, readDeck, readChange }, { deck }));
  return titles;
}

const MISTAKE: Problem = {
  code: 'one-option',
  severity: 'error',
  line: 1,
  column: 1,
  message: 'Cannot read question “a”',
};

async function say(
  deck: string,
  { isWhole, held = null }: { readonly isWhole: boolean; readonly held?: Problem | null },
): Promise<void> {
  await vi.waitFor(() => expect(sources).not.toHaveLength(0));
  const change = { v: PROTOCOL, deck, notes: 'n', held };
  const data = JSON.stringify(isWhole ? { ...change, body: bodyOf(deck) } : change);
  sources.at(-1)?.onmessage?.({ data });
}

test('a deck that comes with the word that it changed is shown in every window and asked for in none', async () => {
  const [one, other] = [open('a'), open('a')];
  await say('b', { isWhole: true });
  await vi.waitFor(() => expect([one, other]).toEqual([['b'], ['b']]));
  expect(asked).toEqual([]);
});

test('a window that is opened with a newer deck does not go back to the one that another window heard last', async () => {
  const one = open('a');
  await say('b', { isWhole: true });
  const other = open('c');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.(answer('c'));
  await say('d', { isWhole: true });
  await vi.waitFor(() => expect([one, other]).toEqual([['b', 'd'], ['d']]));
});

test('a deck that was asked for comes too late where a newer one has come with its word', async () => {
  const one = open('a');
  await say('b', { isWhole: false });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await say('c', { isWhole: true });
  const late = answer('b');
  asked[0]?.(late);
  await vi.waitFor(() => expect(late.bodyUsed).toBe(true));
  await new Promise((later) => setTimeout(later, 20));
  await say('d', { isWhole: true });
  expect(one).toEqual(['c', 'd']);
});

test('a deck that was asked for is shown though a mistake has come meanwhile, which holds back the next', async () => {
  const one = open('a');
  await say('b', { isWhole: false });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await say('b', { isWhole: false, held: MISTAKE });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[0]?.(answer('b'));
  asked[1]?.(answer('broken'));
  await vi.waitFor(() => expect(one).toEqual(['b']));
});

test('a stream that breaks or is refused is asked for again, after the deck that is shown by then, until the window goes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const one = open('a');
  await vi.waitFor(() => expect(sources).toHaveLength(1));
  const fail = () => {
    sources.at(-1)?.onerror?.();
    vi.advanceTimersByTime(5_000);
  };
  await say('b', { isWhole: true });
  await vi.waitFor(() => expect(one).toEqual(['b']));
  fail();
  expect(sources.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  const after = sources.map(({ address }) => new URL(address).searchParams.get('after'));
  expect(after).toEqual(['a', 'b']);
  await say('c', { isWhole: true });
  await vi.waitFor(() => expect(one).toEqual(['b', 'c']));
  for (const end of ends) end();
  fail();
  expect(sources).toHaveLength(2);
});
