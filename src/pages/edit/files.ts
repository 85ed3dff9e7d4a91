import { fileName, openedText } from '../../edit/lesson-home.ts';
import { slugOf } from '../../text/ids.ts';

/** Hands a lesson to the browser as a file to save. */
export function saveAsFile(title: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  link.download = fileName(slugOf(title));
  link.click();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Asks for a file and gives its text; null where none was chosen, a sentence where it is no lesson. */
export function askForFile(): Promise<
  { readonly text: string } | { readonly problem: string } | null
> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.md,.markdown,.txt,text/markdown,text/plain';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file === undefined) resolve(null);
      else void readFile(file).then(resolve);
    });
    input.click();
  });
}

/** More than any lesson’s file has, in bytes. */
const MAX_BYTES = 8_000_000;

/** The text of a file, or why it is none, as a sentence for the teacher. */
async function readFile(
  file: File,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const name = `“${file.name.slice(0, 60)}”`;
  if (file.size > MAX_BYTES) {
    return { problem: `Cannot open ${name}: it is larger than any lesson’s text.` };
  }
  const read = await file.text().catch(() => null);
  const text = read === null ? null : openedText(read);
  return text === null
    ? { problem: `Cannot open ${name}: it isn’t plain text. Choose a lesson saved as “.md”.` }
    : { text };
}
