import { Button } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';

/** In place of what only the leading window may do: this one follows the board. */
export function WatchingCard() {
  return (
    <section class="card aside" aria-label={wording('The {class} today')}>
      <h2>Another window leads this lesson</h2>
      <p class="aside__words">
        This one follows it: what is on the board, and your notes. Nothing is lost if you take over.
      </p>
    </section>
  );
}

/** The bar of a window that watches. */
export function WatchingBar({ takeOver }: { readonly takeOver: () => void }) {
  return (
    <>
      <p class="bar__words">Another window leads.</p>
      <span class="bar__gap" />
      <Button onPress={takeOver} variant="main">
        Take over
      </Button>
    </>
  );
}
