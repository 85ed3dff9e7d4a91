import { parentPort } from 'node:worker_threads';
import type { SheetSeen } from '../outputs/handouts/sheet-seen.ts';
import { finishPdf } from './pdf/finish-pdf.ts';
import type { SheetSides } from './pdf/sides.ts';
import { pilePdf, type PileFacts, type PilePdf, type PileSheet } from './pdf/pile-pdf.ts';

/** What the thread is asked: to put one PDF right, or to make one pile of several. */
export type FinishTask =
  | {
      readonly task: 'finish';
      readonly printed: Uint8Array;
      readonly seen: SheetSeen;
      readonly sides: SheetSides;
    }
  | { readonly task: 'pile'; readonly sheets: readonly PileSheet[]; readonly facts: PileFacts };

/** What it answers. */
export type Finished = PilePdf | { readonly failed: string };

// One after the other, in the order they came: the answers need no names.
parentPort?.on('message', (task: FinishTask) => void answer(task));

async function answer(task: FinishTask): Promise<void> {
  const done = await run(task).catch((error: unknown): Finished => ({ failed: String(error) }));
  parentPort?.postMessage(done);
}

async function run(task: FinishTask): Promise<PilePdf> {
  switch (task.task) {
    case 'finish':
      return { pdf: await finishPdf(task.printed, task.seen, task.sides), pages: 0 };
    case 'pile':
      return pilePdf(task.sheets, task.facts);
  }
}
