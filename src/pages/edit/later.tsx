import { h, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is loaded when it is first shown: writing begins without it. Where its script does not come, it says so. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
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
    if (now === 'failed') return <Failed />;
    return part === null ? null : h(part, props);
  };
}

function Failed() {
  return (
    <p class="pane__failed" role="alert">
      This could not be loaded: the connection is lost, or Wholeclass was closed. Your words are
      safe. Load the page again.
    </p>
  );
}
