import type { Deck } from '../../outputs/board/deck.ts';
import { saveSlidePicture } from '../../outputs/plan/slide-picture.view.ts';
import { nameOf } from './slide-strip.ts';

/** The choice of a slide to save as a picture: the slides of the strip, by the same numbers. */
export type SlideChoice = { draw(deck: Deck): void };

/** Offers a slide of this whole lesson as a picture; null where there is no program to draw it. */
export function startSlidePicture(slug: string, whole: Deck): SlideChoice | null {
  const box = document.querySelector('[data-slide-picture]');
  const status = box?.querySelector('[role="status"]');
  const choice = box?.querySelector<HTMLElement>('.slide-picture__choice');
  const select = choice?.querySelector('select');
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  if (!status || !choice || !select || !isServed) return null;
  let isBusy = false;

  async function save(): Promise<void> {
    if (isBusy || !status || !select || select.value === '') return;
    isBusy = true;
    status.textContent = 'Drawing it…';
    // The program counts the slides of the whole lesson, whichever version is chosen here.
    const slide = whole.slides.findIndex(({ id }) => id === select.value) + 1;
    status.textContent = await saveSlidePicture('../../', {
      slug,
      slide,
      shownAs: select.selectedIndex + 1,
    });
    isBusy = false;
  }

  function draw(deck: Deck): void {
    if (!select) return;
    const chosen = select.value;
    const options = deck.slides.map((slide, at) => {
      return new Option(`${at + 1} ${nameOf(slide)}`, slide.id, false, slide.id === chosen);
    });
    select.replaceChildren(...options);
  }

  status.textContent = 'As the class sees it, with all its steps, and without your notes.';
  choice.hidden = false;
  choice.querySelector('button')?.addEventListener('click', () => void save());
  return { draw };
}
