import { open } from 'node:fs/promises';
import {
  FilePathSource,
  Input,
  MATROSKA,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WEBM,
  type InputVideoTrack,
} from 'mediabunny';
import type { FilmFacts, FilmPicture } from '../film/film-facts.ts';

// Runs in a process of its own: what a broken file says of its size may take more memory than there is.
// A playlist (HLS) is left out on purpose: it names addresses, and nothing is fetched.
const formats = [MP4, QTFF, MATROSKA, WEBM, OGG, MPEG_TS];
const MAX_BOXES = 10_000;
// More than this between the first frames and all of them, and the frames do not come at one pace.
const UNSTEADY = 0.01;

const [, , film] = process.argv;
if (film !== undefined) process.send?.(await readFacts(film).catch(() => null));

async function readFacts(path: string): Promise<FilmFacts | null> {
  const input = new Input({ formats, source: new FilePathSource(path) });
  const { name } = await input.getFormat();
  const [video, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const length = video === null ? await input.computeDuration() : await video.computeDuration();
  const picture = video === null ? null : await pictureOf(video);
  const boxes =
    name === 'MP4' || name === 'QuickTime File Format'
      ? await topBoxes(path)
      : { isFast: true, isCut: false };
  return {
    ...{ container: name, length, ...boxes },
    video: picture,
    sound: sound === null ? null : (sound.codec ?? 'unknown'),
  };
}

async function pictureOf(video: InputVideoTrack): Promise<FilmPicture> {
  const all = (await video.computePacketStats()).averagePacketRate;
  const first = (await video.computePacketStats(50)).averagePacketRate;
  return {
    ...{
      codec: video.codec ?? 'unknown',
      profile: (await video.getCodecParameterString()) ?? 'unknown',
    },
    ...{ width: video.displayWidth, height: video.displayHeight },
    ...{ rate: Math.round(all * 1000) / 1000, isSteady: Math.abs(all - first) <= all * UNSTEADY },
  };
}

// An MP4's outermost boxes: each says its size and its name.
async function topBoxes(
  path: string,
): Promise<{ readonly isFast: boolean; readonly isCut: boolean }> {
  const file = await open(path);
  try {
    const { size: end } = await file.stat();
    const head = Buffer.alloc(16);
    const names: string[] = [];
    let at = 0;
    while (at + 8 <= end && names.length < MAX_BOXES) {
      await file.read(head, 0, 16, at);
      const [short, name] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
      const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
      names.push(name);
      if (size < 8) break;
      at += size;
    }
    const [index, frames] = [names.indexOf('moov'), names.indexOf('mdat')];
    return { isFast: frames < 0 || (index >= 0 && index < frames), isCut: at > end };
  } finally {
    await file.close();
  }
}
