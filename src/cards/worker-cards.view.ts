import type { FrameReader, ReaderAnswer } from './reader-protocol.ts';

/** Reads in a worker, so that no press waits for it. A folder opened by double-click has `page-cards.view.ts` in its place. */
export function startFrameReader(): FrameReader {
  const worker = new Worker(new URL('./card-worker.view.ts', import.meta.url), { type: 'module' });
  const ask = (picture: ImageBitmap | null): Promise<ReaderAnswer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => resolve(data);
      worker.onerror = () => reject(new Error('Cannot read cards: the worker did not start'));
      worker.postMessage(picture, picture === null ? [] : [picture]);
    });
  return {
    async read(picture) {
      const answer = await ask(picture);
      return 'view' in answer ? answer.view : Promise.reject(new Error('Cannot read a frame'));
    },
    async count() {
      const answer = await ask(null);
      return 'counts' in answer ? answer.counts : Promise.reject(new Error('Cannot count cards'));
    },
    end: () => worker.terminate(),
  };
}
