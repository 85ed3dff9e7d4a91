import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ShownSlide } from '../../edit/last-good.ts';
import { slidesIn } from '../../edit/outline.ts';
import type { Reading } from '../../edit/reading.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';
import { startBoardHere, type BoardHere } from './board-here.ts';

type BoardPaneProps = {
  readonly reading: Reading;
  readonly shown: ShownSlide | null;
  readonly root: string;
  /** Makes HTML of a lesson for this page. */
  readonly inPage: (markup: string) => string;
  readonly goTo: (line: number, then: 'focus' | 'stay') => void;
  readonly present: () => void;
  /** What a picture of the slide is made larger and smaller by. */
  readonly handle: ComponentChildren;
};

/** The slide of the cursor as the class sees it, the ways to the others, and the teacher's notes on it. */
export function BoardPane({ reading, shown, root, inPage, goTo, present, handle }: BoardPaneProps) {
  const slides = slidesIn(reading.outline);
  const at = slides.findIndex(({ id }) => id === shown?.slide.id);
  const turn = (by: number) => {
    const to = slides[at + by];
    if (to !== undefined) goTo(to.line, 'stay');
  };
  if (shown === null) {
    return (
      <div class="pane pane--empty">
        <p>There is no slide yet. Write a heading, such as “# Why ice floats”.</p>
      </div>
    );
  }
  return (
    <div class="pane">
      <SlideHere
        reading={reading}
        shown={shown}
        root={root}
        inPage={inPage}
        handle={handle}
        press={() => goTo(slides[at]?.line ?? 1, 'focus')}
      />
      {shown.isLastGood && (
        <p class="pane__held" role="status">
          Showing the last version that worked
        </p>
      )}
      <div class="pane__row">
        <button
          type="button"
          class="button pane__turn"
          aria-label="Previous slide"
          disabled={at <= 0}
          onClick={() => turn(-1)}
        >
          <Icon name="back" />
        </button>
        <p class="pane__where">
          Slide {at + 1} of {slides.length}
        </p>
        <button
          type="button"
          class="button pane__turn"
          aria-label="Next slide"
          disabled={at >= slides.length - 1}
          onClick={() => turn(1)}
        >
          <Icon name="next" />
        </button>
        <span class="pane__gap" />
        <Button icon="play" onPress={present}>
          Preview from here
        </Button>
      </div>
      <section class="pane__notes" aria-label="Your notes for this slide">
        <h2>Your notes for this slide</h2>
        <NotesHere markup={inPage(reading.notes[shown.slide.id] ?? '')} />
      </section>
    </div>
  );
}

type SlideHereProps = Pick<BoardPaneProps, 'reading' | 'root' | 'inPage' | 'handle'> & {
  readonly shown: ShownSlide;
  readonly press: () => void;
};

// A deck of one slide: what is not in sight costs nothing while someone types.
function SlideHere({ reading, shown: { slide }, root, inPage, press, handle }: SlideHereProps) {
  const box = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<BoardHere | null>(null);
  const markup = useMemo(() => inPage(slide.html), [inPage, slide.html]);
  const deck = useMemo(
    () => ({ ...reading.deck, slides: [{ ...slide, html: markup }] }),
    [reading.deck, slide, markup],
  );
  const [first] = useState(deck);
  // An effect that comes after the next frame would show each key one later.
  useLayoutEffect(() => {
    if (box.current === null) return;
    const started = startBoardHere(first, { box: box.current, root });
    setBoard(started);
    return () => started.close();
  }, [first, root]);
  useLayoutEffect(() => board?.show(deck, slide.id, slide.steps), [board, deck, slide]);
  // A second way to what “Previous” and “Next” do by keyboard.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div class="pane__frame" onClick={press}>
      <div class="pane__board drawing" ref={box} inert />
      {handle}
    </div>
  );
}

function NotesHere({ markup }: { readonly markup: string }) {
  return markup === '' ? (
    <p class="pane__none">None. Write “Notes:” below what the class sees.</p>
  ) : (
    <div class="pane__words" dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
