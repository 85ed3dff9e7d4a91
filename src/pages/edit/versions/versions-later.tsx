import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import type { VersionsDialog, VersionsProps } from './versions-dialog.tsx';

type Later = { readonly VersionsDialog: typeof VersionsDialog };

/** The versions, loaded when they are asked for: they are no part of what a lesson is written with. */
export function VersionsLater(props: VersionsProps) {
  const [later, setLater] = useState<Later | 'away' | null>(null);
  useEffect(() => {
    void import('./versions-dialog.tsx').then(setLater, () => setLater('away'));
  }, []);
  if (later === null) return null;
  if (later !== 'away') return h(later.VersionsDialog, props);
  return (
    <Dialog title="Versions" close={props.close}>
      <p role="alert">Connection lost. Try again once it is back.</p>
      <div class="dialog__row dialog__row--end">
        <Button onPress={props.close}>Close</Button>
      </div>
    </Dialog>
  );
}
