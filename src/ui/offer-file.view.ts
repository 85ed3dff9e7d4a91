/** How long the address of a file lives, in ms: the browser has begun to save it by then. */
const ADDRESS_MS = 60_000;

/** Offers a file that was made in the page as a download. */
export function offerFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
}

/** Bytes that were packed in the page, as a file. */
export function zipFile(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' });
}
