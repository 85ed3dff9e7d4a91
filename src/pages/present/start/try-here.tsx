import { Button } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import type { Doing } from '../../../school/before-teaching.ts';

type TryProps = { readonly doing: Exclude<Doing, 'teach'>; readonly start: () => void };

const labels: Readonly<Record<TryProps['doing'], string>> = {
  rehearse: 'Start the rehearsal',
  preview: 'Start the preview',
};

/** The main way to try a lesson: the desk with its notes at once, whatever screens there are. */
export function TryHere({ doing, start }: TryProps) {
  return (
    <div class="start__try">
      <Button onPress={start} variant="main" icon="play">
        {labels[doing]}
      </Button>
      <p>
        {wording(
          'Your notes and what the {class} would see, side by side in this window. One screen is enough.',
        )}
      </p>
    </div>
  );
}
