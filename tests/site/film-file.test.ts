import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { printFilmFile, readFilmFile } from '../../src/site/film-file.ts';
import { runs } from '../thorough.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-film-'));
afterAll(() => rmSync(home, { recursive: true }));

const at = fileURLToPath(new URL('../media/clip/film.mp4', import.meta.url));
const clip = readFileSync(at);
let files = 0;

function read(bytes: Uint8Array | string) {
  const path = join(home, `${(files += 1)}.mp4`);
  writeFileSync(path, bytes);
  return readFilmFile(path);
}

/** The clip with 32 bits written somewhere behind a box’s name. */
function broken(box: string, ...words: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.from(clip);
  for (const [behind, word] of words) bytes.writeUInt32BE(word, bytes.indexOf(box) + behind);
  return bytes;
}

test('What a film is made of is read from the file', async () => {
  expect(await readFilmFile(at)).toEqual({
    kind: 'film',
    facts: {
      ...{ container: 'MP4', length: 20, isFast: true, isCut: false, sound: 'aac' },
      video: {
        codec: 'avc',
        profile: 'avc1.4d401e',
        width: 640,
        height: 360,
        rate: 25,
      },
    },
  });
});

test('A print is of the bytes: another film in its place has another, and the same one copied again has the same', async () => {
  const path = join(home, 'printed.mp4');
  const other = Buffer.from(clip);
  const middle = Math.floor(other.length / 2);
  other.writeUInt8(other.readUInt8(middle) ^ 1, middle);
  const prints: (string | null)[] = [];
  for (const bytes of [clip, other, clip]) {
    rmSync(path, { force: true });
    writeFileSync(path, bytes);
    prints.push(await printFilmFile(path));
  }
  expect(prints[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(prints[1]).not.toBe(prints[0]);
  expect(prints[2]).toBe(prints[0]);
  expect(await printFilmFile(join(home, 'nowhere.mp4'))).toBeNull();
  expect(await printFilmFile(home)).toBeNull();
});

test('What is no film differs from what is not there', async () => {
  expect(await read('')).toEqual({ kind: 'empty' });
  expect(await read('A text by another name')).toEqual({ kind: 'unreadable' });
  expect(
    await read(
      '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n',
    ),
  ).toEqual({ kind: 'unreadable' });
  expect(await readFilmFile(join(home, 'nowhere.mp4'))).toEqual({ kind: 'missing' });
  expect(await readFilmFile(home)).toEqual({ kind: 'missing' });
});

test('A copy that was stopped is reported, and so is one whose contents are at its end', async () => {
  expect(await read(clip.subarray(0, 100_000))).toMatchObject({
    kind: 'film',
    facts: { isCut: true, length: 20 },
  });
  const [start, size] = [clip.indexOf('moov') - 4, clip.readUInt32BE(clip.indexOf('moov') - 4)];
  const behind = Buffer.concat([
    clip.subarray(0, start),
    clip.subarray(start + size),
    clip.subarray(start, start + size),
  ]);
  expect(await read(behind)).toMatchObject({
    kind: 'film',
    facts: { isFast: false, isCut: false },
  });
});

test('A file that claims to be larger than any memory is read, or reported as none', async () => {
  const all = await Promise.all(
    [
      broken('stts', [8, 1], [12, 0x0fff_ffff]),
      broken('stsz', [8, 0], [12, 0xffff_ffff]),
      broken('stsc', [12, 1], [16, 0x0fff_ffff]),
    ].map(read),
  );
  for (const { kind } of all) expect(['film', 'unreadable']).toContain(kind);
}, 120_000);

test('A file that changed is read again', async () => {
  const path = join(home, 'changes.mp4');
  writeFileSync(path, 'nothing yet');
  expect((await readFilmFile(path)).kind).toBe('unreadable');
  writeFileSync(path, clip);
  expect((await readFilmFile(path)).kind).toBe('film');
});

test('Whatever the bytes are, reading them ends and never throws', async () => {
  const index = clip.subarray(0, 20_000);
  const spoilt = fc
    .array(fc.tuple(fc.nat(14_000), fc.nat(255)), { maxLength: 30 })
    .map((changes) => {
      const bytes = Buffer.from(index);
      for (const [place, byte] of changes) bytes[place] = byte;
      return bytes;
    });
  const cut = fc.nat(clip.length - 1).map((end) => clip.subarray(0, end + 1));
  const noise = fc.uint8Array({ minLength: 1, maxLength: 3000 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, cut, noise), async (bytes) => {
      expect(['film', 'unreadable']).toContain((await read(bytes)).kind);
    }),
    runs(40, 2),
  );
}, 120_000);
