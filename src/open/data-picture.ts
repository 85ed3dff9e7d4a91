/** The bytes of a picture that is written into a text, `data:image/png;base64,…`; null for any other address. */
export function dataPicture(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (
    comma < 0 ||
    comma > 100 ||
    !/^data:image\/[a-z0-9.+-]{1,40};base64$/i.test(address.slice(0, comma))
  ) {
    return null;
  }
  return decodeBase64(address.slice(comma + 1));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, to] = [0, 0, 0];
  for (const character of text) {
    const value = CODES.get(character);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[to] = (held >> bits) & 0xff;
      to += 1;
    }
  }
  return bytes.subarray(0, to);
}

const CODES: ReadonlyMap<string, number> = new Map(
  [...ALPHABET].map((character, value) => [character, value]),
);
