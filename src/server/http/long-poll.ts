import type { PupilView, StaffView } from '../../room/protocol.ts';
import type { Snapshot } from '../../room/store.ts';
import type { Audience, Hub } from '../rooms/hub.ts';

/** How long a poll waits for the next view, in ms: less than the 30 seconds after which proxies cut a connection. */
export const WAIT_MS = 25_000;

/** Who asks, which view they have not got yet, and when they are gone. */
type Poll = {
  readonly audience: Audience;
  readonly isNew: (view: PupilView | StaffView, json: string) => boolean;
  readonly gone: AbortSignal;
};

/** The view of an audience as soon as it is a new one, or as it is after 25 seconds. */
export function nextView(
  hub: Hub,
  snapshot: Snapshot,
  { audience, isNew, gone }: Poll,
): Promise<PupilView | StaffView> {
  return new Promise((resolve) => {
    let latest: PupilView | StaffView;
    let stop = () => {};
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve(latest);
    };
    const timer = setTimeout(done, WAIT_MS);
    gone.addEventListener('abort', done);
    stop = hub.listen(snapshot, audience, ({ view, json }) => {
      latest = view;
      // In its own turn, so that `stop` is there even for the first view.
      if (isNew(view, json)) setImmediate(done);
    });
  });
}
