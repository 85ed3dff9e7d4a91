import { useEffect, useRef, useState } from 'preact/hooks';
import type { Pasted } from '../../../open/pasted.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { pastedFrom } from '../files.ts';

type PasteProps = {
  readonly label: string;
  readonly hint: string;
  readonly first: Pasted;
  readonly isFocused: boolean;
  readonly take: (pasted: Pasted) => void;
};

/** Nothing was pasted yet. */
export const NOTHING_PASTED: Pasted = { html: '', text: '' };

/** A box to paste into. What a word processor or a web page puts on the clipboard is read with its headings and lists, as long as the words in the box are not changed. */
export function PasteBox({ label, hint, first, isFocused, take }: PasteProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first.text);
  const [copied, setCopied] = useState(first);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);

  function paste(event: ClipboardEvent): void {
    const pasted = pastedFrom(event.clipboardData);
    const box = field.current;
    const isWhole =
      box !== null && box.selectionStart === 0 && box.selectionEnd === box.value.length;
    // Into the middle of other words it is words as well.
    if (pasted.html === '' || !isWhole) return;
    event.preventDefault();
    setCopied(pasted);
    setText(pasted.text);
  }

  const html = same(text, copied.text) ? copied.html : '';
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        take({ html, text });
      }}
    >
      <label class="paste__label" for="paste">
        {label}
      </label>
      <p class="paste__hint" id="paste-hint">
        {hint}
      </p>
      <textarea
        id="paste"
        class="paste__box"
        ref={field}
        rows={9}
        aria-describedby="paste-hint"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={paste}
      />
      <Button variant="main">Check what the class will see</Button>
    </form>
  );
}

// A field ends its lines in one way, whatever was pasted.
function same(one: string, other: string): boolean {
  return one.replaceAll(/\r\n?/g, '\n') === other.replaceAll(/\r\n?/g, '\n');
}
