/** More characters than this are too many arguments for some engines. */
const AT_ONCE = 8192;

/** Bytes as text, for a file that can have only that. */
export function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    characters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(characters);
}

/** The bytes again; throws on what is no such text. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}
