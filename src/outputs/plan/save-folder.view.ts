import { refusalMessage } from '../../text/refusal.ts';
import { offerFile } from '../../ui/offer-file.view.ts';

/** Makes “Save as folder” work on the page of a lesson: it says how far it is, and what to do where it fails. */
export function startSaveFolder(): void {
  const box = document.querySelector<HTMLElement>('[data-save-folder]');
  const button = box?.querySelector('button');
  const status = box?.querySelector('[role="status"]');
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  if (!box || !button || !status || !isServed) return;
  const name = `${box.dataset['saveFolder'] ?? ''}.zip`;
  const say = (words: string) => (status.textContent = words);
  let isBusy = false;

  async function save(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    say('Getting it ready…');
    try {
      offerFile(
        name,
        await download(new URL(`../../pack/${name}`, location.href), (bytes) =>
          say(`Getting it ready…${soFar(bytes)}`),
        ),
      );
      say(
        `${name} is in your downloads. Unpack it first (right mouse button, “Extract all”), then open “Open me” in it.`,
      );
    } catch (error) {
      say(
        error instanceof Refused
          ? error.message
          : 'The folder could not be fetched. Check that Wholeclass is still running, then press the button again.',
      );
    } finally {
      isBusy = false;
    }
  }

  box.hidden = false;
  button.addEventListener('click', () => void save());
}

/** A refusal, with the sentence of the program that made it. */
class Refused extends Error {}

async function download(address: URL, report: (bytes: number) => void): Promise<Blob> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok || response.body === null) throw new Refused(await reasonOf(response));
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    report(bytes);
  }
  return new Blob(parts, { type: 'application/zip' });
}

async function reasonOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => null);
  return refusalMessage(answer) ?? 'The folder could not be made. Try again.';
}

// In steps, since each new sentence is read out.
function soFar(bytes: number): string {
  const megabytes = 25 * Math.floor(bytes / 25_000_000);
  return megabytes === 0 ? '' : ` ${megabytes} MB so far`;
}
