import { useEffect, useRef } from 'preact/hooks';
import { showBoth, type NamedText } from './compare-texts.ts';

/** Two texts of a lesson side by side, what differs marked. */
export function TwoTexts({ left, right }: { readonly left: NamedText; readonly right: NamedText }) {
  const [leftName, leftText, rightName, rightText] = [left.name, left.text, right.name, right.text];
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (host.current === null) return;
    const named = { name: leftName, text: leftText };
    return showBoth(host.current, named, { name: rightName, text: rightText });
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
