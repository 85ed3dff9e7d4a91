import { Worker } from 'node:worker_threads';
import type { SheetSeen } from '../outputs/handouts/sheet-seen.ts';
import type { Finished, FinishTask } from './finish-worker.ts';
import type { SheetSides } from './pdf/sides.ts';
import type { PileFacts, PilePdf, PileSheet } from './pdf/pile-pdf.ts';

/** Puts PDFs right in a thread of its own, so that a lesson that is being taught meanwhile waits for nothing. */
export type Finisher = {
  /** The finished PDF of one that a browser printed. Throws where it is none, and once this is closed. */
  finish(printed: Uint8Array, seen: SheetSeen, sides: SheetSides): Promise<Uint8Array>;
  /** Finished PDFs as one pile. */
  pile(sheets: readonly PileSheet[], facts: PileFacts): Promise<PilePdf>;
  close(): Promise<void>;
};

const MAX_MB = 512;
const ENDED = 'Cannot put the PDF right: its thread ended';

/** Opens the thread; the caller closes it. */
export function openFinisher(): Finisher {
  const worker = new Worker(new URL('./finish-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_MB },
  });
  let last: Promise<unknown> = Promise.resolve();
  let hasEnded = false;
  worker.once('exit', () => (hasEnded = true));

  function ask(task: FinishTask): Promise<PilePdf> {
    // A thread that has ended says so once, to those who were listening then.
    if (hasEnded) return Promise.reject(new Error(ENDED));
    return new Promise((resolve, reject) => {
      const leave = (): void =>
        void worker.off('message', onMessage).off('error', fail).off('exit', gone);
      const onMessage = (answered: Finished): void => {
        leave();
        if ('pdf' in answered) resolve(answered);
        else reject(new Error(`Cannot put the PDF right: ${answered.failed}`));
      };
      const fail = (error: Error): void => {
        leave();
        reject(error);
      };
      const gone = (): void => fail(new Error(ENDED));
      worker.on('message', onMessage).on('error', fail).on('exit', gone);
      worker.postMessage(task);
    });
  }

  function inTurn(task: FinishTask): Promise<PilePdf> {
    const next = last.then(() => ask(task));
    last = next.catch(() => undefined);
    return next;
  }

  return {
    finish: async (printed, seen, sides) =>
      (await inTurn({ task: 'finish', printed, seen, sides })).pdf,
    pile: (sheets, facts) => inTurn({ task: 'pile', sheets, facts }),
    async close() {
      await worker.terminate();
    },
  };
}
