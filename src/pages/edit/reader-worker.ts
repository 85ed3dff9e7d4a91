import { openReadQueue, type ToRead } from '../../edit/read-queue.ts';
import { loadColours } from './code-colours-later.ts';
import { loadMaths } from './katex-later.ts';

let [hasMaths, hasColours] = [false, false];
const queue = openReadQueue({
  answer: (message) => postMessage(message),
  // A message from the page comes in between two checks.
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  prepare,
});
addEventListener('message', ({ data }: MessageEvent<ToRead>) => queue.read(data));

// What only some texts need comes before the first of them is read; without it a formula is shown as it is written.
async function prepare(text: string): Promise<void> {
  const wanted: Promise<void>[] = [];
  if (!hasMaths && text.includes('$')) {
    hasMaths = true;
    wanted.push(loadMaths());
  }
  if (!hasColours && /```|~~~/.test(text)) {
    hasColours = true;
    wanted.push(loadColours());
  }
  await Promise.allSettled(wanted);
}
