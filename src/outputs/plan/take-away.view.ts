import { isInFolder } from '../../text/site-file.view.ts';
import { sizeInWords } from '../../text/size-in-words.ts';
import { offerFile } from '../../ui/offer-file.view.ts';
import { fetchFile, whyNot } from './fetch-file.view.ts';

/** Makes the links to files for other programs, `data-take`, save those files with their drawings drawn, and say how large they are. In a folder opened by double-click a page reads no file, and each link is the file as it is, but for those of a lesson of one’s own, which the page makes. */
export function startTakeAway(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    isInFolder() ? 'a[data-take="here"]' : 'a[data-take]',
  );
  const status = document.querySelector('[data-take-words]');
  let isBusy = false;

  async function take(link: HTMLAnchorElement): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    say('Getting it ready…');
    try {
      const file = await fileAt(link.href);
      offerFile(link.download, file);
      say(
        `${link.download} is in your downloads: ${sizeInWords(file.size)}.${link.download.endsWith('.pptx') ? ' What is not in it is in the notes of its first slide.' : ''}`,
      );
    } catch (error) {
      say(whyNot(error));
    } finally {
      isBusy = false;
    }
  }

  function say(words: string): void {
    if (status !== null) status.textContent = words;
  }

  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void take(link);
    });
  }
}

const OUT_OF_REACH =
  'The file could not be fetched. Check that Wholeclass is still running, then try again.';

async function fileAt(address: string): Promise<Blob> {
  const parts = await fetchFile(address, { outOfReach: OUT_OF_REACH });
  const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer());
  const { drawnFile } = await import('../office/draw-pictures.view.ts');
  return new Blob([await drawnFile(bytes)]);
}
