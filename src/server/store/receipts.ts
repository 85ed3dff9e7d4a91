import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealer } from '../../room/store.ts';
import { random } from './random.ts';

/** Every receipt's text fills this many bytes, so that its length tells nothing. */
const TEXT_BYTES = 128;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals receipts with AES-256-GCM (R5): nonce, text padded to one length, and tag, as base64url. */
export const receiptSealer: Sealer = { newKey: () => randomBytes(32).toString('base64url'), seal, open };

function seal(key: string, about: string, text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length > TEXT_BYTES) throw new RangeError(`Cannot seal a receipt of ${bytes.length} bytes: it must be at most ${TEXT_BYTES}`);
  const padded = Buffer.alloc(TEXT_BYTES, ' ');
  bytes.copy(padded);
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function open(key: string, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== NONCE_BYTES + TEXT_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return text.toString().trimEnd();
  } catch {
    // Forged, or sealed for another question, room or round.
    return null;
  }
}
