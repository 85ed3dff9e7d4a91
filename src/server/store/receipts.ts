import { createCipheriv, createDecipheriv } from 'node:crypto';
import { RECEIPT_BYTES } from '../../room/receipt-text.ts';
import { openBytes } from '../../room/vote-record.ts';
import type { ReceiptKey, Sealer } from '../../room/store.ts';
import { random } from './random.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_SIGNS = 43;
const ALPHABET = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
);

/** Filled for one receipt at a time, and wiped after it. */
const padded = openBytes(RECEIPT_BYTES);
const secret = openBytes(32);

/** Seals receipts with AES-256-GCM (R5): nonce, text padded to one length, and tag, as base64url. Nothing that is sealed or opened stays here (R18). */
export const receiptSealer: Sealer = { newKey, seal, open };

/** 42 characters of six bits and one of four: 256 bits. */
function newKey(): ReceiptKey {
  const key = openBytes(KEY_SIGNS);
  const drawn = random(KEY_SIGNS);
  for (const [at, byte] of drawn.entries()) {
    key[at] = ALPHABET[byte & (at < KEY_SIGNS - 1 ? 63 : 60)] ?? 0;
  }
  drawn.fill(0);
  return key;
}

function seal(key: ReceiptKey, about: string, text: Uint8Array): string {
  if (text.length > RECEIPT_BYTES) {
    throw new RangeError(
      `Cannot seal a receipt of ${text.length} bytes: it must be at most ${RECEIPT_BYTES}`,
    );
  }
  padded.fill(0x20).set(text);
  const nonce = random(NONCE_BYTES);
  const sealed = withSecret(key, (secret) => {
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(about));
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  });
  padded.fill(0);
  return sealed.toString('base64url');
}

function open(key: ReceiptKey, about: string, sealed: string): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== NONCE_BYTES + RECEIPT_BYTES + TAG_BYTES) return null;
  return withSecret(key, (secret) => {
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE_BYTES)).setAAD(
      Buffer.from(about),
    );
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    overwriteFreed(RECEIPT_BYTES + 1);
    try {
      decipher.final();
      return text;
    } catch {
      // Forged, or sealed for another question, room or round.
      text.fill(0);
      return null;
    }
  });
}

function withSecret<Result>(key: ReceiptKey, use: (secret: Uint8Array) => Result): Result {
  decode(key, secret);
  try {
    return use(secret);
  } finally {
    secret.fill(0);
  }
}

/** base64url without a string of it. */
function decode(key: ReceiptKey, into: Uint8Array): void {
  let [bits, held, end] = [0, 0, 0];
  for (const sign of key) {
    bits = ((bits << 6) | (VALUES[sign] ?? 0)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    into[end++] = (bits >> held) & 0xff;
  }
}

const VALUES = new Uint8Array(128);
for (const [value, sign] of ALPHABET.entries()) VALUES[sign] = value;

/** Node opens into one byte more than there are, copies, and frees that as it is: what is taken next has the same place. */
function overwriteFreed(size: number): void {
  for (const some of Array.from({ length: 4 }, () => Buffer.allocUnsafeSlow(size))) some.fill(0);
}
