/** The file as the system's own ways of sharing take it: as plain text, since browsers pass on no other kind of a lesson. Null where this browser shares none. */
export function shareable(file: File): File | null {
  const plain = new File([file], file.name.replace(/\.md$/, '.txt'), { type: 'text/plain' });
  const isAble =
    typeof navigator.share === 'function' && navigator.canShare?.({ files: [plain] }) === true;
  return isAble ? plain : null;
}

/** Shares a file by the system's own ways; false where it was refused, and not only called off. */
export async function shareFile(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file], title: file.name });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
