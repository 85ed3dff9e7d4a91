import { useState } from 'preact/hooks';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type SubjectProps = {
  /** Gets the name of the subject. */
  readonly choose: (subject: string) => void;
  readonly close: () => void;
};

type About = 'safeguarding' | 'another';

/** Asks which subject the copy of the starter plan is for: nothing is chosen beforehand, so that no one leaves out the approval without having said so. */
export function SubjectDialog({ choose, close }: SubjectProps) {
  const [about, setAbout] = useState<About | null>(null);
  const [subject, setSubject] = useState('');
  const [isAsked, setAsked] = useState(false);
  const named = about === 'safeguarding' ? about : subject.trim();
  const problem = problemOf(about, named);

  function submit(event: Event): void {
    event.preventDefault();
    setAsked(true);
    if (problem === '') choose(named);
  }

  return (
    <Dialog title="What is your lesson about?" close={close}>
      <form class="ask" onSubmit={submit}>
        <fieldset class="ask__answers">
          <legend class="unseen">What is your lesson about?</legend>
          <label class="ask__tick">
            <input type="radio" name="about" onChange={() => setAbout('another')} />
            <span>Another subject, such as geography</span>
          </label>
          {about === 'another' && (
            <label class="ask__field ask__field--under">
              <span>Subject, as your class sees it</span>
              <input
                autofocus
                type="text"
                maxLength={40}
                value={subject}
                aria-invalid={isAsked && problem !== ''}
                aria-describedby="subject-problem"
                placeholder="Geography"
                spellcheck
                onInput={(event) => setSubject(event.currentTarget.value)}
              />
            </label>
          )}
          <label class="ask__tick">
            <input type="radio" name="about" onChange={() => setAbout('safeguarding')} />
            <span>
              <b>Safeguarding</b>, such as pressure, nudes or keeping safe online. It keeps the
              checks, the help slide, and your safeguarding lead’s approval.
            </span>
          </label>
        </fieldset>
        <p id="subject-problem" class="begin__problem" role="alert">
          {isAsked ? problem : ''}
        </p>
        <div class="dialog__row dialog__row--end">
          <Button onPress={close}>Cancel</Button>
          <Button variant="main">Make the copy</Button>
        </div>
      </form>
    </Dialog>
  );
}

// Its words may still be of safeguarding: where a subject is named, its author is asked about them.
function problemOf(about: About | null, named: string): string {
  if (about === null) return 'Choose one of the two.';
  return named === '' ? 'Name your subject. You can change it later.' : '';
}
