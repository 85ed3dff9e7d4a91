import { BoxButton } from '../room/box-dialog.tsx';
import { clockWords } from '../session/bell.ts';
import { readClock, type BlockBar } from '../session/block-clock.ts';
import { isOffered } from '../session/keys.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { isWatching } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { Menu } from './menu.tsx';
import { PaceChip } from './pace-chip.tsx';

const DOTS = [3, 12, 21];

/** The pace: which block this is, how long it has run, and what the plan still needs. */
export function TopBar({
  presenter,
  now,
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'change' | 'room' | 'phone'>;
  readonly now: Date;
}) {
  const { deck, store } = presenter;
  const state = store.state();
  const { block, gone, left, bars } = readClock(state, deck, now.getTime());
  const clock = clockWords(state.bell, { now: now.getTime(), left });
  return (
    <header class="top">
      <a class="top__mark" href={SITE} aria-label="All lessons">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {DOTS.flatMap((x) => DOTS.map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="3" />))}
        </svg>
      </a>
      <div class="top__block">
        <h2>{block?.title ?? deck.boardTitle}</h2>
        <p>{plannedWords(block?.minutes ?? null, gone)}</p>
      </div>
      <div class="rail" aria-hidden="true">
        {bars.map((bar) => (
          <Bar key={bar.id} bar={bar} />
        ))}
      </div>
      <p class="top__clock">
        <b>{clock.minutes}</b> {clock.are} <span class="top__end">{clock.end}</span>
      </p>
      {!isWatching(state) && <PaceChip presenter={presenter} now={now} />}
      {isOffered(deck, 'box') && <BoxButton presenter={presenter} />}
      {!isWatching(state) && <Menu presenter={presenter} />}
    </header>
  );
}

function plannedWords(minutes: number | null, gone: number): string {
  if (minutes !== null) return `${gone} of ${minutes} min`;
  return gone === 0 ? 'Just begun' : `${gone} min gone`;
}

function Bar({ bar: { share, state, filled } }: { readonly bar: BlockBar }) {
  return (
    <span class={`rail__block rail__block--${state}`} style={{ flexGrow: share }}>
      <span style={{ width: `${filled * 100}%` }} />
    </span>
  );
}
