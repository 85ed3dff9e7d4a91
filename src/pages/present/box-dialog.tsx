import { term } from '../../help/terms.ts';
import { Button } from '../../look/controls.view.tsx';
import type { BoxView, NoteView, StaffView, Triage } from '../../room/protocol.ts';
import { keyOf } from './keys.ts';
import type { Presenter } from './presenter.view.ts';
import { PrivateDialog } from './private-dialog.tsx';
import './box-dialog.css';

type BoxProps = { readonly presenter: Presenter };

const words: Readonly<Record<Triage, string>> = {
  all: 'Answer to all',
  later: 'Answer later',
  'one-to-one': 'One-to-one',
  dsl: 'DSL first',
  handed: 'Handed over to the DSL',
};
const choices: readonly Triage[] = ['all', 'later', 'one-to-one', 'dsl'];

/** How many notes are unsorted, or for the DSL and not handed over. */
export function waitingIn(box: BoxView | undefined): number {
  return box?.notes.filter(({ triage }) => triage === null || triage === 'dsl').length ?? 0;
}

/** Opens the queue of the box's notes, and says how many wait; for the laptop beside a board alone (M11). */
export function BoxButton({ presenter: { store, act } }: BoxProps) {
  const { view, cover } = store.desk();
  if (!hasBox(view) || cover === 'pause') return null;
  const waiting = waitingIn(view?.box);
  return (
    <Button press={() => act('box')} icon="box" shortcut={keyOf('box')}>
      Question box · {waiting}
      <span class="unseen">{waiting === 1 ? ' note waits' : ' notes wait'}</span>
    </Button>
  );
}

/** Opens the box, where there is none yet. */
export function OpenBoxButton({ presenter: { store, act } }: BoxProps) {
  const { view, cover } = store.desk();
  if (cover === 'pause' || !view?.devices || view.state === 'finished' || hasBox(view)) return null;
  return (
    <Button press={() => act('box')} icon="box" shortcut={keyOf('box')}>
      Open the question box
    </Button>
  );
}

function hasBox(view: StaffView | null): boolean {
  return view !== null && view.state !== 'finished' && view.devices && (view.box.isOpen || view.box.notes.length > 0);
}

/** The notes of the question box, what should be read first on top; on a screen that pupils may see not before the teacher says that none can. */
export function BoxDialog({ presenter }: BoxProps) {
  const { screens, view } = presenter.store.desk();
  return (
    <PrivateDialog title="Question box" isPrivate={screens === 'two'} close={() => presenter.change({ dialog: null })}>
      {view && <Queue presenter={presenter} box={view.box} />}
    </PrivateDialog>
  );
}

function Queue({ presenter: { room }, box: { isOpen, notes } }: BoxProps & { readonly box: BoxView }) {
  return (
    <>
      <p>
        For you alone, in no order. Never read one out: answer in your own words. “DSL first” goes to {term('lead', 'adults')} before anything is
        answered; if someone may be in danger now, that cannot wait for the end of the lesson. A note that you haven’t dealt with when the lesson ends
        goes to the safeguarding lead too.
      </p>
      {notes.length === 0 && <p>No note has come in yet.</p>}
      <ul class="notes-in">
        {notes.map((note) => (
          <Note key={note.id} note={note} sort={(as) => void room.step({ type: 'triage', note: note.id, as })} />
        ))}
      </ul>
      <p class="dialog__row">
        <Button press={() => void room.step({ type: 'box', isOpen: !isOpen })}>{isOpen ? 'Shut the box' : 'Open the box again'}</Button>
      </p>
    </>
  );
}

function Note({ note: { text, triage, first }, sort }: { readonly note: NoteView; readonly sort: (as: Triage | null) => void }) {
  return (
    <li class={first && triage === null ? 'note-in note-in--first' : 'note-in'}>
      {first && triage === null && <p class="note-in__flag">Read this first</p>}
      <p class="note-in__text">{text}</p>
      <div class="buttons" role="group" aria-label="What to do with this note">
        {triage === null &&
          choices.map((as) => (
            <Button key={as} press={() => sort(as)}>
              {words[as]}
            </Button>
          ))}
        {triage !== null && <b>{words[triage]}</b>}
        {triage === 'dsl' && (
          <Button press={() => sort('handed')} look="main">
            {words.handed}
          </Button>
        )}
        {triage !== null && (
          <Button press={() => sort(triage === 'handed' ? 'dsl' : null)} look="quiet">
            Undo
          </Button>
        )}
      </div>
    </li>
  );
}
