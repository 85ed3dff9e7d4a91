import { Button, Dialog } from '../../ui/controls.view.tsx';
import { TwoTexts } from './two-texts.tsx';

type CompareProps = {
  readonly mine: string;
  readonly theirs: string;
  readonly keep: (what: 'mine' | 'theirs' | 'both') => void;
  readonly close: () => void;
};

/** Both texts of a lesson that two have changed, side by side, and what to do with them. */
export function CompareDialog({ mine, theirs, keep, close }: CompareProps) {
  return (
    <Dialog title="Two versions of this lesson" close={close}>
      <p>This lesson was changed somewhere else. Nothing is lost: choose what stays.</p>
      <TwoTexts
        left={{ name: 'Your text', text: mine }}
        right={{ name: 'Their text', text: theirs }}
      />
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
