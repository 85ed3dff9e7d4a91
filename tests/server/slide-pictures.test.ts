import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import { openBrowserQueue } from '../../src/print/browser-queue.ts';
import { serve, type Serving } from '../../src/server/main.ts';

const LESSON = `---
title: Our coast
subject: geography
---

# Our coast

## Start (5 min)

### The sea

![A wave](https://elsewhere.example/wave.png)
<img src="http://127.0.0.1:1/x.png" onerror="document.body.remove()">
<script>document.body.remove()</script>

- Cold

Notes:
Ask Sam first.
`;

const home = join(import.meta.dirname, '..', '..');
let dataDir: string;
let serving: Serving;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  mkdirSync(join(dataDir, 'lessons'));
  writeFileSync(join(dataDir, 'lessons/our-coast-2.md'), LESSON);
  serving = await serve({
    settings: {
      home,
      dataDir,
      staffHost: '127.0.0.1',
      staffPort: 0,
      pupilPorts: [0],
      publicUrl: null,
    },
    pages: await buildPages(),
    log: () => undefined,
  });
  // What is made once is there before two pictures wait for each other.
  await (await get('our-coast-2-1.png')).arrayBuffer();
});
afterAll(async () => {
  await serving.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const get = (file: string) => fetch(`${serving.staffUrl}slide-picture/${file}`);
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('GET /slide-picture/<lesson>-<number>.png', () => {
  test('is that slide as the class sees it, as a file of its name, whatever the lesson tries', async () => {
    const [first, second] = await Promise.all([get('our-coast-2-1.png'), get('our-coast-2-2.png')]);
    expect(second.headers.get('content-type')).toBe('image/png');
    expect(second.headers.get('content-disposition')).toBe(
      'attachment; filename="our-coast-2-2.png"',
    );
    expect(second.headers.get('cache-control')).toBe('no-store');
    const [title, slide] = [
      Buffer.from(await first.arrayBuffer()),
      Buffer.from(await second.arrayBuffer()),
    ];
    expect([sizeOf(title), sizeOf(slide)]).toEqual([
      [1920, 1080],
      [1920, 1080],
    ]);
    expect(slide.equals(title)).toBe(false);
    // A page whose script ran would be white, and packs to next to nothing.
    expect(slide.length).toBeGreaterThan(20_000);
  });

  test.for([
    ['our-coast-2-9.png', 'no-such-slide'],
    ['our-coast-2-0.png', 'no-such-lesson'],
    ['our-coast-2.png', 'no-such-lesson'],
    ['no-such-lesson-1.png', 'no-such-lesson'],
    ['..%2Fpackage-1.png', 'no-such-lesson'],
  ] as const)('is a plain 404 for %s', async ([file, code]) => {
    const response = await get(file);
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code } }]);
  });
});

describe('one browser at a time', () => {
  test('the next begins when the one before is done, or has failed', async () => {
    const turns = openBrowserQueue();
    const log: string[] = [];
    const first = turns.take(async () => {
      log.push('first begins');
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push('first ends');
      throw new Error('no browser');
    });
    const second = turns.take(async () => log.push('second begins'));
    await expect(first).rejects.toThrow('no browser');
    await second;
    expect(log).toEqual(['first begins', 'first ends', 'second begins']);
  });

  test('what has waited too long is busy at once, and begins nothing later', async () => {
    const turns = openBrowserQueue();
    const begun: string[] = [];
    let end = () => {};
    const first = turns.take(() => new Promise<void>((resolve) => (end = resolve)));
    const patience = new AbortController();
    const second = turns.take(async () => begun.push('second'), patience.signal);
    patience.abort();
    expect(await second).toBe('busy');
    end();
    await first;
    await turns.take(async () => begun.push('third'));
    expect(begun).toEqual(['third']);
  });

  test('what has begun is finished, however long it takes', async () => {
    const turns = openBrowserQueue();
    const patience = new AbortController();
    const first = turns.take(async () => {
      patience.abort();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return 'drawn';
    }, patience.signal);
    expect(await first).toBe('drawn');
  });
});
