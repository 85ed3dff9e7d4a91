import { term } from '../../../help/terms.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import { TELLING } from '../../../room/phone-protocol.ts';
import { NEVER, tellingWords } from './telling-words.ts';
import './telling-dialog.css';

/** What to say and do when someone begins to tell something, for the teacher alone; the board stays as it is (UKCIS 2024; KCSIE part one). */
export function TellingDialog({
  presenter: { deck, store, change },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'change'>;
}) {
  const close = () => change({ isTelling: false });
  const { now, keep, alone, after } = tellingWords[deck.audience];
  const isPaused = coverOf(store.state()) === 'pause';
  return (
    <Dialog title={TELLING} close={close}>
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
        <b>Never:</b> {NEVER}
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
