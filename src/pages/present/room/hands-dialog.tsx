import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Dialog, Stepper } from '../../../ui/controls.view.tsx';
import { mayCountHands, type SharedAsked } from '../../../poll/question.ts';
import type { Counts } from '../../../poll/tally.ts';
import { countedBefore, handsOver, handsSoFar, handsSteps, saveHands } from './hands-steps.ts';
import { screensOf, viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { MAX_PUPILS } from '../../../room/max-pupils.ts';
import { wording } from '../../../ui/wording.view.ts';

type HandsProps = {
  readonly presenter: Pick<Presenter, 'store' | 'room' | 'ui' | 'act' | 'change'>;
};

/** Counts hands, one answer at a time; a count can be replaced until the question is closed. */
export function HandsDialog({ presenter }: HandsProps) {
  const close = () => presenter.change({ dialog: null });
  return (
    <Dialog title="Count hands" close={close}>
      <Hands presenter={presenter} />
      <p class="dialog__row dialog__row--end">
        <Button onPress={close} variant="quiet" shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

/** The same below the board in this window, so that the class still sees the answers that hands go up for. */
export function HandsBar({ presenter }: HandsProps) {
  const { change } = presenter;
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && change({ dialog: null });
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [change]);
  return (
    <div class="hands-bar" role="group" aria-label="Count hands">
      <Hands presenter={presenter} />
      <Button onPress={() => change({ dialog: null })} variant="quiet" shortcut="Esc">
        Cancel
      </Button>
    </div>
  );
}

function Hands({ presenter }: HandsProps) {
  const view = viewOf(presenter.store.state());
  const question =
    view?.poll?.state === 'asking' && mayCountHands(view.poll.question) ? view.poll.question : null;
  return question ? (
    <Counting presenter={presenter} question={question} />
  ) : (
    <p>The question is not open any more.</p>
  );
}

function Counting({ presenter, question }: HandsProps & { readonly question: SharedAsked }) {
  const view = viewOf(presenter.store.state());
  const steps = handsSteps(question);
  const [counts, setCounts] = useState<Counts>(() =>
    countedBefore(view ?? { hands: null, handsOf: 0 }),
  );
  const [at, setAt] = useState(0);
  const [isAsking, ask] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), [at]);
  const step = steps[at];
  if (!step) return null;
  const isLast = at === steps.length - 1;
  const set = (value: number) => setCounts({ ...counts, [step.id]: value });

  function goOn(event: Event): void {
    event.preventDefault();
    if (!isLast) setAt(at + 1);
    else if (view && handsOver(question, counts, view.pupils) > 0) ask(true);
    else void save({ presenter, question, counts });
  }

  function countAgain(): void {
    ask(false);
    setAt(0);
  }

  if (isAsking) {
    return <Over presenter={presenter} question={question} counts={counts} again={countAgain} />;
  }

  return (
    <form class="hands" ref={form} onSubmit={goOn}>
      <p class="hands__place">{step.place}</p>
      <p class="hands__say">{step.say}</p>
      <Stepper
        key={step.id}
        id={`hands-${step.id}`}
        label={step.label}
        value={counts[step.id] ?? 0}
        max={MAX_PUPILS}
        isFirst
        change={set}
      />
      <Totals presenter={presenter} question={question} counts={counts} />
      <p class="dialog__row">
        <Button onPress={() => setAt(at - 1)} icon="back" disabled={at === 0}>
          Previous
        </Button>
        <Button variant="main" shortcut="Enter">
          {isLast ? 'Save the count' : 'Next answer'}
        </Button>
      </p>
    </form>
  );
}

type CountedProps = HandsProps & { readonly question: SharedAsked; readonly counts: Counts };

// More hands than pupils is a slip more often than not; the teacher may know better.
function Over({ again, ...counted }: CountedProps & { readonly again: () => void }) {
  const screens = screensOf(counted.presenter.store.state());
  const view = viewOf(counted.presenter.store.state());
  const row = useRef<HTMLParagraphElement>(null);
  useEffect(() => row.current?.querySelector('button')?.focus(), []);
  const pupils = view?.pupils ?? 0;
  const over = handsOver(counted.question, counted.counts, pupils);
  return (
    <div class="hands">
      <p class="hands__say" role="alert">
        {wording(
          `That is ${screens === 'two' ? `${over} more` : 'more'} than your ${pupils} {pupils}. Save it all the same?`,
        )}
      </p>
      <p class="dialog__row" ref={row}>
        <Button onPress={again} variant="main">
          Count again
        </Button>
        <Button onPress={() => void save(counted)}>Save it all the same</Button>
      </p>
    </div>
  );
}

// Where pupils see this screen, nothing of the answers counted before stays on it.
function Totals({ presenter, question, counts }: CountedProps) {
  const screens = screensOf(presenter.store.state());
  const view = viewOf(presenter.store.state());
  return screens === 'two' && view ? (
    <p class="hands__sum">{wording(handsSoFar(question, counts, view.pupils))}</p>
  ) : null;
}

async function save({ presenter, question, counts }: CountedProps): Promise<void> {
  if (await presenter.room.step(saveHands(question, counts))) presenter.change({ dialog: null });
}
