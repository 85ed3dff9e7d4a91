/** Who starts a browser waits for the one before: two at once are more than a small computer has memory for. */
export type BrowserQueue = {
  /** Does the work once all that came before is done; `busy` where `signal` is aborted before it begins. What has begun is finished. */
  take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | 'busy'>;
};

/** Opens the queue of one program. */
export function openBrowserQueue(): BrowserQueue {
  let last: Promise<unknown> = Promise.resolve();

  return {
    take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | 'busy'> {
      return new Promise((resolve, reject) => {
        const giveUp = () => resolve('busy');
        signal?.addEventListener('abort', giveUp);
        last = last.then(async () => {
          signal?.removeEventListener('abort', giveUp);
          if (signal?.aborted === true) return resolve('busy');
          await work().then(resolve, reject);
        });
      });
    },
  };
}
