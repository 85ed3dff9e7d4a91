import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Dialog, Stepper } from '../../../ui/controls.view.tsx';
import { codeText } from '../../../room/code.ts';
import { SPARE_SEATS } from '../../../room/room.ts';
import type { StaffView } from '../../../room/protocol.ts';
import { mayShowJoining } from '../session/deck-in-class.ts';
import { keyOf } from '../session/keys.ts';
import { coverOf, viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { NO_RUSH, rushWords } from './seat-rush.ts';
import { MAX_PUPILS } from '../../../room/max-pupils.ts';
import { wording } from '../../../ui/wording.view.ts';

type RoomProps = {
  readonly presenter: Pick<Presenter, 'store' | 'room' | 'ui' | 'change' | 'act'>;
};
type SeatsProps = RoomProps & { readonly view: StaffView };

/** Who may join: how many, on tablets of their own or shared ones, and by which code (R3, R20). */
export function RoomDialog({ presenter }: RoomProps) {
  const view = viewOf(presenter.store.state());
  // It stays where it was while the dialog is open, whatever becomes of the seats.
  const [isRush] = useState(() => rushWords(presenter.ui().rush) !== '');
  const close = () => presenter.change({ dialog: null });
  const isShown = coverOf(presenter.store.state()) === 'join';
  function show(): void {
    close();
    presenter.act('join');
  }
  return (
    <Dialog title="Joining" close={close}>
      {view?.devices && isRush && <ResetSeats presenter={presenter} view={view} />}
      {view?.devices ? (
        <Seats presenter={presenter} view={view} />
      ) : (
        <p>{wording('This {class} answers without tablets.')}</p>
      )}
      {view?.devices && <CloseJoining presenter={presenter} view={view} />}
      {view?.devices && <NewCode presenter={presenter} view={view} />}
      {view?.devices && !isRush && <ResetSeats presenter={presenter} view={view} />}
      <p class="dialog__row dialog__row--end">
        {mayShowJoining(presenter.store.state()) && (
          <Button onPress={show} icon="tablet" shortcut={keyOf('join')}>
            {isShown ? 'Hide how to join' : 'Show how to join'}
          </Button>
        )}
        <Button onPress={close} shortcut="Esc">
          Close
        </Button>
      </p>
    </Dialog>
  );
}

function Seats({ presenter: { room }, view: { seats, shared, pupils } }: SeatsProps) {
  return (
    <>
      <p>
        {seats.taken} of {seats.cap} seats are taken{shared ? ', for this question' : ''}. There are
        always {SPARE_SEATS} spare seats, for tablets that have to join again.
      </p>
      {seats.taken === 0 && (
        <p class="advice">
          No tablet has joined yet. If they show an error or a blank page, {wording('{the school}')}
          ’s network stops them reaching this computer: count hands, or use paper slips. The lesson
          is the same.
        </p>
      )}
      <Stepper
        id="pupils-now"
        label={wording('{Pupils} today')}
        value={pupils}
        min={1}
        max={MAX_PUPILS}
        change={(to) => void room.step({ type: 'pupils', pupils: to })}
      />
      <p class="dialog__row">
        <Button onPress={() => void room.step({ type: 'more-seats' })}>
          {SPARE_SEATS} more seats
        </Button>
        <Button
          onPress={() => void room.step({ type: 'shared' })}
          disabled={shared}
          pressed={shared}
        >
          Tablets are shared
        </Button>
      </p>
    </>
  );
}

function CloseJoining({ presenter: { room }, view }: SeatsProps) {
  const isJoiningClosed = view.isJoiningClosed === true;
  return (
    <>
      <h3>{isJoiningClosed ? 'Joining is closed' : 'Is everyone in?'}</h3>
      <p>
        {isJoiningClosed
          ? wording('The code lets nobody else in. {Pupils} already in stay in.')
          : 'Once joining is closed, the code lets nobody else in. You can open it again.'}
      </p>
      <p class="dialog__row">
        <Button onPress={() => void room.step({ type: 'joining', isOpen: isJoiningClosed })}>
          {isJoiningClosed ? 'Open joining again' : 'Close joining'}
        </Button>
      </p>
    </>
  );
}

function NewCode({ presenter: { room }, view: { code } }: SeatsProps) {
  return (
    <>
      <h3>Has someone joined who shouldn’t have?</h3>
      <p>A new code stops anyone new joining. {wording('{Pupils}')} already in stay in.</p>
      <p class="dialog__row">
        <Button onPress={() => void room.step({ type: 'new-code' })}>New code</Button>
        <span>
          Now: <b>{codeText(code)}</b>
        </span>
      </p>
    </>
  );
}

/** One press for all seats: it cannot be undone, so it asks once more (R20, R23). */
function ResetSeats({ presenter, view: { poll } }: SeatsProps) {
  const [at, go] = useState<'start' | 'sure' | 'back'>('start');
  const place = useRef<HTMLDivElement>(null);
  // Focus stays here when one button takes the place of another.
  useEffect(() => {
    if (at !== 'start') {
      place.current?.querySelector<HTMLElement>(at === 'sure' ? '[tabindex]' : 'button')?.focus();
    }
  }, [at]);
  const rush = rushWords(presenter.ui().rush);
  const isOpen = poll?.state === 'asking';

  async function reset(): Promise<void> {
    go('back');
    if (await presenter.room.step({ type: 'reset-seats' })) presenter.change({ rush: NO_RUSH });
  }

  return (
    <>
      <h3>Has one person taken many seats?</h3>
      {rush !== '' && <p class="advice">{wording(rush)}</p>}
      <p>
        {wording('Resetting gives a new code, and every {pupil} joins again.')} Closed results stay.
        {isOpen && ' Answers to the open question are deleted.'}
      </p>
      <div class="dialog__row" ref={place}>
        {at === 'sure' ? (
          <>
            <b tabIndex={-1}>Reset all seats? This cannot be undone.</b>
            <Button onPress={() => void reset()} variant="main">
              {isOpen ? 'Yes, reset and delete answers' : 'Yes, reset seats'}
            </Button>
            <Button onPress={() => go('back')}>Cancel</Button>
          </>
        ) : (
          <Button onPress={() => go('sure')}>Reset seats</Button>
        )}
      </div>
    </>
  );
}
