import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';

type PrivateDialogProps = {
  readonly title: string;
  /** True beside a board of its own, where no pupil sees this screen. */
  readonly isPrivate: boolean;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

/** What only the teacher may read; on a screen that pupils may see it waits until the teacher says that none can. */
export function PrivateDialog({ title, isPrivate, close, children }: PrivateDialogProps) {
  const [isAlone, setAlone] = useState(false);
  const isShown = isPrivate || isAlone;
  return (
    <Dialog title={title} close={close} isCareful>
      {isShown ? children : <p>{wording('Wait until no {pupil} can see this screen.')}</p>}
      <p class="dialog__row screen-only">
        {!isShown && (
          <Button onPress={() => setAlone(true)} variant="main">
            {wording('No {pupil} can see it')}
          </Button>
        )}
        <Button onPress={close} shortcut="Esc">
          Close
        </Button>
      </p>
    </Dialog>
  );
}
