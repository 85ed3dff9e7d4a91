import type { ComponentChildren } from 'preact';
import { Button, Dialog } from '../../look/controls.view.tsx';

type AskDialogProps = {
  readonly title: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly act: () => void;
  readonly close: () => void;
  /** True where it cannot be undone: then no button has the focus. */
  readonly isCareful?: boolean;
  readonly children: ComponentChildren;
};

/** Asks before something is done. */
export function AskDialog({ title, yes, act, close, isCareful = false, children }: AskDialogProps) {
  return (
    <Dialog title={title} close={close} isCareful={isCareful}>
      {children}
      <p class="dialog__row">
        <Button press={act} look="main">
          {yes}
        </Button>
        <Button press={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

/** Says that there is nothing left to ask: while a dialog is open the lesson may go on. */
export function PastDialog({ title, close, children }: Pick<AskDialogProps, 'title' | 'close' | 'children'>) {
  return (
    <Dialog title={title} close={close}>
      {children}
      <p class="dialog__row">
        <Button press={close} look="main" shortcut="Esc">
          Close
        </Button>
      </p>
    </Dialog>
  );
}
