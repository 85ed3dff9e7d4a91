import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type * as parts from './later-parts.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type Parts = typeof parts;

/** Loads what is no part of what a lesson is written with. */
export function loadLater(): Promise<Parts> {
  return import('./later-parts.ts');
}

type LaterProps = {
  readonly title: string;
  readonly close: () => void;
  readonly children: (parts: Parts) => ComponentChildren;
};

/** One of those dialogs, once they have come. */
export function DialogLater({ title, close, children }: LaterProps) {
  const [loaded, setLoaded] = useState<Parts | 'failed' | null>(null);
  useEffect(() => void loadLater().then(setLoaded, () => setLoaded('failed')), []);
  if (loaded === null) return null;
  if (loaded !== 'failed') return <>{children(loaded)}</>;
  return (
    <Dialog title={title} close={close}>
      <p>This part of the page did not load. Check the connection, then try again.</p>
      <Button onPress={close}>Close</Button>
    </Dialog>
  );
}
