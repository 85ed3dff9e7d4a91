import type { PupilView } from '../../room/protocol.ts';
import type { TargetedSubmitEvent } from 'preact';
import { NOTE_LENGTH } from '../../room/note-length.ts';
import { Dots, Tick } from './marks.tsx';
import { Back, HelpLines } from './panels.tsx';
import { wording } from './wording.ts';
import './box.css';

type BoxProps = {
  /** The right to send this note; undefined when the seat has none left. */
  readonly ballot: string | undefined;
  readonly stage: Stage;
  readonly post: (ballot: string, text: string) => void;
  readonly back: () => void;
  readonly help: PupilView['help'];
};

/** What becomes of a note: it is written, on its way, with the teacher, not sent yet, or not taken. */
export type Stage = 'writing' | 'sending' | 'sent' | 'away' | 'closed';

/** The question box: words stay in the field until the room has them, and are covered as soon as they are on their way (R10). */
export function Box({ ballot, stage, post, back, help }: BoxProps) {
  function send(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = event.currentTarget.querySelector('textarea')?.value ?? '';
    if (ballot && text.trim() !== '') post(ballot, text);
  }
  if (stage === 'sent') {
    return (
      <Cover
        title="Your note is sent"
        text={wording('Your {teacher} reads it, and nobody else in the room.')}
        back={back}
      />
    );
  }
  const isShut = stage === 'closed' || (stage === 'writing' && !ballot);
  if (isShut) {
    return (
      <Cover
        title="No more notes"
        text={wording('Tell your {teacher}, or write it on paper.')}
        back={back}
      />
    );
  }
  return (
    <>
      {stage === 'sending' && (
        <Cover title="Sending" text="It is covered, so nobody beside you can read it." />
      )}
      <form class="box" hidden={stage === 'sending'} onSubmit={send} autoComplete="off">
        <h1 tabIndex={-1} data-start>
          <label htmlFor="note">Question box</label>
        </h1>
        <p class="lead" id="about">
          {wording(
            'Write a question, or “no question”. It goes to your {teacher}, not to the board. If it is worrying, it is passed to people who help.',
          )}
        </p>
        {stage === 'away' && (
          <p class="advice">Not sent yet. Your words are still here: try again in a moment.</p>
        )}
        <textarea
          id="note"
          class="note"
          rows={4}
          maxLength={NOTE_LENGTH}
          aria-describedby="about"
          autoCorrect="off"
          spellcheck={false}
        />
        <button class="button button--main" type="submit">
          Send
        </button>
        <p class="lead">It is not for urgent help. If you need someone now:</p>
        <HelpLines help={help} />
        <Back back={back} />
      </form>
    </>
  );
}

function Cover({
  title,
  text,
  back,
}: {
  readonly title: string;
  readonly text: string;
  readonly back?: () => void;
}) {
  return (
    <section class="cover">
      {back ? <Tick /> : <Dots />}
      <h1 tabIndex={-1} ref={focusOn}>
        {title}
      </h1>
      <p>{text}</p>
      {back && <Back back={back} />}
    </section>
  );
}

function focusOn(title: HTMLElement | null): void {
  title?.focus();
}
