import { offerFile } from '../../ui/offer-file.view.ts';
import { fetchFile, whyNot } from './fetch-file.view.ts';

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
      const zip = await fetchFile(`../../pack/${name}`, {
        outOfReach: OUT_OF_REACH,
        report: (bytes) => say(`Getting it ready…${soFar(bytes)}`),
      });
      offerFile(name, new Blob([...zip], { type: 'application/zip' }));
      say(
        `${name} is in your downloads. Unpack it first (right mouse button, “Extract all”), then open “Open me” in it.`,
      );
    } catch (error) {
      say(whyNot(error));
    } finally {
      isBusy = false;
    }
  }

  box.hidden = false;
  button.addEventListener('click', () => void save());
}

const OUT_OF_REACH =
  'The folder could not be fetched. Check that Wholeclass is still running, then press the button again.';

// In steps, since each new sentence is read out.
function soFar(bytes: number): string {
  const megabytes = 25 * Math.floor(bytes / 25_000_000);
  return megabytes === 0 ? '' : ` ${megabytes} MB so far`;
}
