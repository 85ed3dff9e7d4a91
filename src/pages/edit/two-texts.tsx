import { useEffect, useRef } from 'preact/hooks';

/** A text that is compared, and what it is called. */
export type NamedText = { readonly name: string; readonly text: string };

/** Two texts of a lesson side by side, what differs marked. */
export function TwoTexts({ left, right }: { readonly left: NamedText; readonly right: NamedText }) {
  const [leftName, leftText, rightName, rightText] = [left.name, left.text, right.name, right.text];
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = host.current;
    let stop = () => {};
    // Needed by few, and seldom.
    void import('./compare-texts.ts').then(({ showBoth }) => {
      if (box?.isConnected === true) {
        const named = { name: leftName, text: leftText };
        stop = showBoth(box, named, { name: rightName, text: rightText });
      }
    });
    return () => stop();
  }, [leftName, leftText, rightName, rightText]);

  return (
    <>
      <div class="compare__names" aria-hidden="true">
        <span>{leftName}</span>
        <span>{rightName}</span>
      </div>
      <div class="compare" ref={host} />
    </>
  );
}
