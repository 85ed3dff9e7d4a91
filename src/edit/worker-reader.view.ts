import type { OpenAnswer, OpenRequest } from './open-protocol.ts';
import type { FromReader, ReadQueue } from './read-queue.ts';

let started: Worker | null = null;

function reader(): Worker {
  started ??= new Worker(new URL('./reader-worker.view.ts', import.meta.url), { type: 'module' });
  return started;
}

/** Reads and checks in a worker, so that no key waits for it. A folder opened by double-click has `page-reader.view.ts` in its place. */
export function startReader(answer: (message: FromReader) => void): ReadQueue {
  const worker = reader();
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

/** Starts what opens files and checks them, in the same worker, which loads its part for that now. */
export function startOpener(answer: (message: OpenAnswer) => void): (request: OpenRequest) => void {
  const { port1: here, port2: there } = new MessageChannel();
  const asked = new Set<number>();
  here.addEventListener('message', ({ data }: MessageEvent<OpenAnswer>) => {
    asked.delete(data.number);
    answer(data);
  });
  // A worker whose script did not come answers nothing.
  reader().addEventListener('error', () => {
    for (const number of asked) answer({ type: 'failed', number, why: 'not-loaded' });
    asked.clear();
  });
  here.start();
  reader().postMessage(null, [there]);
  return (request) => {
    asked.add(request.number);
    here.postMessage(request);
  };
}
