import {
  Input,
  MATROSKA,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WEBM,
  type InputVideoTrack,
  type Source,
} from 'mediabunny';
import type { FilmFacts, FilmPicture } from './film-facts.ts';

/** A film's bytes: all of it as the reader of containers takes it, how many there are, and some of them from a place on. */
export type FilmBytes = {
  readonly source: Source;
  readonly size: number;
  readonly read: (from: number, count: number) => Promise<Uint8Array>;
};

// A playlist (HLS) is left out on purpose: it names addresses, and nothing is fetched.
const formats = [MP4, QTFF, MATROSKA, WEBM, OGG, MPEG_TS];
const MAX_BOXES = 10_000;

/** Reads what a film's file holds, whatever it is called; rejects where it is no film. */
export async function readFacts(bytes: FilmBytes): Promise<FilmFacts> {
  const input = new Input({ formats, source: bytes.source });
  const { name } = await input.getFormat();
  const [video, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const length = video === null ? await input.computeDuration() : await video.computeDuration();
  const picture = video === null ? null : await pictureOf(video);
  const boxes =
    name === 'MP4' || name === 'QuickTime File Format'
      ? await topBoxes(bytes)
      : { isFast: true, isCut: false };
  return {
    ...{ container: name, length, ...boxes },
    video: picture,
    sound: sound === null ? null : (sound.codec ?? 'unknown'),
  };
}

async function pictureOf(video: InputVideoTrack): Promise<FilmPicture> {
  const { averagePacketRate } = await video.computePacketStats();
  return {
    ...{
      codec: video.codec ?? 'unknown',
      profile: (await video.getCodecParameterString()) ?? 'unknown',
    },
    ...{ width: video.displayWidth, height: video.displayHeight },
    rate: Math.round(averagePacketRate * 1000) / 1000,
  };
}

// An MP4's outermost boxes: each says its size and its name.
async function topBoxes({
  size: end,
  read,
}: FilmBytes): Promise<{ readonly isFast: boolean; readonly isCut: boolean }> {
  const names: string[] = [];
  let at = 0;
  while (at + 8 <= end && names.length < MAX_BOXES) {
    const head = await read(at, 16);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const short = view.getUint32(0);
    const name = String.fromCharCode(...head.subarray(4, 8));
    const isLong = short === 1 && head.length >= 16;
    const size = isLong ? Number(view.getBigUint64(8)) : short === 0 ? end - at : short;
    names.push(name);
    if (size < 8) break;
    at += size;
  }
  const [index, frames] = [names.indexOf('moov'), names.indexOf('mdat')];
  return { isFast: frames < 0 || (index >= 0 && index < frames), isCut: at > end };
}
