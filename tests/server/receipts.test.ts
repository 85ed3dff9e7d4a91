import { describe, expect, it } from 'vitest';
import { receiptSealer as sealer } from '../../src/server/store/receipts.ts';

const ABOUT = '["BKT472","law",1]';
const TEXT = '["ballot",1,"a"]';
const key = sealer.newKey();
const seal = (text: string) => sealer.seal(key, ABOUT, Buffer.from(text));
const open = (sealed: string, about = ABOUT, under = key) => {
  const text = sealer.open(under, about, sealed);
  return text && Buffer.from(text).toString().trimEnd();
};

describe('a receipt', () => {
  it('[R5] opens under its key, for its room, question and round, and under nothing else', () => {
    const sealed = seal(TEXT);
    expect(open(sealed)).toBe(TEXT);
    const others = ['["BKT473","law",1]', '["BKT472","feel",1]', '["BKT472","law",2]', ''];
    expect(others.map((about) => open(sealed, about))).toEqual([null, null, null, null]);
    expect(open(sealed, ABOUT, sealer.newKey())).toBeNull();
  });

  it('[R5] opens no more once any byte of it is another', () => {
    const bytes = Buffer.from(seal(TEXT), 'base64url');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, open(changed.toString('base64url'))]).toEqual([at, null]);
    }
    for (const cut of ['', 'x', bytes.subarray(1).toString('base64url')]) {
      expect(open(cut)).toBeNull();
    }
  });

  it('[R5] has one length whatever it says, and is never the same twice', () => {
    const all = ['["b",1,"a"]', '["b",20,"pass"]', '["b",3,"a,b,c,d,e"]', TEXT, TEXT].map(seal);
    expect(new Set(all.map(({ length }) => length))).toEqual(new Set([208]));
    expect(new Set(all).size).toBe(all.length);
    expect(() => seal('x'.repeat(129))).toThrow(/129 bytes/);
  });
});
