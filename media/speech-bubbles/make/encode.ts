import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { LIGHT_COLUMNS, LIGHT_ROWS, worstFlash } from './flashes.ts';

/** A film that is being made: the file that it becomes, its frames a second, its length in seconds, and how much may be lost (x264’s rate factor). */
export type FilmInHand = { readonly out: string; readonly fps: number; readonly length: number; readonly crf: number };

/** What a film is made of: its sound, the seconds at which a scene begins, and its picture at any second, as PNG bytes. */
export type FilmParts = { readonly wav: string; readonly cuts: readonly number[]; readonly frameAt: (t: number) => Promise<Buffer> };

function startFfmpeg({ out, fps, crf }: FilmInHand, { wav, cuts }: FilmParts) {
  const x264 = ['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'slow', '-crf', String(crf), '-tune', 'animation', '-pix_fmt', 'yuv420p'];
  const colour = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
  const keys = ['-force_key_frames', cuts.join(','), '-g', '125', '-threads', '1'];
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart'];
  const picture = ['-f', 'image2pipe', '-framerate', String(fps), '-c:v', 'png', '-i', '-'];
  const args = ['-y', '-loglevel', 'error', ...picture, '-i', wav, ...colour, ...x264, ...keys, '-c:a', 'aac', '-b:a', '96k', ...plain];
  return spawn('ffmpeg', [...args, out], { stdio: ['pipe', 'inherit', 'inherit'] });
}

/** Draws every frame, and encodes them with the sound. */
export async function encodeFilm(film: FilmInHand, parts: FilmParts): Promise<void> {
  const ffmpeg = startFfmpeg(film, parts);
  const ended = once(ffmpeg, 'exit');
  for (let frame = 0; frame < film.length * film.fps; frame += 1) {
    if (!ffmpeg.stdin.write(await parts.frameAt(frame / film.fps))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`Cannot encode the film: ffmpeg ended with ${code}`);
}

/** Looks for flashes in the finished film; throws where a second has more than two. */
export function lookForFlashes({ out, fps, length }: FilmInHand): void {
  const size = LIGHT_COLUMNS * LIGHT_ROWS * 4;
  const small = ['-vf', `scale=${LIGHT_COLUMNS}:${LIGHT_ROWS}:flags=area`, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const { stdout } = spawnSync('ffmpeg', ['-loglevel', 'error', '-i', out, ...small], { maxBuffer: size * fps * (length + 1) });
  const frames = Array.from({ length: stdout.length / size }, (_, at) => stdout.subarray(at * size, (at + 1) * size));
  const { flashes, at } = worstFlash(frames, fps);
  const found = `${frames.length} frames, at most ${flashes} flashes in a second (WCAG 2.3.1 allows 3), from ${(at / fps).toFixed(2)} s`;
  if (frames.length !== length * fps || flashes > 2) throw new Error(`Cannot use the film: ${found}`);
  console.log(found);
}
