import { Button, Icon } from '../../../ui/controls.view.tsx';
import { isOffered, keyOf } from '../session/keys.ts';
import { readPace } from '../session/pace.ts';
import type { Presenter } from '../session/presenter.view.ts';

type ChipProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
  readonly now: Date;
};

/** The pace against the bell in a few words; behind time one press skips a part that may go, and brings it back. */
export function PaceChip({ presenter: { deck, store, act }, now }: ChipProps) {
  const pace = readPace(deck, store.state(), now.getTime());
  switch (pace.is) {
    case 'open':
      return null;
    case 'on-time':
      return (
        <p class="chip">
          <Icon name="check" />
          On time
        </p>
      );
    case 'behind':
      return pace.block === null ? (
        <p class="chip chip--near">
          <Icon name="clock" />
          {pace.minutes} min behind
        </p>
      ) : (
        <span class="chip-press">
          <Button onPress={() => act('skip')} icon="clock" shortcut={keyOf('skip')}>
            {pace.minutes} min behind: skip “{pace.block.title}”
          </Button>
        </span>
      );
    case 'skipped':
      return (
        <span class="chip-press chip-press--done">
          <Button onPress={() => act('skip')} icon="replay" shortcut={keyOf('skip')}>
            Undo: skipped “{pace.block.title}”
          </Button>
        </span>
      );
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

function bellWords(minutes: number): string {
  return minutes === 0 ? 'The bell is now' : `${minutes} min to the bell`;
}
