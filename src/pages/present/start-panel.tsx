import { useState } from 'preact/hooks';
import { Button, Icon, Stepper } from '../../look/controls.view.tsx';
import { bellAt } from './bell.ts';
import type { Presenter } from './presenter.view.ts';
import { RejoinForm } from './rejoin.tsx';
import { TabletCheck } from './tablet-check.tsx';
import { MOST_PUPILS } from '../../room/most-pupils.ts';

/** The first panel: who is here, what they answer on, and, in one press, which screen they see. */
export function StartPanel({ presenter }: { readonly presenter: Presenter }) {
  const { deck, store, board, room, hasDevices } = presenter;
  const [pupils, setPupils] = useState(store.desk().pupils);
  const [devices, setDevices] = useState<Tablets>(isAskedToRehearse() ? 'pretend' : store.desk().devices && hasDevices ? 'own' : 'none');

  const [bell, setBell] = useState('');

  const isByTablet = devices === 'own' || devices === 'shared';
  const rehearsal = devices === 'pretend';
  const isRunning = store.desk().room !== null;

  function start(screens: 'one' | 'two'): void {
    const isOpen = screens === 'one' || board.open();
    store.send({
      type: 'start',
      screens,
      pupils: Math.max(1, pupils),
      devices: isByTablet,
      rehearsal,
      bell: bellAt(bell, new Date()) ?? store.desk().bell,
    });
    if (!isOpen) presenter.change({ problem: 'The browser did not open the board’s window. Press “Open the board”.' });
    if (screens === 'one') void document.documentElement.requestFullscreen?.().catch(() => undefined);
    if (isRunning) return;
    if (devices === 'own') void room.open();
    if (devices === 'shared') void room.step({ type: 'shared' });
  }

  return (
    <main class="start">
      <p class="start__lesson">{deck.boardTitle}</p>
      <h1>{isRunning ? 'The lesson is running' : 'Before you start'}</h1>
      <div class="start__row" hidden={isRunning}>
        <Stepper id="pupils" label="How many pupils are here today?" value={pupils} least={0} most={MOST_PUPILS} change={setPupils} />
        <BellField value={bell} change={setBell} />
        <Devices ways={hasDevices ? served : alone} devices={devices} choose={setDevices} />
      </div>
      {isByTablet && <TabletCheck lesson={deck.slug} />}
      <h2>Which screen can pupils see?</h2>
      <ScreenChoice choose={start} />
      {hasDevices && !isRunning && <RejoinForm presenter={presenter} />}
      {!isRunning && deck.questions.length > 0 && (
        <p>
          <Button press={() => presenter.change({ dialog: 'slips' })} look="quiet">
            After the lesson: count paper slips
          </Button>
        </p>
      )}
    </main>
  );
}

// The address a lesson's page and the library give to those who want to try it.
function isAskedToRehearse(): boolean {
  return new URLSearchParams(location.search).has('rehearse');
}

function BellField({ value, change }: { readonly value: string; readonly change: (typed: string) => void }) {
  const [isWrong, setWrong] = useState(false);
  function type(typed: string): void {
    change(typed);
    // A time that is still being typed is no mistake yet.
    setWrong(typed.trim().length >= 4 && bellAt(typed, new Date()) === null);
  }
  return (
    <p class="bell">
      <label htmlFor="bell">When does this lesson end?</label>
      <input
        id="bell"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="10:40"
        size={6}
        value={value}
        aria-invalid={isWrong}
        aria-describedby="bell-help"
        onInput={(event) => type(event.currentTarget.value)}
      />
      <span id="bell-help" class="bell__help" role="status">
        {isWrong ? 'Write a time within six hours, as 10:40' : ''}
      </span>
    </p>
  );
}

/** The two ways to use screens, as two big buttons. */
export function ScreenChoice({ choose }: { readonly choose: (screens: 'one' | 'two') => void }) {
  return (
    <div class="choices">
      <button type="button" class="choice" onClick={() => choose('one')}>
        <Icon name="screen" />
        <strong>Only this one, or it is mirrored</strong>
        <span>This window becomes the board. No notes are shown.</span>
      </button>
      <button type="button" class="choice" onClick={() => choose('two')}>
        <Icon name="screens" />
        <strong>The board is on a second screen</strong>
        <span>The board opens in a window of its own: move it to the big screen. Your notes stay here.</span>
      </button>
    </div>
  );
}

type Tablets = 'none' | 'own' | 'shared' | 'pretend';

const tablets: Readonly<Record<Tablets, string>> = {
  none: 'None: hands',
  own: 'School tablets',
  shared: 'Shared tablets',
  pretend: 'Rehearse: a pretend class answers',
};
const served: readonly Tablets[] = ['none', 'own', 'shared', 'pretend'];
const alone: readonly Tablets[] = ['none', 'pretend'];

type DevicesProps = { readonly ways: readonly Tablets[]; readonly devices: Tablets; readonly choose: (devices: Tablets) => void };

function Devices({ ways, devices, choose }: DevicesProps) {
  return (
    <fieldset class="pick">
      <legend>Pupil devices</legend>
      {ways.map((way) => (
        <label class="button" key={way}>
          <input type="radio" name="devices" checked={devices === way} onChange={() => choose(way)} />
          {tablets[way]}
        </label>
      ))}
    </fieldset>
  );
}
