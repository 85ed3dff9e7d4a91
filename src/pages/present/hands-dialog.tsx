import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Dialog, Stepper } from '../../look/controls.view.tsx';
import type { AskedQuestion } from '../../room/protocol.ts';
import type { Counts } from '../../poll/tally.ts';
import type { Presenter } from './presenter.view.ts';

const MOST_HANDS = 200;
type HandsProps = { readonly presenter: Presenter };

/** Counts hands, one answer at a time; a count can be replaced until the question is closed. */
export function HandsDialog({ presenter }: HandsProps) {
  const { view } = presenter.store.desk();
  const question = view?.poll?.state === 'asking' ? view.poll.question : null;
  const close = () => presenter.change({ dialog: null });
  return (
    <Dialog title="Count hands" close={close}>
      {question ? <Counting presenter={presenter} question={question} counted={view?.hands ?? {}} /> : <p>The question is not open any more.</p>}
      <p class="dialog__row dialog__row--end">
        <Button press={close} look="quiet" shortcut="Esc">
          Leave without saving
        </Button>
      </p>
    </Dialog>
  );
}

function Counting({ presenter, question, counted }: HandsProps & { readonly question: AskedQuestion; readonly counted: Counts }) {
  const [counts, setCounts] = useState<Counts>(() => Object.fromEntries(question.options.map(({ id }) => [id, counted[id] ?? 0])));
  const [at, setAt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), [at]);
  const option = question.options[at];
  const isLast = at === question.options.length - 1;
  if (!option) return null;
  const count = counts[option.id] ?? 0;
  const set = (value: number) => setCounts({ ...counts, [option.id]: value });

  function goOn(event: Event): void {
    event.preventDefault();
    if (isLast) void save(presenter, question.id, counts);
    else setAt(at + 1);
  }

  return (
    <form class="hands" ref={form} onSubmit={goOn}>
      <p class="hands__place">
        Answer {at + 1} of {question.options.length}. Ask for eyes down first.
      </p>
      <p class="hands__say">
        “Hands up if you think {option.label}: {option.text}”
      </p>
      <Stepper key={option.id} id={`hands-${option.id}`} label={`Hands for ${option.label}`} value={count} most={MOST_HANDS} change={set} />
      <Totals presenter={presenter} counts={counts} />
      <p class="dialog__row">
        <Button press={() => setAt(at - 1)} icon="back" disabled={at === 0}>
          Answer before
        </Button>
        <Button look="main" shortcut="Enter">
          {isLast ? 'Save the count' : 'Next answer'}
        </Button>
      </p>
    </form>
  );
}

// Where pupils see this screen, nothing of the answers counted before stays on it.
function Totals({ presenter, counts }: HandsProps & { readonly counts: Counts }) {
  const { screens, view } = presenter.store.desk();
  if (screens !== 'two' || !view) return null;
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const over = sum > view.pupils ? ' That is more hands than pupils: count again if you like.' : '';
  return (
    <p class="hands__sum">
      {sum} of {view.pupils} pupils so far.{over}
    </p>
  );
}

async function save(presenter: Presenter, question: string, counts: Counts): Promise<void> {
  const isSaved = await presenter.room.step({ type: 'hands', question, counts });
  if (isSaved) presenter.change({ dialog: null });
}
