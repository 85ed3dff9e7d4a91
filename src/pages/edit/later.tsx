import { h, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Dialog } from '../../ui/controls.view.tsx';

/** A part of the page that is loaded when it is first shown: writing begins without it. `Failed` stands in its place where its script does not come. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: ComponentType<Props> = FailedPane,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [now, setNow] = useState<'waits' | 'here' | 'failed'>(part === null ? 'waits' : 'here');
    useEffect(() => {
      if (part !== null) return;
      load().then(
        (loaded) => {
          part = loaded;
          setNow('here');
        },
        () => setNow('failed'),
      );
    }, []);
    if (now === 'failed') return h(Failed, props);
    return part === null ? null : h(part, props);
  };
}

/** The same for a dialog: one of that title says what has failed. */
export function dialogLater<Props extends { readonly close: () => void }>(
  title: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return later(load, ({ close }) => (
    <Dialog title={title} close={close}>
      <p role="alert">{DID_NOT_LOAD}</p>
      <div class="dialog__row dialog__row--end">
        <Button onPress={close}>Close</Button>
      </div>
    </Dialog>
  ));
}

const DID_NOT_LOAD =
  'This part of the page did not load. Your words are safe. Check the connection, then try again.';

function FailedPane() {
  return (
    <p class="pane__failed" role="alert">
      {DID_NOT_LOAD}
    </p>
  );
}
