import { useState } from 'preact/hooks';
import type { DeckSlide } from '../../../outputs/board/deck.ts';
import { withoutBlocks } from '../../../outputs/board/steps.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { findSlides, type FoundSlide } from '../session/find-slides.ts';
import { placeOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';
import './find-dialog.css';

/** Finds a slide by its number or its words, and goes there. */
export function FindDialog({
  presenter: { deck, store, jump, change },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'jump' | 'change'>;
}) {
  const [typed, type] = useState('');
  const { slide, skipped } = store.state();
  const close = () => change({ dialog: null });
  const all = withoutBlocks(deck, slide, skipped).slides.map((one): FoundSlide => ({
    id: one.id,
    n: placeOf(deck, one.id).n,
    heading: one.heading,
    words: wordsOn(one),
  }));
  const found = findSlides(all, typed);

  function go(to: string | undefined): void {
    if (to === undefined) return;
    close();
    jump(to);
  }

  return (
    <Dialog title="Find a slide" close={close}>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault();
          go(found[0]?.id);
        }}
      >
        <label>
          A number, or words on it
          <input
            type="text"
            autocomplete="off"
            autofocus
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
      </form>
      <ul class="find__list">
        {found.map(({ id, n, heading }) => (
          <li key={id}>
            <Button onPress={() => go(id)}>
              {n > 0 && `${n} · `}
              {heading}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">
        {typed.trim() !== '' && found.length === 0 && 'No slide found. Try another word.'}
      </p>
      <p class="dialog__row">
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

function wordsOn({ html }: DeckSlide): string {
  const inside = document.createElement('template');
  inside.innerHTML = html;
  return inside.content.textContent ?? '';
}
