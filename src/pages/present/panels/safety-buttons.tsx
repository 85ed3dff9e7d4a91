import { Button } from '../../../ui/controls.view.tsx';
import { readBell } from '../session/bell.ts';
import { isOffered, keyOf, pauseKey } from '../session/keys.ts';
import {
  coverOf,
  isLanding,
  isWatching,
  screensOf,
  type PresenterState,
} from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { TELLING } from '../../../room/phone-protocol.ts';
import './safety-buttons.css';

type SafetyProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'ui'>;
  readonly now: Date;
};

/** Help, beside a board of its own what to say if someone tells you, the calm end and the pause: in one place and one order in every state of the bar. */
export function SafetyButtons({ presenter: { deck, store, act, ui }, now }: SafetyProps) {
  const state = store.state();
  const cover = coverOf(state);
  const isPaused = cover === 'pause';
  if (isWatching(state)) {
    return <Telling presenter={{ deck, store, act }} />;
  }
  return (
    <div class={isNear(state, now) ? 'safety safety--near' : 'safety'}>
      {isOffered(deck, 'help') && (
        <Button
          onPress={() => act('help')}
          icon="help"
          shortcut={keyOf('help')}
          pressed={cover === 'help' && !isLanding(state)}
          disabled={isPaused}
        >
          Help slide
        </Button>
      )}
      <Telling presenter={{ deck, store, act }} />
      {isOffered(deck, 'land') && (
        <Button
          onPress={() => act('land')}
          icon="save"
          shortcut={keyOf('land')}
          pressed={isLanding(state) && !isPaused}
        >
          End calmly
        </Button>
      )}
      <Button
        onPress={() => act('pause')}
        icon={isPaused ? 'check' : 'cover'}
        variant="dark"
        shortcut={pauseKey(ui().letters)}
      >
        {isPaused ? 'Carry on' : 'Pause'}
        {/* Begins again with each press that comes too soon to uncover the board. */}
        {isPaused && <i class="safety__settles" key={state.coverPress?.pressedMs} />}
      </Button>
    </div>
  );
}

// Nowhere where the class reads the bar: its key pauses there.
function Telling({
  presenter: { deck, store, act },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
}) {
  if (!isOffered(deck, 'telling') || screensOf(store.state()) !== 'two') return null;
  return (
    <Button onPress={() => act('telling')} icon="talk" shortcut={keyOf('telling')}>
      {TELLING}
    </Button>
  );
}

// Where the class may see it, a colour alone shows that the bell is near.
function isNear(state: PresenterState, now: Date): boolean {
  if (state.bell === null || isLanding(state)) return false;
  return readBell(state.bell, { now: now.getTime(), left: 0 }).isNear;
}
