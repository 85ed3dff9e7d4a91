import type { BoardState, FromBoard, ToBoard } from '../../outputs/board/board-link.ts';
import { startBoard } from '../../outputs/board/board.view.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { pairOfLinks } from '../../outputs/board/links.view.ts';

/** The real board in this page. */
export type BoardHere = {
  /** Shows one slide of a deck, with so many of its steps; a preview says so on every slide. */
  show(deck: Deck, slide: string, step: number): void;
  close(): void;
};

/** Where a board is put; `root` leads to the site’s root from this page, and `isPreview` says on every slide that someone only looks. */
export type BoardPlace = {
  readonly box: HTMLElement;
  readonly root: string;
  readonly isPreview?: boolean;
};

/** Starts the board in a box of this page, over a link of the same shape as between two windows. */
export function startBoardHere(
  first: Deck,
  { box, root, isPreview = false }: BoardPlace,
): BoardHere {
  const [boardEnd, end] = pairOfLinks<FromBoard, ToBoard>();
  let shown = first;
  let state: BoardState = stateAt(first.slides[0]?.id ?? '', 0);
  end.listen((message) => {
    if (message.type === 'hello') end.send({ type: 'state', state });
  });
  const board = startBoard(box, first, { link: boardEnd, root, ownWindow: false, store: null });
  // A board is laid out for its window, and this box is shown and hidden in one that stays the same.
  const size = new ResizeObserver(() => dispatchEvent(new Event('resize')));
  size.observe(box);

  function stateAt(slide: string, step: number): BoardState {
    return {
      slide,
      step,
      cover: 'none',
      film: { order: 0, do: 'none' },
      room: null,
      preview: isPreview,
    };
  }

  return {
    show(deck, slide, step) {
      state = stateAt(slide, step);
      if (deck !== shown) board.renew(deck);
      shown = deck;
      end.send({ type: 'state', state });
    },
    close() {
      size.disconnect();
      board.close();
      end.close();
    },
  };
}
