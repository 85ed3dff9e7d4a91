import { useEffect, useRef } from 'preact/hooks';
import type { PhoneTelling } from '../../room/phone-protocol.ts';

type TellingProps = {
  readonly telling: PhoneTelling;
  readonly isPaused: boolean;
  readonly close: () => void;
};

/** What to say and do when someone begins to tell something, in large type. */
export function TellingPage({ telling, isPaused, close }: TellingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);
  return (
    <main class="tells">
      <h1 tabIndex={-1} ref={heading}>
        If someone tells you
      </h1>
      <p role="status">{isPaused ? 'The board is paused.' : 'The board is not paused.'}</p>
      <h2>Now, quietly</h2>
      <blockquote>{telling.now}</blockquote>
      <p>{telling.keep}</p>
      <h2>In private</h2>
      <blockquote>{telling.alone}</blockquote>
      <p>{telling.after}</p>
      <p class="advice">
        <b>Never:</b> {telling.never}
      </p>
      <button type="button" class="button button--main button--big" onClick={close}>
        Back to the lesson
      </button>
    </main>
  );
}
