import { makeMyFile } from './my-lesson-files.ts';
import type { MakeAnswer, MakeRequest } from './my-lesson.ts';
import { prepareReading } from './prepare-reading.view.ts';

addEventListener('message', ({ data, ports: [port] }: MessageEvent<MakeRequest>) => {
  void make(data)
    .catch(() => null)
    .then((made) => port?.postMessage(made));
});

async function make({ make: name, of }: MakeRequest): Promise<MakeAnswer> {
  await prepareReading(of.text);
  return makeMyFile(name, of);
}
