import { drawHandout } from './draw-handout.ts';
import { answerOpening, type OpenAnswer, type OpenerLine } from './open-protocol.ts';
import { openReadQueue, type FromReader, type ReadQueue } from './read-queue.ts';

/** Reads and checks in the page itself, while it has nothing else to do: for `file:`, where there are no workers. */
export function startReader(answer: (message: FromReader) => void): ReadQueue {
  const pause = async (ms: number) => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    await whenIdle();
  };
  return openReadQueue({ answer, pause, prepare: () => whenIdle().then(() => drawHandout) });
}

/** Opens files and checks them in the page itself, while it has nothing else to do. What has begun cannot be ended. */
export function startOpener(answer: (message: OpenAnswer) => void): OpenerLine {
  return {
    send: (request) => void whenIdle().then(() => answer(answerOpening(request))),
    stop() {},
  };
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 8);
  });
}
