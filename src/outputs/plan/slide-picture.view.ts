import { offerFile } from '../../ui/offer-file.view.ts';
import { fetchFile, whyNot } from './fetch-file.view.ts';

const OUT_OF_REACH =
  'The picture could not be fetched. Check that Wholeclass is still running, then try again.';

/** Saves the picture of a lesson's slide, which the program draws; resolves to what to tell the teacher.. */
export async function saveSlidePicture(
  root: string,
  { slug, slide }: { readonly slug: string; readonly slide: number },
): Promise<string> {
  const name = `${slug}-${slide}.png`;
  try {
    const parts = await fetchFile(`${root}slide-picture/${name}`, { outOfReach: OUT_OF_REACH });
    offerFile(name, new Blob([...parts], { type: 'image/png' }));
    return `${name} is in your downloads.`;
  } catch (error) {
    return whyNot(error);
  }
}

/** Offers a slide as a picture on the page of a lesson, where there is a program to draw it. */
export function startSlidePicture(): void {
  const box = document.querySelector<HTMLElement>('[data-slide-picture]');
  const status = box?.querySelector('[role="status"]');
  const choice = box?.querySelector<HTMLElement>('.slide-picture__choice');
  const select = choice?.querySelector('select');
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  if (!box || !status || !choice || !select || !isServed) return;
  let isBusy = false;

  async function save(slug: string, slide: number): Promise<void> {
    if (isBusy || !status) return;
    isBusy = true;
    status.textContent = 'Drawing it…';
    status.textContent = await saveSlidePicture('../../', { slug, slide });
    isBusy = false;
  }

  status.textContent = 'As the class sees it, with all its steps, and without your notes.';
  choice.hidden = false;
  choice
    .querySelector('button')
    ?.addEventListener(
      'click',
      () => void save(box.dataset['slidePicture'] ?? '', Number(select.value)),
    );
}
