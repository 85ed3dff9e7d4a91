/** A text, and how its characters were stored. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
};

/** Reads a text as it was stored: by its byte order mark, as UTF-16 where every other byte is zero, as UTF-8, or else as older Windows programs write. Ends of lines stay as they are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(bytes.subarray(3));
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes.subarray(2));
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes.subarray(2));
  const zeros = zeroBytes(bytes.subarray(0, 4096));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return utf16('utf-16le', bytes);
  if (zeros.even > 0.3 && zeros.odd < 0.05) return utf16('utf-16be', bytes);
  return utf8(bytes);
}

function utf8(bytes: Uint8Array): DecodedText {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
    };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function utf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes).toWellFormed(), encoding };
}

function zeroBytes(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = Math.max(1, bytes.length / 2);
  return { even: even / half, odd: odd / half };
}
