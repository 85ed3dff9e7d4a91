import type { Deck } from '../../outputs/board/deck.ts';
import { prepareDrawing } from '../../outputs/board/draw-later.view.ts';
import { saveDrawnSlide } from '../../outputs/plan/drawn-slide.view.ts';
import { saveSlidePicture } from '../../outputs/plan/slide-picture.view.ts';
import { slugOf } from '../../text/ids.ts';
import { idOfMine } from '../../text/my-lesson.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { nameOf } from './slide-strip.ts';

/** The choice of a slide to save as a picture: the slides of the strip, by the same numbers. */
export type SlideChoice = { draw(deck: Deck): void };

/** Offers each slide of this whole lesson as a picture, which the program draws, or, where none serves the page, this browser; null on a page without the choice. */
export function startSlidePicture(slug: string, whole: Deck): SlideChoice | null {
  const box = document.querySelector('[data-slide-picture]');
  const status = box?.querySelector('[role="status"]');
  const choice = box?.querySelector<HTMLElement>('.slide-picture__choice');
  const select = choice?.querySelector('select');
  if (!status || !choice || !select) return null;
  const name = idOfMine(slug) === null ? slug : slugOf(whole.title) || 'lesson';
  let shown = whole;
  let isBusy = false;

  async function save(): Promise<void> {
    if (isBusy || !status || !select || select.value === '') return;
    isBusy = true;
    status.textContent = 'Drawing it…';
    status.textContent = await (isServedHere() ? saveByProgram : saveHere)(
      select.value,
      select.selectedIndex + 1,
    );
    isBusy = false;
  }

  // The program counts the slides of the whole lesson, whichever version is chosen here.
  function saveByProgram(chosen: string, shownAs: number): Promise<string> {
    const slide = whole.slides.findIndex(({ id }) => id === chosen) + 1;
    return saveSlidePicture('../../', { slug, slide, shownAs });
  }

  async function saveHere(chosen: string, shownAs: number): Promise<string> {
    const slide = shown.slides.find(({ id }) => id === chosen);
    if (slide === undefined) return 'This slide is not shown today.';
    return saveDrawnSlide({ name: `${name}-${shownAs}`, slide, deck: shown });
  }

  function draw(deck: Deck): void {
    if (!select) return;
    shown = deck;
    const chosen = select.value;
    const options = deck.slides.map((slide, at) => {
      return new Option(`${at + 1} ${nameOf(slide)}`, slide.id, false, slide.id === chosen);
    });
    select.replaceChildren(...options);
  }

  status.textContent = 'As the class sees it, with all its steps, and without your notes.';
  choice.hidden = false;
  if (!isServedHere()) void prepareDrawing();
  choice.querySelector('button')?.addEventListener('click', () => void save());
  return { draw };
}
