import type { OpenAnswer, OpenRequest } from './open-protocol.ts';
import { prepareReading } from './prepare-reading.view.ts';
import { openReadQueue, type ToRead } from './read-queue.ts';

const queue = openReadQueue({
  answer: (message) => postMessage(message),
  // A message from the page comes in between two checks.
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  prepare: prepareReading,
});
addEventListener('message', ({ data, ports: [port] }: MessageEvent<ToRead>) => {
  if (port === undefined) queue.read(data);
  else serve(port);
});

// What opens files is loaded when it is first asked for, and asked for again where it did not arrive.
function serve(port: MessagePort): void {
  const load = () => import('./serve-opening.view.ts');
  load().catch(() => undefined);
  port.addEventListener('message', ({ data }: MessageEvent<OpenRequest>) => {
    load().then(
      ({ answerWith }) => answerWith(data, port),
      () => port.postMessage(notLoaded(data)),
    );
  });
  port.start();
}

function notLoaded({ number }: OpenRequest): OpenAnswer {
  return { type: 'failed', number, why: 'not-loaded' };
}
