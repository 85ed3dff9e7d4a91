import type { FromReader, ReadQueue } from '../../edit/read-queue.ts';

/** Reads and checks in a worker, so that no key waits for it. A folder opened by double-click has `page-reader.ts` in its place. */
export function startReader(answer: (message: FromReader) => void): ReadQueue {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => answer(data));
  let number = 0;
  // Its script did not come.
  worker.addEventListener('error', () => answer({ type: 'failed', number }));
  return {
    read(text) {
      number = text.number;
      worker.postMessage(text);
    },
  };
}
