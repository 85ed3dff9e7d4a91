/** A zip file that says of one file within it that it has so many bytes, as one that large does: no test has to make it. */
export function withSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const isIt = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)) === name;
    if (isIt) view.setUint32(at + 24, size, true);
  }
  return bytes;
}
