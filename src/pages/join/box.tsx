import { useState } from 'preact/hooks';
import { NOTE_LENGTH } from '../../room/note-length.ts';
import type { Reply } from './api.ts';
import { Dots, Tick } from './marks.tsx';
import { Back, HelpLines } from './panels.tsx';
import './box.css';

type BoxProps = {
  /** The right to send this note; undefined when the seat has none left. */
  readonly ballot: string | undefined;
  readonly post: (ballot: string, text: string) => Promise<Reply<unknown>>;
  readonly back: () => void;
};

type Stage = 'writing' | 'sending' | 'sent' | 'away' | 'shut';

/** The question box: words stay in the field until the room has them, and are covered as soon as they are on their way (R10). */
export function Box({ ballot, post, back }: BoxProps) {
  const [stage, setStage] = useState<Stage>('writing');
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = (event.currentTarget as HTMLFormElement).querySelector('textarea')?.value ?? '';
    if (!ballot || text.trim() === '') return;
    setStage('sending');
    const reply = await post(ballot, text);
    // Where the answer to a first try was lost, a right that is used up says that the note arrived.
    const isIn = 'ok' in reply || (stage === 'away' && reply.failed === 'unknown');
    setStage(isIn ? 'sent' : reply.failed === 'away' || reply.failed === 'busy' ? 'away' : 'shut');
  }
  if (stage === 'sent') return <Cover title="Your note is sent" text="Your teacher reads it, and nobody else in the room." back={back} />;
  if (stage === 'shut' || !ballot) return <Cover title="No more notes" text="Tell your teacher, or write it on paper." back={back} />;
  return (
    <>
      {stage === 'sending' && <Cover title="Sending" text="It is covered, so nobody beside you can read it." />}
      <form class="box" hidden={stage === 'sending'} onSubmit={(event) => void send(event)} autoComplete="off">
        <h1 tabIndex={-1} data-start>
          <label htmlFor="note">Question box</label>
        </h1>
        <p class="lead" id="about">
          Write a question, or “no question”. It goes to your teacher, not to the board. If it is worrying, it is passed to people who help.
        </p>
        {stage === 'away' && <p class="advice">Not sent yet. Your words are still here: try again in a moment.</p>}
        <textarea id="note" class="note" rows={4} maxLength={NOTE_LENGTH} aria-describedby="about" autoCorrect="off" spellcheck={false} />
        <button class="button button--main" type="submit">
          Send
        </button>
        <p class="lead">It is not for urgent help. If you need someone now:</p>
        <HelpLines />
        <Back back={back} />
      </form>
    </>
  );
}

function Cover({ title, text, back }: { readonly title: string; readonly text: string; readonly back?: () => void }) {
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
