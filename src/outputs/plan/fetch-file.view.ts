import { refusalMessage } from '../../text/refusal.ts';
import { fileMadeHere } from '../../text/site-file.view.ts';

/** Why a file could not be fetched, in a sentence for the teacher who asked for it. */
class NotFetched extends Error {}

const NOT_MADE = 'The file could not be made. Try again.';

/** What to tell the teacher where a file could not be had. */
export function whyNot(error: unknown): string {
  return error instanceof NotFetched ? error.message : NOT_MADE;
}

/** Fetches a file of the site; `report` is given how many bytes have come. Rejects with the true cause, which `whyNot` puts into words: `outOfReach`, or what the program says. */
export async function fetchFile(
  address: string,
  { outOfReach, report }: { readonly outOfReach: string; report?(bytes: number): void },
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  try {
    const response = await (fileMadeHere(address) ?? fetch(address, { cache: 'no-store' }));
    if (!response.ok || response.body === null) throw new NotFetched(await reasonOf(response));
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      report?.(bytes);
    }
    return parts;
  } catch (error) {
    throw error instanceof NotFetched ? error : new NotFetched(outOfReach);
  }
}

async function reasonOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => null);
  return refusalMessage(answer) ?? NOT_MADE;
}
