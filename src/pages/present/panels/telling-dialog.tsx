import { term } from '../../../help/terms.ts';
import type { LessonAudience } from '../../../lesson/lesson.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './telling-dialog.css';

/** What to say and do, by who tells. */
type Telling = {
  readonly now: string;
  readonly keep: string;
  readonly alone: string;
  readonly after: string;
};

const telling: Readonly<Record<LessonAudience, Telling>> = {
  pupils: {
    now: '“Thank you. I want to hear this properly. Let’s talk straight after.”',
    keep: 'Keep the {class} busy with the slide they have. Offer the quiet place with an adult. If anyone is in danger, send the call card at once.',
    alone:
      '“You have done the right thing. It isn’t your fault. I can’t keep it secret; I will tell only people who help.”',
    after: 'Listen, and ask nothing more. Then write down their own words, and tell',
  },
  adults: {
    now: '“Thank you for saying that. I want to hear it properly. Let’s talk straight after, somewhere quiet.”',
    keep: 'Carry on with the slide for everyone else. If a child is in danger now, stop and call 999, then the safeguarding lead.',
    alone:
      '“You have done the right thing. It isn’t your child’s fault, and you are not alone with it. I can’t keep it secret; I will tell only people who help.”',
    after:
      'Listen, and ask nothing more. If it happened to them when they were young, it is theirs to tell: ask what would help. Then write down their own words, and tell',
  },
};

/** What to say and do when someone begins to tell something, for the teacher alone; the board stays as it is (UKCIS 2024; KCSIE part one). */
export function TellingDialog({
  presenter: { deck, store, change },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'change'>;
}) {
  const close = () => change({ dialog: null });
  const { now, keep, alone, after } = telling[deck.audience];
  const isPaused = coverOf(store.state()) === 'pause';
  return (
    <Dialog title="If someone tells you" close={close}>
      <ol class="telling">
        <li>
          <h3>Now, quietly</h3>
          <blockquote>{now}</blockquote>
          <p>{wording(keep)}</p>
        </li>
        <li>
          <h3>In private</h3>
          <blockquote>{alone}</blockquote>
          <p>
            {after} {term('lead', 'adults')} as soon as you can leave the{' '}
            {deck.audience === 'adults' ? 'room' : wording('{class}')}.
          </p>
        </li>
      </ol>
      <p class="advice">
        <b>Never:</b> look at, copy or delete a picture; ask who, when or why; promise to keep it
        secret; say what they should have done.
      </p>
      <p class="dialog__row">
        <Button onPress={close} variant="main" shortcut="Esc">
          Back to the lesson
        </Button>
        <Button
          onPress={() => store.send({ type: 'cover', cover: 'pause' })}
          icon={isPaused ? 'check' : 'cover'}
          variant="dark"
        >
          {isPaused ? 'Carry on' : 'Pause the board'}
        </Button>
      </p>
    </Dialog>
  );
}
