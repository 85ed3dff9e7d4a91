import { ROUNDS } from '../../../poll/rounds.ts';
import { AskDialog, PastDialog } from '../panels/ask-dialog.tsx';
import type { Presenter } from '../session/presenter.view.ts';

/** Asks once more before the answers to a question go for good (R21). */
export function DiscardDialog({
  presenter,
}: {
  readonly presenter: Pick<Presenter, 'room' | 'card' | 'change'>;
}) {
  const close = () => presenter.change({ dialog: null });
  const card = presenter.card();
  if (!card?.offers.includes('discard')) {
    return (
      <PastDialog title="Discard the answers" close={close}>
        <p>There are no answers to discard here.</p>
      </PastDialog>
    );
  }
  const { id, prompt } = card.question;

  async function discard(): Promise<void> {
    await presenter.room.step({ type: 'discard', question: id });
    close();
  }

  return (
    <AskDialog
      title="Discard the answers?"
      yes="Discard answers"
      act={() => void discard()}
      close={close}
    >
      <p>
        The answers to “{prompt}” are deleted. Nobody will ever see them.{' '}
        <b>This cannot be undone.</b>
      </p>
      <p>
        You can ask the question again. A question can be asked {ROUNDS} times in a lesson, and this
        counts as one.
      </p>
    </AskDialog>
  );
}
