import { afterEach, expect, test, vi } from 'vitest';
import { shrinkPicture } from '../../src/edit/shrink-picture.view.ts';

afterEach(() => vi.unstubAllGlobals());

test('a photo that the browser draws and cannot encode is refused in a sentence', async () => {
  const size = { naturalWidth: 40, naturalHeight: 30 };
  vi.stubGlobal('Image', function Image() {
    return { ...size, src: '', decode: async () => undefined };
  });
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:photo', revokeObjectURL: () => undefined });
  const canvas = {
    getContext: () => ({ drawImage: () => undefined }),
    toBlob() {
      throw new DOMException('out of memory', 'EncodingError');
    },
  };
  vi.stubGlobal('document', { createElement: () => canvas });
  const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'jar.jpg');
  expect(await shrinkPicture(photo)).toEqual({
    is: 'refused',
    why: 'Cannot use “jar.jpg”: this browser could not make it smaller. Save it as JPEG, 1920 pixels wide, then add that.',
  });
});
