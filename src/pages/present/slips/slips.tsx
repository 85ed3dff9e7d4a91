import { useCallback, useEffect, useState } from 'preact/hooks';
import { withNames } from '../../../lesson/names.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { Question } from '../../../poll/question.ts';
import { countSlips, slipItems, type Pile, type SlipItem } from '../../../room/slips.ts';
import { AnswersTable } from '../panels/after-card.tsx';
import { afterTables, type AfterTable } from '../panels/after-lesson.ts';
import { readQuestions } from '../session/lesson-files.view.ts';
import { screensOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import {
  isStarted,
  openCount,
  pilesOf,
  type SlipCount,
  type SlipKey,
  slipTitle,
  typeSlip,
} from './slip-count.ts';
import { TypeSlips } from './type-slips.tsx';
import { wording } from '../../../ui/wording.view.ts';
import './slips.css';

type SlipsProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'change'> };

/** How far the counting is; all of it is gone when the screen closes. */
type Stage =
  | { readonly is: 'covered' }
  | { readonly is: 'choosing' }
  | { readonly is: 'typing'; readonly count: SlipCount }
  | { readonly is: 'counted'; readonly tables: readonly AfterTable[] };

/** Counts paper slips after the lesson, fast and by keyboard, in a room of their own in this page (R14). */
export function Slips({ presenter }: SlipsProps) {
  const { deck, store, change } = presenter;
  // From the start, too, where no one has said yet what the class sees.
  const [stage, setStage] = useState<Stage>({
    is: screensOf(store.state()) === 'two' ? 'choosing' : 'covered',
  });
  const [piles, setPiles] = useState<readonly Pile[]>([]);
  const [isAsking, setAsking] = useState(false);
  const close = () => change({ dialog: null });
  const isCounting = stage.is === 'typing' && isStarted(stage.count);
  useHeldPage(isCounting || piles.length > 0);
  const type = useCallback((key: SlipKey) => {
    setAsking(false);
    setStage((now) =>
      now.is === 'typing' ? { is: 'typing', count: typeSlip(now.count, key) } : now,
    );
  }, []);
  const questions = useQuestions(presenter);
  const left = slipItems(questions).filter(
    ({ question: { id }, round }) =>
      !piles.some((pile) => pile.question === id && pile.round === round),
  );

  // All piles together, so that a later one is disclosed with regard to the one before (D5).
  function addPile(count: SlipCount): void {
    const all = [...piles, ...pilesOf(count)];
    setPiles(all);
    showResults(all);
  }

  function begin(items: readonly SlipItem[]): void {
    setAsking(false);
    setStage({ is: 'typing', count: openCount(items) });
  }

  function showResults(all: readonly Pile[]): void {
    setAsking(false);
    setStage({ is: 'counted', tables: afterTables(countSlips(questions, all)) });
  }

  return (
    <main class="slips">
      <p class="start__lesson">{deck.boardTitle}</p>
      {stage.is === 'covered' && <Covered show={() => setStage({ is: 'choosing' })} />}
      {stage.is === 'choosing' && <Choose all={left} begin={begin} />}
      {stage.is === 'typing' && (
        <TypeSlips count={stage.count} type={type} done={() => addPile(stage.count)} />
      )}
      {stage.is === 'counted' && (
        <SlipResults
          tables={stage.tables}
          more={left.length > 0 ? () => setStage({ is: 'choosing' }) : null}
        />
      )}
      <p class="slips__foot screen-only">
        {stage.is === 'choosing' && piles.length > 0 && (
          <Button onPress={() => showResults(piles)}>Back to the results</Button>
        )}
        {stage.is === 'counted' && <Button onPress={close}>Done: delete slip counts</Button>}
        {stage.is !== 'counted' && (isCounting || piles.length > 0) && (
          <DeleteCounts isAsking={isAsking} ask={setAsking} close={close} />
        )}
        {stage.is !== 'counted' && !isCounting && piles.length === 0 && (
          <Button onPress={close}>Cancel</Button>
        )}
      </p>
    </main>
  );
}

type DeleteProps = {
  readonly isAsking: boolean;
  readonly ask: (isAsking: boolean) => void;
  readonly close: () => void;
};

// One button, whatever it says: pressed twice, it goes on counting.
function DeleteCounts({ isAsking, ask, close }: DeleteProps) {
  return (
    <>
      <span role="status" class="slips__ask">
        {isAsking && 'Delete everything you counted? You would have to start again.'}
      </span>
      <Button key="delete" onPress={() => ask(!isAsking)}>
        {isAsking ? 'Go on counting' : 'Delete slip counts'}
      </Button>
      {isAsking && <Button onPress={close}>Yes, delete slip counts</Button>}
    </>
  );
}

// What was counted is in this page alone: a browser asks before it reloads or closes it.
function useHeldPage(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [isHeld]);
}

function useQuestions({
  deck: { names },
  change,
}: Pick<Presenter, 'deck' | 'change'>): readonly Question[] {
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  useEffect(() => {
    readQuestions().then(
      (read) => setQuestions(withNames(read, names)),
      () =>
        change({ dialog: null, problem: 'The lesson’s questions could not be read. Try again.' }),
    );
  }, [names, change]);
  return questions;
}

function Covered({ show }: { readonly show: () => void }) {
  return (
    <>
      <h1>Count paper slips</h1>
      <p>{wording('Wait until no {pupil} can see this screen.')}</p>
      <p>
        <Button onPress={show} variant="main">
          {wording('No {pupil} can see it')}
        </Button>
      </p>
    </>
  );
}

type ChooseProps = {
  readonly all: readonly SlipItem[];
  readonly begin: (items: readonly SlipItem[]) => void;
};

// What the class thinks and how sure it is is what slips are for; the rest can be ticked too. Slips of the start and of the end are a pile each.
function Choose({ all, begin }: ChooseProps) {
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const pile = Math.min(...all.filter(isUsual).map(({ round }) => round));
  const isOn = (item: SlipItem) =>
    (isUsual(item) && item.round === pile) !== toggled.includes(nameOf(item));
  const chosen = all.filter(isOn);
  const toggle = (name: string) =>
    setToggled(toggled.includes(name) ? toggled.filter((one) => one !== name) : [...toggled, name]);
  return (
    <>
      <h1>Count paper slips</h1>
      <p>
        Which questions are on a slip, in this order? Slips from the start and slips from the end
        are two piles: count one now, and the other next.
      </p>
      <ul class="slips__choose">
        {all.map((item) => (
          <li key={nameOf(item)}>
            <label>
              <input type="checkbox" checked={isOn(item)} onChange={() => toggle(nameOf(item))} />{' '}
              <span>{slipTitle(item)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p>
        <Button onPress={() => begin(chosen)} variant="main" disabled={chosen.length === 0}>
          Start counting
        </Button>
      </p>
    </>
  );
}

type SlipResultsProps = {
  readonly tables: readonly AfterTable[];
  readonly more: (() => void) | null;
};

function SlipResults({ tables, more }: SlipResultsProps) {
  return (
    <section class="after" aria-labelledby="told">
      <h1 id="told">What the slips say</h1>
      <p class="after__note">
        {wording('The {class} together, in words and not in numbers. Only you see this.')} It isn’t
        saved: print it, or write down what you need.
      </p>
      {tables.map((table) => (
        <AnswersTable key={table.id} table={table} />
      ))}
      <p class="calm__row screen-only">
        <Button onPress={() => print()} icon="print">
          Print this page
        </Button>
        {more && <Button onPress={more}>Count another pile</Button>}
      </p>
    </section>
  );
}

function isUsual({ question: { tag } }: SlipItem): boolean {
  return tag === 'view' || tag === 'confidence';
}

function nameOf({ question, round }: SlipItem): string {
  return `${question.id} ${round}`;
}
