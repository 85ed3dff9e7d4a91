import { openCardReader } from './card-reader.ts';
import { frameOf } from './frame-of.view.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-protocol.ts';

const reader = openCardReader();

addEventListener('message', ({ data: picture }: MessageEvent<ReaderRequest>) => {
  const answer: ReaderAnswer =
    picture === null
      ? { counts: reader.count() }
      : { view: reader.read(frameOf(picture), performance.now()) };
  postMessage(answer);
});
