import { useState } from 'preact/hooks';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type NameProps = {
  /** What it is called so far; empty for nothing. */
  readonly title: string;
  /** Whether it is about nothing yet. */
  readonly asksSubject: boolean;
  /** Gets its subject too; empty where none was named. */
  readonly begin: (title: string, subject: string) => void;
  readonly close: () => void;
};

/** Asks what a new lesson is called: its file and its address get a name from that. */
export function NameDialog({ title: first, asksSubject, begin, close }: NameProps) {
  const [title, setTitle] = useState(first);
  const [subject, setSubject] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = title.trim() === '';

  function submit(event: Event): void {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) begin(title.trim(), subject.trim());
  }

  return (
    <Dialog title="New lesson" close={close}>
      <form class="ask" onSubmit={submit}>
        <label class="ask__field">
          <span>What is it called?</span>
          <input
            autofocus
            type="text"
            maxLength={100}
            value={title}
            spellcheck
            aria-describedby="name-problem"
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        {asksSubject && (
          <label class="ask__field">
            <span>Subject, as your class sees it (you can leave it out)</span>
            <input
              type="text"
              maxLength={40}
              value={subject}
              spellcheck
              onInput={(event) => setSubject(event.currentTarget.value)}
            />
          </label>
        )}
        <p id="name-problem" class="begin__problem" role="alert">
          {isAsked && isMissing ? 'Give it a name. You can change the title later.' : ''}
        </p>
        <div class="dialog__row dialog__row--end">
          <Button onPress={close}>Cancel</Button>
          <Button variant="main">Begin</Button>
        </div>
      </form>
    </Dialog>
  );
}
