/** Signs of a sealed receipt, 156 bytes as base64url. */
const LENGTH = 208;
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A text that looks like a sealed receipt and opens under no key: left behind where there was no answer. */
export function makeFiller(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => SIGNS.charAt(byte & 63)).join('');
}
