import { openCardReader } from './card-reader.ts';
import { frameOf } from './frame-of.view.ts';
import type { FrameReader } from './reader-protocol.ts';

/** Reads in the page itself: for `file:`, where there are no workers. */
export function startFrameReader(): FrameReader {
  const reader = openCardReader();
  return {
    read: (picture) => Promise.resolve(reader.read(frameOf(picture), performance.now())),
    count: () => Promise.resolve(reader.count()),
    end: () => undefined,
  };
}
