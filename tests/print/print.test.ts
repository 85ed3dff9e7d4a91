import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintOrder, PrintState } from '../../src/outputs/handouts/print-order.ts';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { PDFDocument } from '@cantoo/pdf-lib';
import { buildPages } from '../../src/cli/build-pages.ts';
import { serve, type Serving } from '../../src/server/main.ts';

const LESSON = 'rehearsal';
const home = join(import.meta.dirname, '../..');

let dataDir: string;
let serving: Serving;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const settings = {
    home,
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  serving = await serve({ settings, pages: await buildPages(), log: () => undefined });
}, 120_000);
afterAll(async () => {
  await serving.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const order: PrintOrder = {
  lesson: LESSON,
  sheets: [
    { id: 'delivery-note', style: 'standard', copies: 1 },
    { id: 'help-card', style: 'standard', copies: 3 },
  ],
  font: 'atkinson',
  as: 'pile',
  bothSides: false,
  today: '',
};

const post = (path: string, body: unknown = {}): Promise<Response> =>
  fetch(serving.staffUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { readonly error: { readonly code: string } }).error.code;

async function jobOf(wanted: PrintOrder): Promise<string> {
  const started = await post('api/print', wanted);
  expect(started.status).toBe(201);
  return ((await started.json()) as { readonly job: string }).job;
}

async function stateOf(job: string): Promise<PrintState> {
  return (await (await fetch(`${serving.staffUrl}api/print/${job}`)).json()) as PrintState;
}

/** Asks until it is printed, as the page does. */
async function whenDone(job: string): Promise<PrintState> {
  let state = await stateOf(job);
  for (; state.state === 'printing' || state.state === 'waiting'; state = await stateOf(job)) {
    await setTimeout(100);
  }
  return state;
}

async function printed(
  wanted: PrintOrder,
): Promise<{ readonly state: PrintState; readonly file: Response }> {
  const job = await jobOf(wanted);
  return { state: await whenDone(job), file: await fetch(`${serving.staffUrl}print-file/${job}`) };
}

describe('printing at the staff door', () => {
  test('makes one PDF of the sheets, each as often as it was asked for', async () => {
    const { state, file } = await printed(order);
    const bytes = await file.arrayBuffer();
    expect(state).toEqual({
      state: 'ready',
      file: `${LESSON}.pdf`,
      bytes: bytes.byteLength,
      pages: 1 + 3 * 2,
    });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const pdf = await PDFDocument.load(bytes);
    expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1 + 3 * 2, 'Playground rules']);
  });

  test('makes a zip of a PDF for each sheet in each layout, the same that the pile was made of', async () => {
    const sheets = [
      { id: 'delivery-note', style: 'large', copies: 1 },
      { id: 'help-card', style: 'standard', copies: 1 },
      { id: 'help-card', style: 'large', copies: 1 },
    ] as const;
    const { file } = await printed({ ...order, as: 'zip', sheets });
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      `${LESSON}/delivery-note-large.pdf`,
      `${LESSON}/help-card.pdf`,
      `${LESSON}/help-card-large.pdf`,
    ]);
    expect(String(Buffer.from(files[`${LESSON}/help-card-large.pdf`] ?? []).subarray(0, 5))).toBe(
      '%PDF-',
    );
  });

  test('makes the PDFs of two teachers one after the other, and saves both for them', async () => {
    const first = await jobOf(order);
    const second = await jobOf({
      ...order,
      sheets: [{ id: 'help-card', style: 'standard', copies: 1 }],
    });
    expect(await stateOf(second)).toEqual({ state: 'waiting', ahead: 1 });
    // A help card has its services on its back.
    expect(await whenDone(second)).toMatchObject({ state: 'ready', pages: 2 });
    expect(await stateOf(first)).toMatchObject({ state: 'ready', pages: 1 + 3 * 2 });
    for (const [job, pages] of [
      [first, 1 + 3 * 2],
      [second, 2],
    ] as const) {
      const file = await fetch(`${serving.staffUrl}print-file/${job}`);
      expect((await PDFDocument.load(await file.arrayBuffer())).getPageCount()).toBe(pages);
    }
  });

  test('answers in a page, with the way back, where PDFs are no longer there', async () => {
    const lost = await fetch(`${serving.staffUrl}print-file/00000000-0000-4000-8000-000000000000`, {
      headers: { accept: 'text/html' },
    });
    expect([lost.status, lost.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    const page = await lost.text();
    expect(page).toContain('These PDFs are no longer saved');
    expect(page).toContain('href="../print/"');
  });

  test('forgets an order that is stopped, and one that waits, and goes on with the next', async () => {
    const [job, next] = [await jobOf(order), await jobOf(order)];
    for (const stopped of [next, job]) await post(`api/print/${stopped}/cancel`);
    expect((await fetch(`${serving.staffUrl}api/print/${next}`)).status).toBe(404);
    expect((await fetch(`${serving.staffUrl}api/print/${job}`)).status).toBe(404);
    expect((await printed(order)).state.state).toBe('ready');
  });

  test.for([
    [
      'a sheet that there is not',
      { sheets: [{ id: 'no-such-sheet', style: 'standard', copies: 1 }] },
      404,
      'no-such-sheet',
    ],
    ['a lesson that there is not', { lesson: '../package.json' }, 404, 'no-such-sheet'],
    ['no sheets', { sheets: [] }, 400, 'bad-shape'],
    ['no copy', { sheets: [{ id: 'plan', style: 'standard', copies: 0 }] }, 400, 'bad-shape'],
    ['half a copy', { sheets: [{ id: 'plan', style: 'standard', copies: 0.5 }] }, 400, 'bad-shape'],
    [
      'more copies than any class needs',
      { sheets: [{ id: 'plan', style: 'standard', copies: 100_000 }] },
      400,
      'bad-shape',
    ],
    [
      'a layout that there is not',
      { sheets: [{ id: 'plan', style: 'tiny', copies: 1 }] },
      400,
      'bad-shape',
    ],
    ['no layout', { sheets: [{ id: 'plan', copies: 1 }] }, 400, 'bad-shape'],
    ['a font that there is not', { font: 'wingdings' }, 400, 'bad-shape'],
    ['more than a browser keeps of today', { today: 'x'.repeat(13_000) }, 400, 'bad-shape'],
  ] as const)('refuses %s', async ([, change, status, code]) => {
    const refused = await post('api/print', { ...order, ...change });
    expect([refused.status, await codeOf(refused)]).toEqual([status, code]);
  });

  test('is not for a page of another site', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
    expect(
      (
        await fetch(`${serving.staffUrl}api/print`, {
          method: 'POST',
          headers,
          body: JSON.stringify(order),
        })
      ).status,
    ).toBe(403);
  });
});
