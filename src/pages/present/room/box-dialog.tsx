import { term } from '../../../help/terms.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { groupAlike, textsOf, type AlikeNotes } from '../../../room/alike-notes.ts';
import type { BoxView, StaffView, Triage } from '../../../room/protocol.ts';
import { keyOf } from '../session/keys.ts';
import { coverOf, screensOf, viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { PrivateDialog } from './private-dialog.tsx';
import './box-dialog.css';

type BoxProps = { readonly presenter: Pick<Presenter, 'store' | 'room' | 'act' | 'change'> };

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

/** Opens the queue of the box's notes while one waits, and says how many do, or that tablets show the box; for the laptop beside a board alone (M11). */
export function BoxButton({ presenter: { store, act } }: BoxProps) {
  const view = viewOf(store.state());
  const cover = coverOf(store.state());
  const waiting = waitingIn(view?.box);
  const isShown = waiting > 0 || view?.box.isOpen === true;
  if (!isBoxAtHand(view) || cover === 'pause' || !isShown) return null;
  return (
    <Button onPress={() => act('box')} icon="box" shortcut={keyOf('box')}>
      {waiting === 0 ? (
        'Question box: open'
      ) : (
        <>
          Question box · {waiting}
          <span class="unseen">{waiting === 1 ? ' note waits' : ' notes wait'}</span>
        </>
      )}
    </Button>
  );
}

/** True where the box is open, or has notes. */
export function isBoxAtHand(view: StaffView | null): boolean {
  return (
    view !== null &&
    view.state !== 'finished' &&
    view.devices &&
    (view.box.isOpen || view.box.notes.length > 0)
  );
}

/** The notes of the question box, what should be read first on top; on a screen that pupils may see not before the teacher says that none can. */
export function BoxDialog({ presenter }: BoxProps & { readonly presenter: Pick<Presenter, 'ui'> }) {
  const screens = screensOf(presenter.store.state());
  const view = viewOf(presenter.store.state());
  return (
    <PrivateDialog
      title="Question box"
      isPrivate={screens === 'two' && !presenter.ui().isScreenLost}
      close={() => presenter.change({ dialog: null })}
    >
      {view && <Queue presenter={presenter} box={view.box} />}
    </PrivateDialog>
  );
}

/** Ids that one request may name. */
const AT_ONCE = 200;

function Queue({
  presenter: { room },
  box: { isOpen, notes },
}: BoxProps & { readonly box: BoxView }) {
  async function sortAll(alike: AlikeNotes, as: Triage | null): Promise<void> {
    for (let from = 0; from < alike.length; from += AT_ONCE) {
      const [note = '', ...also] = alike.slice(from, from + AT_ONCE).map(({ id }) => id);
      await room.step({ type: 'triage', note, ...(also.length > 0 && { also }), as });
    }
  }
  return (
    <>
      <p>
        Only you can see these, in no order. Don’t read them aloud: answer in your own words. “DSL
        first” goes to {term('lead', 'adults')} before anything is answered; if someone may be in
        danger now, that cannot wait for the end of the lesson. A note that you haven’t dealt with
        when the lesson ends goes to the safeguarding lead too.
      </p>
      {notes.length === 0 && <p>No note has come in yet.</p>}
      <ul class="notes-in">
        {groupAlike(notes).map((alike) => (
          <Notes key={alike[0]?.id} notes={alike} sort={(as) => void sortAll(alike, as)} />
        ))}
      </ul>
      <p class="dialog__row">
        <Button onPress={() => void room.step({ type: 'box', isOpen: !isOpen })}>
          {isOpen ? 'Take no more notes' : 'Take notes again'}
        </Button>
      </p>
    </>
  );
}

/** Notes that say the same, as one item: all their texts are there, and one press sorts them together (R23). */
function Notes({
  notes,
  sort,
}: {
  readonly notes: AlikeNotes;
  readonly sort: (as: Triage | null) => void;
}) {
  const triage = notes[0]?.triage ?? null;
  const isFirst = triage === null && notes.some(({ first }) => first);
  const label =
    notes.length === 1
      ? 'What to do with this note'
      : `What to do with these ${notes.length} notes`;
  return (
    <li class={isFirst ? 'note-in note-in--first' : 'note-in'}>
      {isFirst && <p class="note-in__flag">Read this first</p>}
      {notes.length > 1 && <p class="note-in__flag">{notes.length} alike</p>}
      {textsOf(notes).map(({ text, count }) => (
        <p class="note-in__text" key={text}>
          {text}
          {count > 1 && count < notes.length && (
            <small class="note-in__count"> ({count} times)</small>
          )}
        </p>
      ))}
      <div class="buttons" role="group" aria-label={label}>
        {triage === null &&
          choices.map((as) => (
            <Button key={as} onPress={() => sort(as)}>
              {words[as]}
            </Button>
          ))}
        {triage !== null && <b>{words[triage]}</b>}
        {triage === 'dsl' && (
          <Button onPress={() => sort('handed')} variant="main">
            {words.handed}
          </Button>
        )}
        {triage !== null && (
          <Button onPress={() => sort(triage === 'handed' ? 'dsl' : null)} variant="quiet">
            Undo
          </Button>
        )}
      </div>
    </li>
  );
}
