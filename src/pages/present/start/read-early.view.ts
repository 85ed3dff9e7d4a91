import { CHANGED, EARLY, PRESSED, pressesOf } from './early-marks.ts';

/** What was done before the page’s script was here, to be done again by it: read before it draws, called as soon as it has drawn with the same elements. */
export function readEarly(root: HTMLElement): () => Promise<void> {
  root.removeAttribute(EARLY);
  const focused = document.activeElement;
  const steps = [...root.querySelectorAll<HTMLElement>(`[${CHANGED}], [${PRESSED}]`)].map(
    (element) => (element instanceof HTMLInputElement ? changeOf(element) : pressOf(element)),
  );
  return async () => {
    // An element that is put in its place loses the focus, even where it was.
    if (focused instanceof HTMLElement && root.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
    for (const step of steps.flat()) {
      step();
      // Each goes by what came of the one before.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}

function changeOf(input: HTMLInputElement): readonly (() => void)[] {
  const { value, checked } = input;
  const isChosen = input.type === 'radio' || input.type === 'checkbox';
  // Of a group of radio buttons the one that is on says it all.
  if (input.type === 'radio' && !checked) return [];
  return [
    () => {
      if (isChosen && input.checked !== checked) input.click();
      if (isChosen) return;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  ];
}

function pressOf(button: HTMLElement): readonly (() => void)[] {
  return Array.from({ length: pressesOf(button) }, () => () => button.click());
}
