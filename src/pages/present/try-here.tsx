import { Button } from '../../look/controls.view.tsx';
import { said } from '../../look/said.view.ts';
import type { Doing } from '../../school/before-teaching.ts';

type TryProps = { readonly doing: Exclude<Doing, 'teach'>; readonly start: () => void };

const words: Readonly<Record<TryProps['doing'], readonly [press: string, what: string]>> = {
  rehearse: ['Start the rehearsal', 'Your notes and what the class would see, side by side in this window. One screen is enough.'],
  preview: ['Start the preview', 'Your notes and what the class would see, side by side in this window. One screen is enough.'],
};

/** The main way to try a lesson: the desk with its notes at once, whatever screens there are. */
export function TryHere({ doing, start }: TryProps) {
  const [press, what] = words[doing];
  return (
    <div class="start__try">
      <Button press={start} look="main" icon="play">
        {press}
      </Button>
      <p>{said(what)}</p>
    </div>
  );
}
