import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/pages/edit/files.ts';

const opened = (...parts: BlobPart[]) => openFile(new File(parts, 'ice.md'));

describe('a file that is chosen or dropped', () => {
  test('is opened where it is text, also with the sign for a letter that was lost', async () => {
    expect(await opened('\uFEFF# Ice \uFFFD 冰\r\n')).toEqual({
      text: '# Ice \uFFFD 冰\n',
      media: [],
      leftOut: [],
      films: [],
    });
  });

  test.for([
    ['a picture', [0x89, 0x50, 0x4e, 0x47]],
    ['text of an old Windows', [0x23, 0x20, 0xe9]],
    ['a character that is cut off', [0x23, 0x20, 0xe5, 0x86]],
    ['zeros', [0x23, 0x00]],
  ] as const)('is not opened where it is %s', async ([, bytes]) => {
    expect(await opened(Uint8Array.from(bytes))).toEqual({
      problem: 'Cannot open “ice.md”: it isn’t plain text. Choose a lesson saved as “.md”.',
    });
  });
});
