import { term } from '../../help/terms.ts';
import { Button, Dialog } from '../../look/controls.view.tsx';
import type { Presenter } from './presenter.view.ts';
import './telling-dialog.css';

/** What to say and do when a pupil begins to tell something, for the teacher alone; the board stays as it is (UKCIS 2024; KCSIE part one). */
export function TellingDialog({ presenter: { store, change } }: { readonly presenter: Presenter }) {
  const close = () => change({ dialog: null });
  const isPaused = store.desk().cover === 'pause';
  return (
    <Dialog title="Someone is telling" close={close}>
      <ol class="telling">
        <li>
          <h3>Now, quietly</h3>
          <blockquote>“Thank you. I want to hear this properly. Let’s talk straight after.”</blockquote>
          <p>
            Keep the class busy with the slide they have. Offer the quiet place with an adult. If anyone is in danger, send the call card at once.
          </p>
        </li>
        <li>
          <h3>In private</h3>
          <blockquote>“You have done the right thing. It isn’t your fault. I can’t keep it secret; I will tell only people who help.”</blockquote>
          <p>Listen, and ask nothing more. Then write down their own words, and tell {term('lead', 'adults')} as soon as you can leave the class.</p>
        </li>
      </ol>
      <p class="advice">
        <b>Never:</b> look at, copy or delete a picture; ask who, when or why; promise to keep it secret; say what they should have done.
      </p>
      <p class="dialog__row">
        <Button press={close} look="main" shortcut="Esc">
          Back to the lesson
        </Button>
        <Button press={() => store.send({ type: 'cover', cover: 'pause' })} icon={isPaused ? 'check' : 'cover'} look="dark">
          {isPaused ? 'Carry on' : 'Pause the board'}
        </Button>
      </p>
    </Dialog>
  );
}
