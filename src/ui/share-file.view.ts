import { isLoopback } from '../text/loopback.ts';
import { copyText } from './copy-text.view.ts';

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

/** Who sees what by a link to a lesson’s page: staff alone where a program serves it, else anyone who may open the site. */
export function whoSees({ hostname }: URL, { isServed }: { readonly isServed: boolean }): string {
  if (!isServed) return 'Anyone who can open this site sees its plan, with the notes.';
  const seen =
    'Colleagues who can open Wholeclass here see its plan with your notes. Pupils cannot.';
  return isLoopback(hostname) ? `${seen} The link works on this computer only.` : seen;
}

/** Copies a link, one that is still to come too; the sentence that says so, or has the link where the browser copies nothing. Rejects where none comes. */
export async function copyLink(link: URL | Promise<URL>): Promise<string> {
  const href = link instanceof URL ? link.href : link.then((one) => one.href);
  return (await copyText(href))
    ? 'The link is copied.'
    : `This browser does not copy. The link is ${await href}`;
}
