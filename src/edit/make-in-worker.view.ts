import type { MakeAnswer, MakeRequest } from './my-lesson.ts';

let started: Worker | null = null;

/** Makes a file of a lesson of one’s own in a worker, which has what reads and checks lessons; null where its script did not come. A folder opened by double-click has `make-by-script.view.ts` in its place. */
export function makeMine(request: MakeRequest): Promise<MakeAnswer> {
  const worker = maker();
  const { port1: here, port2: there } = new MessageChannel();
  return new Promise((resolve) => {
    here.addEventListener('message', ({ data }: MessageEvent<MakeAnswer>) => resolve(data));
    worker.addEventListener('error', () => resolve(null));
    here.start();
    worker.postMessage(request, [there]);
  });
}

function maker(): Worker {
  started ??= new Worker(new URL('./my-lesson-worker.view.ts', import.meta.url), {
    type: 'module',
  });
  return started;
}
