/** Bytes of a sealed receipt. */
const BYTES = 156;

/** A text that looks like a sealed receipt and opens under no key: left behind where there was no answer. */
export function makeFiller(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
