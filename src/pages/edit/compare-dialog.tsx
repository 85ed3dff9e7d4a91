import { useEffect, useRef } from 'preact/hooks';
import { Button, Dialog } from '../../ui/controls.view.tsx';
import { showBoth } from './compare-texts.ts';

type CompareProps = {
  readonly mine: string;
  readonly theirs: string;
  readonly keep: (what: 'mine' | 'theirs' | 'both') => void;
  readonly close: () => void;
};

/** Both texts of a lesson that two have changed, side by side, and what to do with them. */
export function CompareDialog({ mine, theirs, keep, close }: CompareProps) {
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = host.current;
    return box === null ? undefined : showBoth(box, { mine, theirs });
  }, [mine, theirs]);

  return (
    <Dialog title="Two versions of this lesson" close={close}>
      <p>This lesson was changed somewhere else. Nothing is lost: choose what stays.</p>
      <div class="compare__names" aria-hidden="true">
        <span>Yours</span>
        <span>Theirs</span>
      </div>
      <div class="compare" ref={host} />
      <div class="dialog__row dialog__row--end">
        <Button onPress={() => keep('mine')}>Keep mine</Button>
        <Button onPress={() => keep('theirs')}>Keep theirs</Button>
        <Button variant="main" onPress={() => keep('both')}>
          Keep both as two lessons
        </Button>
      </div>
    </Dialog>
  );
}
