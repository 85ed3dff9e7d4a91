import { useEffect, useRef, useState } from 'preact/hooks';
import { turnPage, type Place } from '../../outputs/board/steps.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { startBoardHere, type BoardHere } from './board-here.ts';

type PresentProps = {
  readonly deck: Deck;
  readonly from: string;
  readonly root: string;
  /** Where a class is taught this only with an approval: then every slide says that it is a preview. */
  readonly isPreview: boolean;
  /** Gets the slide that was shown last. */
  readonly close: (slide: string) => void;
};

const NEXT: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter']);
const BACK: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace']);

/** The whole lesson on this screen, from one of its slides on: keys, a clicker or a press turn it, Escape leads back to the text. */
export function PresentHere({ deck, from, root, isPreview, close }: PresentProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<BoardHere | null>(null);
  const [place, setPlace] = useState<Place>({ slide: from, step: 0 });
  // What is saved meanwhile is shown on the board that there is.
  const first = useRef(deck);
  const turn = (to: 'next' | 'back') => setPlace((now) => turnPage(deck, now, to));

  useEffect(() => {
    const shown = dialog.current;
    if (shown === null || box.current === null) return;
    shown.showModal();
    // Refused where the browser may not: then the window is enough.
    void shown.requestFullscreen?.().catch(() => undefined);
    const started = startBoardHere(first.current, { box: box.current, root, isPreview });
    setBoard(started);
    return () => {
      started.close();
      if (document.fullscreenElement !== null) void document.exitFullscreen();
      shown.close();
    };
  }, [root, isPreview]);
  useEffect(() => board?.show(deck, place.slide, place.step), [board, deck, place]);

  function onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key)) return;
    if (NEXT.has(event.key)) turn('next');
    else if (BACK.has(event.key)) turn('back');
    else return;
    event.preventDefault();
  }

  const at = deck.slides.findIndex(({ id }) => id === place.slide);
  return (
    <dialog
      class="showing"
      ref={dialog}
      aria-label="The lesson on this screen"
      onKeyDown={onKey}
      onCancel={(event) => (event.preventDefault(), close(place.slide))}
    >
      <div class="showing__board drawing" ref={box} />
      <div class="showing__bar">
        <button
          type="button"
          class="button"
          onClick={() => turn('back')}
          disabled={at <= 0 && place.step === 0}
        >
          Back
        </button>
        <button type="button" class="button button--main" autofocus onClick={() => turn('next')}>
          Next
        </button>
        <button type="button" class="button" onClick={() => close(place.slide)}>
          Back to the text
        </button>
      </div>
    </dialog>
  );
}
