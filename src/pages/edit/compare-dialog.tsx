import { useEffect, useRef } from 'preact/hooks';
import { Button, Dialog } from '../../ui/controls.view.tsx';

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
    let stop = () => {};
    // Needed by few, and seldom.
    void import('./compare-texts.ts').then(({ showBoth }) => {
      if (box?.isConnected === true) stop = showBoth(box, { mine, theirs });
    });
    return () => stop();
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
