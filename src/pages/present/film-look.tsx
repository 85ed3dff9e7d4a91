import { Button } from '../../look/controls.view.tsx';
import { keyOf } from './keys.ts';
import type { Presenter } from './presenter.view.ts';

/** How the film is shown on the board: its speed, its captions, and what is seen in words. */
export function FilmLook({ presenter: { store, act } }: { readonly presenter: Presenter }) {
  const { speed, captions, described } = store.desk().showing;
  return (
    <div class="film-look">
      <Button press={() => act('speed')} shortcut={keyOf('speed')}>
        Speed {speed}
      </Button>
      <Button press={() => act('captions')} shortcut={keyOf('captions')} pressed={captions}>
        Captions
      </Button>
      <Button press={() => act('described')} shortcut={keyOf('described')} pressed={described}>
        Descriptions
      </Button>
    </div>
  );
}
