import { expect, it } from 'vitest';
import { readTyped } from '../../src/pages/join/typed-code.ts';

it('A code is read however it is typed or pasted', () => {
  for (const typed of [
    'BKT472',
    'bkt 472',
    ' Bkt-472 ',
    'b k t 4 7 2',
    '“BKT 472”',
    'Room BKT 472',
    'BKT\u00a0472\n',
    'ＢＫＴ４７２',
    'bkt.472',
  ]) {
    expect(readTyped(typed)).toBe('BKT472');
  }
  for (const typed of ['BKTHRM472385', 'bkt hrm 472 385', 'Room BKT HRM 472-385']) {
    expect(readTyped(typed)).toBe('BKTHRM472385');
  }
});

it('What cannot be a code is refused before any room is asked', () => {
  for (const typed of ['', 'BKT', 'BKT47', '472BKT', 'hello there', '192.168.4.20']) {
    expect(readTyped(typed)).toBeNull();
  }
});
