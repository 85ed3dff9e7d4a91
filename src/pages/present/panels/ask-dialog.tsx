import type { ComponentChildren } from 'preact';
import { Button, Dialog } from '../../../ui/controls.view.tsx';

type AskDialogProps = {
  readonly title: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly act: () => void;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

/** Asks before something is done; a key that is pressed too soon, Next among them, does nothing. */
export function AskDialog({ title, yes, act, close, children }: AskDialogProps) {
  return (
    <Dialog title={title} close={close} isCareful>
      {children}
      <p class="dialog__row">
        <Button onPress={act} variant="main">
          {yes}
        </Button>
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

/** Says that there is nothing left to ask: while a dialog is open the lesson may go on. */
export function PastDialog({
  title,
  close,
  children,
}: Pick<AskDialogProps, 'title' | 'close' | 'children'>) {
  return (
    <Dialog title={title} close={close}>
      {children}
      <p class="dialog__row">
        <Button onPress={close} variant="main" shortcut="Esc">
          Close
        </Button>
      </p>
    </Dialog>
  );
}
