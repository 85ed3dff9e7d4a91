import { afterEach, expect, it, vi } from 'vitest';
import { openApi, troubleOf } from '../../src/pages/join/api.ts';
import { makeFiller } from '../../src/pages/join/filler.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';

afterEach(() => vi.unstubAllGlobals());

it('[R9] No request carries a cookie, is cached, or says anything of itself but that its body is JSON', async () => {
  const fetched = vi.fn<(url: string, sent: RequestInit) => Promise<Response>>(async () =>
    Response.json({}),
  );
  vi.stubGlobal('fetch', fetched);
  const api = openApi('http://192.168.1.20:4301/api/');
  const stop = new AbortController();
  await api.view('BKT472');
  await api.view('BKT472', { n: 1, signal: stop.signal });
  await api.seat('BKT472');
  await api.cast('BKT472', 'law', { round: 1, ballot: 'ballot', n: 1, answer: 'a' });
  await api.receipts('BKT472', ['sealed']);
  await api.post('BKT472', { ballot: 'ballot', text: 'words' });
  await api.record('BKT472');
  expect(fetched.mock.calls).toHaveLength(7);
  expect(fetched.mock.calls[2]?.[1].body).toBe('{}');
  for (const [url, { credentials, cache, headers, body }] of fetched.mock.calls) {
    expect([url, credentials, cache]).toEqual([url, 'omit', 'no-store']);
    expect(headers).toEqual(
      body === undefined ? undefined : { 'content-type': 'application/json' },
    );
  }
});

it('[R52] A page that was in brings its pass with the code, and learns where joining is closed', async () => {
  const fetched = vi.fn<(url: string, sent: RequestInit) => Promise<Response>>(async () =>
    Response.json({ error: { code: 'joining-closed', message: '' } }, { status: 409 }),
  );
  vi.stubGlobal('fetch', fetched);
  const reply = await openApi('http://192.168.1.20:4301/api/').seat('BKT472', 'the pass');
  expect(fetched.mock.calls[0]?.[1].body).toBe('{"pass":"the pass"}');
  expect('failed' in reply && troubleOf(reply)).toBe('closed');
});

it('[R10] What is left behind by a pupil who gave no answer looks like a receipt, and is another one each time', () => {
  const receipt = receiptSealer.seal(receiptSealer.newKey(), 'about', Buffer.from('text'));
  const fillers = Array.from({ length: 50 }, makeFiller);
  for (const filler of fillers) {
    expect(filler).toMatch(new RegExp(`^[A-Za-z0-9_-]{${receipt.length}}$`));
  }
  expect(new Set(fillers).size).toBe(50);
});
