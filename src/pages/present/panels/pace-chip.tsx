import { Button, Icon } from '../../../ui/controls.view.tsx';
import type { DeckBlock } from '../../../outputs/board/deck.ts';
import { isOffered, keyOf } from '../session/keys.ts';
import { paceOffer, readPace, type Pace } from '../session/pace.ts';
import { coverOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

type ChipProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
  readonly now: Date;
};

/** The pace against the bell in a few words; behind time one press skips a part that may go, and another brings it back. */
export function PaceChip({ presenter, now }: ChipProps) {
  const { deck, store } = presenter;
  const state = store.state();
  const pace = readPace(deck, state, now.getTime());
  const skipped = 'skipped' in pace ? pace.skipped : null;
  return (
    <>
      <Words presenter={presenter} pace={pace} />
      {skipped !== null && coverOf(state) !== 'pause' && (
        <Undo presenter={presenter} block={skipped} hasKey={paceOffer(pace)?.type === 'put-back'} />
      )}
      {/* The press that skips becomes another: nothing else says what it has done. */}
      <span class="unseen" role="status">
        {skipped === null ? '' : `Skipped “${skipped.title}”. It can be undone.`}
      </span>
    </>
  );
}

type WordsProps = Pick<ChipProps, 'presenter'> & { readonly pace: Pace };

function Words({ presenter: { deck, store, act }, pace }: WordsProps) {
  switch (pace.is) {
    case 'open':
    case 'skipped':
      return null;
    case 'on-time':
      return (
        <p class="chip">
          <Icon name="check" />
          On time
        </p>
      );
    case 'behind': {
      const { minutes, block } = pace;
      // Under the pause nothing moves, and what cannot be pressed looks so (R40).
      return block === null || coverOf(store.state()) === 'pause' ? (
        <p class="chip chip--near">
          <Icon name="clock" />
          {minutes} min behind
        </p>
      ) : (
        <span class="chip-press">
          <Button onPress={() => press(() => act('skip'))} icon="clock" shortcut={keyOf('skip')}>
            {minutes} min behind: skip “{block.title}”{' '}
            <span class="chip-press__saves">({block.minutes} min)</span>
          </Button>
        </span>
      );
    }
    case 'near':
      return (
        <p class="chip chip--near">
          <Icon name="clock" />
          {bellWords(pace.minutes)}
          {isOffered(deck, 'land') && ': end calmly'}
        </p>
      );
  }
}

type UndoProps = Pick<ChipProps, 'presenter'> & {
  readonly block: DeckBlock;
  /** True where the key of the pace does this, and not the next skip. */
  readonly hasKey: boolean;
};

// Beside the next skip it is its sign alone: there is no room for two names.
function Undo({ presenter: { store, act }, block, hasKey }: UndoProps) {
  const words = `Undo: skipped “${block.title}”`;
  return (
    <span class="chip-press chip-press--done">
      {hasKey ? (
        <Button onPress={() => press(() => act('skip'))} icon="replay" shortcut={keyOf('skip')}>
          {words}
        </Button>
      ) : (
        <Button
          onPress={() => press(() => store.send({ type: 'put-back', block: block.id }))}
          icon="replay"
        >
          <span class="unseen">{words}</span>
        </Button>
      )}
    </span>
  );
}

// The button that a key has pressed is gone, or another one: focus goes on to what takes it back. A pointer leaves it to the lesson.
function press(does: () => void): void {
  const isByKey = document.activeElement?.matches('.chip-press .button') === true;
  does();
  if (!isByKey) return;
  requestAnimationFrame(() => {
    const next =
      document.querySelector<HTMLElement>('.chip-press--done .button') ??
      document.querySelector<HTMLElement>('.chip-press .button');
    next?.focus();
  });
}

function bellWords(minutes: number): string {
  if (minutes < 0) return 'Past the bell';
  return minutes === 0 ? 'The bell is now' : `${minutes} min to the bell`;
}
