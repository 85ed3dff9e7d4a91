import { Button } from '../../../ui/controls.view.tsx';
import { readBell } from '../session/bell.ts';
import { readClock, type BlockBar } from '../session/block-clock.ts';
import { isLanding, isWatching } from '../session/presenter-state.ts';
import { isOffered, keyOf } from '../session/keys.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { isAtEnd } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type BarPresenter = Pick<Presenter, 'deck' | 'store' | 'act'>;

const DOTS = [3, 12, 21];

/** The pace: which block this is, how long it has run, and what the plan still needs. */
export function TopBar({
  presenter: { deck, store, act },
  now,
}: {
  readonly presenter: BarPresenter;
  readonly now: Date;
}) {
  const state = store.state();
  const { block, gone, left, bars } = readClock(state, deck, now.getTime());
  const isNear = state.bell !== null && readBell(state.bell, { now: now.getTime(), left }).isNear;
  return (
    <header class="top">
      <a class="top__mark" href={SITE} aria-label="All lessons">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {DOTS.flatMap((x) => DOTS.map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="3" />))}
        </svg>
      </a>
      <div class="top__block">
        <h2>{block?.title ?? deck.title}</h2>
        <p>{plannedWords(block?.minutes ?? null, gone)}</p>
      </div>
      <div class="blocks" aria-hidden="true">
        {bars.map((bar) => (
          <Bar key={bar.id} bar={bar} />
        ))}
      </div>
      <p class="top__clock">
        <b>{now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}</b> ·{' '}
        {timeLeft(state.bell, { now: now.getTime(), left })}
      </p>
      {!isWatching(state) && <Endings deck={deck} store={store} act={act} isNear={isNear} />}
      <div class="top__tools">
        <Button
          onPress={() => act('screens')}
          icon="screens"
          variant="quiet"
          shortcut={keyOf('screens')}
        >
          Screens
        </Button>
        <Button onPress={() => act('keys')} variant="quiet" shortcut={keyOf('keys')}>
          Keys
        </Button>
      </div>
    </header>
  );
}

function Endings({ deck, store, act, isNear }: BarPresenter & { readonly isNear: boolean }) {
  const state = store.state();
  return (
    <div class={isNear ? 'top__end top__end--near' : 'top__end'}>
      {isOffered(deck, 'land') && (
        <Button onPress={() => act('land')} shortcut={keyOf('land')} pressed={isLanding(state)}>
          End calmly
        </Button>
      )}
      {!isAtEnd(deck, state, 'next') && (
        <Button onPress={() => act('finish')} variant="quiet" shortcut={keyOf('finish')}>
          Finish
        </Button>
      )}
    </div>
  );
}

function plannedWords(minutes: number | null, gone: number): string {
  const spent = minutes === null ? `${gone} min gone` : `${gone} gone`;
  return (
    [...(minutes === null ? [] : [`${minutes} min`]), ...(gone === 0 ? [] : [spent])].join(' · ') ||
    'Just begun'
  );
}

function timeLeft(
  bell: number | null,
  clock: { readonly now: number; readonly left: number },
): string {
  if (bell === null) return `${clock.left} min left`;
  const { minutes, isNear, over } = readBell(bell, clock);
  return over > 0 && !isNear
    ? `bell in ${minutes} min, the plan needs ${over} more`
    : `bell in ${minutes} min`;
}

function Bar({ bar: { share, state, filled } }: { readonly bar: BlockBar }) {
  return (
    <span class={`block block--${state}`} style={{ flexGrow: share }}>
      <span style={{ width: `${filled * 100}%` }} />
    </span>
  );
}
