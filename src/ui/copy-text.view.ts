/**
 * Copies words for pasting elsewhere; false where the browser refuses. Words that are still to come
 * are handed over as such, in the press itself: Safari takes none that come after it. Rejects where
 * they do.
 */
export async function copyText(words: string | Promise<string>): Promise<boolean> {
  const coming = Promise.resolve(words);
  try {
    await (typeof words === 'string' ? navigator.clipboard.writeText(words) : copyLater(coming));
    return true;
  } catch {
    await coming;
    return false;
  }
}

async function copyLater(words: Promise<string>): Promise<void> {
  if (typeof ClipboardItem !== 'function') return navigator.clipboard.writeText(await words);
  const type = 'text/plain';
  const blob = words.then((one) => new Blob([one], { type }));
  // Where the browser refuses before it is read, nothing else takes its failure.
  blob.catch(() => {});
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}
