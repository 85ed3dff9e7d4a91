import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openCardCamera, type CardCamera } from '../../../cards/card-camera.view.ts';
import { mayReadCards, type AskedQuestion } from '../../../poll/question.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import { viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { cardsStep, mayUse, stageWords, type ReadingStage } from './card-words.ts';
import './card-reading.css';

/** `isBar` where it is below the board in this window, so that the class still sees the answers. */
export type CardsProps = {
  readonly presenter: Pick<Presenter, 'store' | 'room' | 'ui' | 'change'>;
  readonly isBar: boolean;
};

/** Reads the class's cards by a camera: the screen says how many, in fives, and has no picture of anyone (R53). */
export function CardReading({ presenter, isBar }: CardsProps) {
  const close = () => presenter.change({ dialog: null });
  const poll = viewOf(presenter.store.state())?.poll;
  const question = poll?.state === 'asking' && mayReadCards(poll.question) ? poll.question : null;
  const reading =
    question === null ? (
      <Over close={close} />
    ) : (
      <Reading presenter={presenter} question={question} close={close} />
    );
  return isBar ? (
    <Bar close={close}>{reading}</Bar>
  ) : (
    <Dialog title="Read cards" close={close}>
      {reading}
    </Dialog>
  );
}

type BarProps = { readonly close: () => void; readonly children: ComponentChildren };

function Bar({ close, children }: BarProps) {
  const bar = useRef<HTMLDivElement>(null);
  // The button that opened it is not there any more.
  useEffect(() => bar.current?.focus(), []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);
  return (
    <div class="cards-bar" role="group" aria-label="Read cards" tabIndex={-1} ref={bar}>
      {children}
    </div>
  );
}

function Over({ close }: Pick<BarProps, 'close'>) {
  return (
    <>
      <p>The question is not open any more.</p>
      <p class="dialog__row">
        <Button onPress={close} shortcut="Esc">
          Close
        </Button>
      </p>
    </>
  );
}

type ReadingProps = Pick<CardsProps, 'presenter'> & {
  readonly question: AskedQuestion;
  readonly close: () => void;
};

function Reading({ presenter, question, close }: ReadingProps) {
  const pupils = viewOf(presenter.store.state())?.pupils ?? 0;
  const { stage, camera, tryAgain } = useCamera(presenter.ui().camera);
  const [isSaving, setSaving] = useState(false);

  async function use(): Promise<void> {
    if (camera === null) return;
    setSaving(true);
    const counts = await camera.count().catch(() => null);
    const isUsed = counts !== null && (await presenter.room.step(cardsStep(question, counts)));
    if (isUsed) close();
    else tryAgain();
    setSaving(false);
  }

  return (
    <div class="cards">
      <p class="cards__status" role="status">
        {wording(stageWords(stage, pupils))}
      </p>
      <p class="cards__about">
        {wording(
          'No picture is shown, saved or sent. Each {pupil} answers once: by card, tablet or hand.',
        )}
      </p>
      {camera !== null && camera.cameras.length > 1 && (
        <p class="cards__cameras">
          <label htmlFor="card-camera">Camera</label>
          <select
            id="card-camera"
            value={camera.id}
            onChange={(event) => presenter.change({ camera: event.currentTarget.value })}
          >
            {camera.cameras.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <p class="dialog__row">
        {stage.is === 'trouble' ? (
          stage.why !== 'not-here' && (
            <Button onPress={tryAgain} variant="main">
              Try again
            </Button>
          )
        ) : (
          <Button onPress={() => void use()} variant="main" disabled={isSaving || !mayUse(stage)}>
            Use these cards
          </Button>
        )}
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </div>
  );
}

/** A camera that is open while this is on the screen, and how far reading is. */
function useCamera(wanted: string) {
  const [tries, setTries] = useState(0);
  const [stage, setStage] = useState<ReadingStage>({ is: 'asking' });
  const [camera, setCamera] = useState<CardCamera | null>(null);
  useEffect(() => {
    let isOn = true;
    let stop = (): void => undefined;
    setStage({ is: 'asking' });
    void openCardCamera(wanted, {
      view: (view) => isOn && setStage({ is: 'reading', view }),
      stopped: () => isOn && setStage({ is: 'trouble', why: 'stopped' }),
    }).then((opened) => {
      if ('trouble' in opened) return isOn && setStage({ is: 'trouble', why: opened.trouble });
      stop = opened.stop;
      // The dialog was closed while the browser asked.
      if (isOn) setCamera(opened);
      else stop();
    });
    return () => {
      isOn = false;
      stop();
      setCamera(null);
    };
  }, [wanted, tries]);
  return { stage, camera, tryAgain: () => setTries(tries + 1) };
}
