import { useEffect, useRef } from 'preact/hooks';
import { TELLING, type PhoneTelling } from '../../room/phone-protocol.ts';
import { Icon } from '../../ui/controls.view.tsx';

type TellingProps = {
  readonly telling: PhoneTelling;
  readonly isPaused: boolean;
  /** Why it may not be, in a sentence. */
  readonly message: string;
  readonly pause: () => void;
  readonly close: () => void;
};

/** What to say and do when someone begins to tell something, in large type. */
export function TellingPage({ telling, isPaused, message, pause, close }: TellingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <main class="tells">
      <h1 tabIndex={-1} ref={heading}>
        {TELLING}
      </h1>
      <div class="tells__board">
        <p role="status">
          {isPaused ? 'The board is paused.' : `The board is not paused. ${message}`.trim()}
        </p>
        {!isPaused && (
          <button type="button" class="button button--dark" onClick={pause}>
            <Icon name="cover" />
            Pause the board
          </button>
        )}
      </div>
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
