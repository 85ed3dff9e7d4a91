import { Button } from '../../look/controls.view.tsx';
import type { IconName } from '../../look/icons.ts';
import { keyOf, type Action } from './keys.ts';
import type { Offer, PollCard } from './poll-card.ts';
import type { Presenter } from './presenter.view.ts';

const offers: Readonly<Record<Offer, { readonly action: Action; readonly words: string; readonly icon?: IconName }>> = {
  ask: { action: 'ask', words: 'Ask' },
  'ask-again': { action: 'ask', words: 'Ask again' },
  hands: { action: 'hands', words: 'Count hands' },
  close: { action: 'close', words: 'Close' },
  show: { action: 'show', words: 'Show' },
  hide: { action: 'show', words: 'Hide' },
};

type PollButtonsProps = { readonly presenter: Presenter; readonly card: PollCard };

/** What can be done with the question now; Close asks once more, since it cannot be undone (R7). */
export function PollButtons({ presenter, card }: PollButtonsProps) {
  const isSure = presenter.ui().closing && card.offers.includes('close');
  return (
    <div class={isSure ? 'buttons sure' : 'buttons'} role="group" aria-label={isSure ? 'Close the poll for good?' : 'The question'}>
      {isSure ? <Sure presenter={presenter} /> : <Offers presenter={presenter} card={card} />}
    </div>
  );
}

function Sure({ presenter }: Pick<PollButtonsProps, 'presenter'>) {
  return (
    <>
      <p>
        Close for good? <span class="sure__why">Nobody can answer after that.</span>
      </p>
      <Button press={() => presenter.act('close')} look="main" shortcut={keyOf('close')}>
        Yes, close
      </Button>
      <Button press={() => presenter.change({ closing: false })}>Keep it open</Button>
    </>
  );
}

function Offers({ presenter, card }: PollButtonsProps) {
  return card.offers.map((offer, i) => (
    <Button
      key={offer}
      press={() => presenter.act(offers[offer].action)}
      look={i === 0 && !card.elsewhere ? 'main' : 'plain'}
      shortcut={keyOf(offers[offer].action)}
    >
      {card.elsewhere && offer === 'close' ? 'Close the question' : offers[offer].words}
    </Button>
  ));
}
