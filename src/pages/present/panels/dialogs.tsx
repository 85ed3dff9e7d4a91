import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { waitingIn } from '../room/box-dialog.tsx';
import { isOffered, keyOf, keyTable, wordsOfKey } from '../session/keys.ts';
import { saveLetterKeys } from '../session/letter-keys.view.ts';
import { forgetToday } from '../session/lesson-files.view.ts';
import { roomOf, screensOf, viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './keys.css';
import { ScreenChoice } from '../board/screen-choice.tsx';
import type { ScreenPlace } from '../board/screens.ts';
import { startWords } from '../../../outputs/plan/start-words.ts';

type DialogProps = { readonly presenter: Presenter };

/** Every key, in a list. */
export function KeysDialog({ presenter }: DialogProps) {
  const close = () => presenter.change({ dialog: null });
  const isPrivate = screensOf(presenter.store.state()) === 'two';
  const { deck } = presenter;
  const lines = keyTable.filter(
    (line) => (isPrivate || !line.isPrivate) && isOffered(deck, line.action),
  );
  return (
    <Dialog title="Shortcuts" close={close}>
      <dl class="keys">
        {lines.map((line) => (
          <div key={line.action}>
            <dt>
              {[line.shown, ...line.also].map((key) => (
                <kbd class="key" key={key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{wording(wordsOfKey(line, deck, isPrivate))}</dd>
          </div>
        ))}
      </dl>
      {!isPrivate && (
        <p class="keys__paper">
          {isOffered(deck, 'telling')
            ? 'Notes, and what to say if someone looks upset or has something to tell, are on paper here: print them before the lesson.'
            : 'Notes are on paper here: print them before the lesson.'}
        </p>
      )}
      <p class="dialog__row">
        <Button onPress={close} variant="main" shortcut="Esc">
          Back to the lesson
        </Button>
        <Button
          onPress={() => presenter.change({ dialog: 'stored' })}
          icon="shield"
          shortcut={keyOf('stored')}
        >
          What’s stored?
        </Button>
      </p>
      <LetterSwitch presenter={presenter} />
    </Dialog>
  );
}

function LetterSwitch({ presenter: { ui, change } }: DialogProps) {
  const { letters } = ui();
  function turn(isOn: boolean): void {
    saveLetterKeys(isOn);
    change({ letters: isOn });
  }
  return (
    <p class="keys__letters">
      <label>
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => turn(event.currentTarget.checked)}
        />{' '}
        Use single-key shortcuts
      </label>
      <span>
        {letters
          ? 'Saved in this browser.'
          : 'Letters and “.” do nothing now, and nor does a clicker’s black-screen button. Ctrl B still pauses.'}
      </span>
    </p>
  );
}

/** Changes which screen the room sees. */
export function ScreensDialog({ presenter }: DialogProps) {
  const { store, board } = presenter;
  const close = () => presenter.change({ dialog: null });

  function choose(screens: 'one' | 'two', place: ScreenPlace | null): void {
    const was = screensOf(store.state());
    const isOpen = screens === 'one' || board.open(place);
    if (screens === 'one' && was === 'two') board.end();
    presenter.change({
      dialog: null,
      problem: isOpen ? '' : 'The browser did not open the board’s window. Press “Open the board”.',
    });
    store.send({ type: 'screens', screens });
  }

  return (
    <Dialog title={wording(startWords[presenter.deck.audience].screen)} close={close}>
      <ScreenChoice choose={choose} />
      <p class="dialog__row">
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
        {presenter.deck.slides.some(({ kind }) => kind === 'film') && (
          <Button
            onPress={() => presenter.change({ dialog: 'source' })}
            icon="film"
            variant="quiet"
          >
            Where the film comes from
          </Button>
        )}
      </p>
      <RoomRow presenter={presenter} />
    </Dialog>
  );
}

// Beside a board of its own these stand with the question; on the only screen they wait here, and tell nothing.
function RoomRow({ presenter: { deck, hasDevices, store, room, change } }: DialogProps) {
  const state = store.state();
  if (!hasDevices || state.mode !== 'lesson') return null;
  const view = viewOf(state);
  const isAlone = screensOf(state) === 'one' && view?.devices === true;
  const isOpen = view?.box.isOpen === true;
  const hasBox = isOffered(deck, 'box');
  return (
    <p class="dialog__row">
      {isAlone && <Button onPress={() => change({ dialog: 'room' })}>Joining</Button>}
      {isAlone && hasBox && (
        <Button onPress={() => void room.step({ type: 'box', isOpen: !isOpen })}>
          {isOpen ? 'Close the question box' : 'Open the question box'}
        </Button>
      )}
      {isAlone && hasBox && (
        <Button onPress={() => change({ dialog: 'box' })}>Notes in the box</Button>
      )}
      <Button onPress={() => change({ dialog: 'rejoin' })} variant="quiet">
        Move to another computer
      </Button>
    </p>
  );
}

/** Asks once more before the lesson is over. */
export function FinishDialog({ presenter }: DialogProps) {
  const { deck, store, room, lease } = presenter;
  const close = () => presenter.change({ dialog: null });

  async function finish(): Promise<void> {
    // A renewal that came after it would find no room.
    const isFinished =
      roomOf(store.state()).is !== 'open' ||
      (await lease.pausedFor(() => room.step({ type: 'finish' })));
    presenter.change(isFinished ? { dialog: null, problem: '' } : { dialog: null });
    if (!isFinished) return;
    if (store.state().mode === 'lesson') forgetToday(deck);
    store.send({ type: 'finish' });
  }

  if (waitingIn(viewOf(store.state())?.box) > 0) return <BoxFirst presenter={presenter} />;
  return (
    <Dialog title="Finish the lesson?" close={close} isCareful>
      <p>
        The room closes for good, and everything counted in it is deleted. The board shows{' '}
        {isOffered(deck, 'help') ? 'help' : 'the title'}, and closes after two minutes:{' '}
        {wording('the next {class} is at the door.')}
      </p>
      <p class="dialog__row">
        <Button onPress={() => void finish()} variant="main">
          Finish the lesson
        </Button>
        <Button onPress={() => presenter.change({ dialog: 'stored' })} icon="shield">
          What’s stored?
        </Button>
        <Button onPress={close} shortcut="Esc">
          Go on teaching
        </Button>
      </p>
    </Dialog>
  );
}

// Says no number: in one window pupils may still see this screen.
function BoxFirst({ presenter }: DialogProps) {
  return (
    <Dialog title="First, the question box" close={() => presenter.change({ dialog: null })}>
      <p>
        Before the lesson is finished, sort each note and hand over what is marked “DSL first”.{' '}
        {wording('Keep the box for when no {pupil} can see this screen.')}
      </p>
      <p class="dialog__row">
        <Button onPress={() => presenter.change({ dialog: 'box' })} variant="main">
          Open the notes
        </Button>
        <Button onPress={() => presenter.change({ dialog: null })} shortcut="Esc">
          Go on teaching
        </Button>
      </p>
    </Dialog>
  );
}
