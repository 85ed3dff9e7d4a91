import { openReadQueue, type FromReader, type ReadQueue } from '../../edit/read-queue.ts';

/** Reads and checks in the page itself, while it has nothing else to do: for `file:`, where there are no workers. */
export function startReader(answer: (message: FromReader) => void): ReadQueue {
  return openReadQueue({ answer, pause: whenIdle, prepare: () => Promise.resolve() });
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 8);
  });
}
