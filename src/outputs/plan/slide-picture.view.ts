import { offerFile } from '../../ui/offer-file.view.ts';
import { fetchFile, whyNot } from './fetch-file.view.ts';

const OUT_OF_REACH =
  'The picture could not be fetched. Check that Wholeclass is still running, then try again.';

/** A slide by its number from 1 in the whole lesson, and by the number that its file has: the one that the page shows. */
type SlideToSave = {
  readonly slug: string;
  readonly slide: number;
  readonly shownAs?: number;
};

/** Saves the picture of a lesson's slide, which the program draws; resolves to what to tell the teacher. */
export async function saveSlidePicture(
  root: string,
  { slug, slide, shownAs = slide }: SlideToSave,
): Promise<string> {
  const name = `${slug}-${shownAs}.png`;
  try {
    const address = `${root}slide-picture/${slug}-${slide}.png`;
    const parts = await fetchFile(address, { outOfReach: OUT_OF_REACH });
    offerFile(name, new Blob([...parts], { type: 'image/png' }));
    return `${name} is in your downloads.`;
  } catch (error) {
    return whyNot(error);
  }
}
