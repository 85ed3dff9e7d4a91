import type { ToOpen } from '../../../edit/open-protocol.ts';
import { LIMITS } from '../../../open/limits.ts';

/** What was picked or dropped, read into memory; a sentence where that cannot be. */
export type PickedFile =
  | { readonly is: 'read'; readonly file: ToOpen & { readonly is: 'file' } }
  | { readonly is: 'not read'; readonly why: string };

/** The kinds of file that a picker offers first. */
const ACCEPTED = '.docx,.pptx,.md,.markdown,.txt,.html,.htm';

/** Reads a file that was picked or dropped. One that is too large for any lesson is not read. */
export async function readPicked(file: File): Promise<PickedFile> {
  const name = `“${file.name.slice(0, 60)}”`;
  if (file.size > LIMITS.file) {
    return {
      is: 'not read',
      why: `Cannot open ${name}: it is larger than 200 MB. Leave out films and large pictures, save it under another name, and open that.`,
    };
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  // A folder that was dropped, or a file that went away meanwhile.
  if (bytes === null) {
    return {
      is: 'not read',
      why: `Cannot open ${name}: the browser could not read it. If it is a folder, open the file in it; if it is on a drive, check that the drive is there.`,
    };
  }
  return { is: 'read', file: { is: 'file', name: file.name, bytes: new Uint8Array(bytes) } };
}

/** Asks for a file; null where none was chosen. */
export function pickFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.click();
  });
}
