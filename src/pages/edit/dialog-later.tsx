import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type * as dialogs from './later-dialogs.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type Dialogs = typeof dialogs;

/** Loads the dialogs that are no part of what a lesson is written with. */
export function loadDialogs(): Promise<Dialogs> {
  return import('./later-dialogs.ts');
}

type LaterProps = {
  readonly title: string;
  readonly close: () => void;
  readonly children: (dialogs: Dialogs) => ComponentChildren;
};

/** One of those dialogs, once they have come. */
export function DialogLater({ title, close, children }: LaterProps) {
  const [loaded, setLoaded] = useState<Dialogs | 'failed' | null>(null);
  useEffect(() => void loadDialogs().then(setLoaded, () => setLoaded('failed')), []);
  if (loaded === null) return null;
  if (loaded !== 'failed') return <>{children(loaded)}</>;
  return (
    <Dialog title={title} close={close}>
      <p>This part of the page did not load. Check the connection, then try again.</p>
      <Button onPress={close}>Close</Button>
    </Dialog>
  );
}
