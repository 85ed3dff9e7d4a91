import { useState } from 'preact/hooks';
import { Icon, Stepper } from '../../look/controls.view.tsx';
import type { Presenter } from './presenter.view.ts';

/** The first panel: who is here, what they answer on, and, in one press, which screen they see. */
export function StartPanel({ presenter }: { readonly presenter: Presenter }) {
  const { deck, store, board, room, hasDevices } = presenter;
  const [pupils, setPupils] = useState(store.desk().pupils);
  const [devices, setDevices] = useState(store.desk().devices && hasDevices);

  function start(screens: 'one' | 'two'): void {
    const isOpen = screens === 'one' || board.open();
    store.send({ type: 'start', screens, pupils: Math.max(1, pupils), devices });
    if (!isOpen) presenter.change({ problem: 'The browser did not open the board’s window. Press “Open the board”.' });
    if (screens === 'one') void document.documentElement.requestFullscreen?.().catch(() => undefined);
    if (devices) void room.open();
  }

  return (
    <main class="start">
      <p class="start__lesson">{deck.boardTitle}</p>
      <h1>Before you start</h1>
      <div class="start__row">
        <Stepper id="pupils" label="How many pupils are here today?" value={pupils} least={0} most={1000} change={setPupils} />
        {hasDevices && <Devices devices={devices} choose={setDevices} />}
      </div>
      <h2>Which screen can pupils see?</h2>
      <ScreenChoice choose={start} />
    </main>
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

function Devices({ devices, choose }: { readonly devices: boolean; readonly choose: (devices: boolean) => void }) {
  return (
    <fieldset class="pick">
      <legend>Pupil devices</legend>
      <label class="button">
        <input type="radio" name="devices" checked={!devices} onChange={() => choose(false)} />
        None: hands
      </label>
      <label class="button">
        <input type="radio" name="devices" checked={devices} onChange={() => choose(true)} />
        School tablets
      </label>
    </fieldset>
  );
}
