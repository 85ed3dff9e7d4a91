import { Button, Dialog, Stepper } from '../../look/controls.view.tsx';
import { codeText } from '../../room/code.ts';
import { SPARE_SEATS } from '../../room/room.ts';
import type { StaffView } from '../../room/protocol.ts';
import type { Presenter } from './presenter.view.ts';
import { MOST_PUPILS } from '../../room/most-pupils.ts';
import { said } from '../../look/said.view.ts';

type RoomProps = { readonly presenter: Presenter };
type SeatsProps = RoomProps & { readonly view: StaffView };

/** Who may join: how many, on tablets of their own or shared ones, and by which code (R3). */
export function RoomDialog({ presenter }: RoomProps) {
  const { view } = presenter.store.desk();
  const close = () => presenter.change({ dialog: null });
  return (
    <Dialog title="Who joins" close={close}>
      {view?.devices ? <Seats presenter={presenter} view={view} /> : <p>{said('This class answers without tablets.')}</p>}
      {view?.devices && <NewCode presenter={presenter} view={view} />}
      <p class="dialog__row dialog__row--end">
        <Button press={close} shortcut="Esc">
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
        {seats.taken} of {seats.cap} seats are taken{shared ? ', for this question' : ''}. There are always {SPARE_SEATS} to spare, for a tablet that
        has to start again.
      </p>
      {seats.taken === 0 && (
        <p class="advice">
          No tablet has joined yet. If they show an error or a blank page, {said('the school')}’s network keeps them from this computer: count hands,
          or use paper slips. The lesson is the same.
        </p>
      )}
      <Stepper
        id="pupils-now"
        label={said('Pupils today')}
        value={pupils}
        least={1}
        most={MOST_PUPILS}
        change={(to) => void room.step({ type: 'pupils', pupils: to })}
      />
      <p class="dialog__row">
        <Button press={() => void room.step({ type: 'more-seats' })}>{SPARE_SEATS} more seats</Button>
        <Button press={() => void room.step({ type: 'shared' })} disabled={shared} pressed={shared}>
          Tablets are shared
        </Button>
      </p>
    </>
  );
}

function NewCode({ presenter: { room }, view: { code } }: SeatsProps) {
  return (
    <>
      <h3>Has someone joined who should not?</h3>
      <p>A new code keeps out whoever is not in yet. Whoever is in goes on.</p>
      <p class="dialog__row">
        <Button press={() => void room.step({ type: 'new-code' })}>New code</Button>
        <span>
          Now: <b>{codeText(code)}</b>
        </span>
      </p>
    </>
  );
}
