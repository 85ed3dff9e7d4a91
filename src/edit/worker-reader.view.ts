import type { OpenAnswer, OpenerLine } from './open-protocol.ts';
import type { FromReader, ReadQueue } from './read-queue.ts';

let started: Worker | null = null;

function reader(): Worker {
  started ??= newReader();
  return started;
}

function newReader(): Worker {
  return new Worker(new URL('./reader-worker.view.ts', import.meta.url), { type: 'module' });
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

/** Starts what opens files and checks them, in a worker of its own, which loads its part for that now, and can be ended amid a file. */
export function startOpener(answer: (message: OpenAnswer) => void): OpenerLine {
  const asked = new Set<number>();
  let isBroken = false;
  let open = connect();

  function connect() {
    const worker = newReader();
    const { port1: here, port2: there } = new MessageChannel();
    here.addEventListener('message', ({ data }: MessageEvent<OpenAnswer>) => {
      asked.delete(data.number);
      answer(data);
    });
    // A worker whose script did not come answers nothing.
    worker.addEventListener('error', () => {
      isBroken = true;
      for (const number of asked) answer({ type: 'failed', number, why: 'not-loaded' });
      asked.clear();
    });
    here.start();
    worker.postMessage(null, [there]);
    return { worker, here };
  }

  return {
    send(request) {
      // It may have failed before anything was asked of it: its script is fetched again.
      if (isBroken) open = connect();
      isBroken = false;
      asked.add(request.number);
      open.here.postMessage(request);
    },
    stop() {
      open.worker.terminate();
      open.here.close();
      asked.clear();
      open = connect();
    },
  };
}
