import { Button } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import { keyOf, type Action } from '../session/keys.ts';
import type { Offer, PollCard } from './poll-card.ts';
import type { Presenter } from '../session/presenter.view.ts';

const offers: Readonly<
  Record<
    Offer,
    { readonly action: Action | null; readonly words: string; readonly icon?: IconName }
  >
> = {
  ask: { action: 'ask', words: 'Ask' },
  'ask-again': { action: 'ask', words: 'Ask again' },
  hands: { action: 'hands', words: 'Count hands' },
  close: { action: 'close', words: 'Close poll' },
  show: { action: 'show', words: 'Show result' },
  hide: { action: 'show', words: 'Hide result' },
  // It asks once more, in a dialog of its own.
  discard: { action: null, words: 'Discard answers' },
};

type PollButtonsProps = {
  readonly presenter: Pick<Presenter, 'ui' | 'act' | 'change'>;
  readonly card: PollCard;
};

/** What can be done with the question now; Close asks once more, since it cannot be undone (R7). */
export function PollButtons({ presenter, card }: PollButtonsProps) {
  const isSure = presenter.ui().closing && card.offers.includes('close');
  return (
    <div
      class={isSure ? 'buttons sure' : 'buttons'}
      role="group"
      aria-label={isSure ? 'Close the poll?' : 'The question'}
    >
      {isSure ? <Sure presenter={presenter} /> : <Offers presenter={presenter} card={card} />}
    </div>
  );
}

function Sure({ presenter }: Pick<PollButtonsProps, 'presenter'>) {
  return (
    <>
      <p>
        Close the poll? <span class="sure__why">No answer can be added or changed after that.</span>
      </p>
      <Button onPress={() => presenter.act('close')} variant="main" shortcut={keyOf('close')}>
        Close poll
      </Button>
      <Button onPress={() => presenter.change({ closing: false })}>Keep it open</Button>
    </>
  );
}

function Offers({ presenter, card }: PollButtonsProps) {
  return card.offers.map((offer, i) => {
    const { action, words } = offers[offer];
    const look = i === 0 && !card.elsewhere && offer !== 'hide' ? 'main' : 'plain';
    return action === null ? (
      <Button key={offer} onPress={() => presenter.change({ dialog: 'discard' })} variant="quiet">
        {words}
      </Button>
    ) : (
      <Button
        key={offer}
        onPress={() => presenter.act(action)}
        variant={look}
        shortcut={keyOf(action)}
      >
        {card.elsewhere && offer === 'close' ? 'Close the question' : words}
      </Button>
    );
  });
}
