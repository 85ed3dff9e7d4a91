import { isAsking } from '../panels/main-button.tsx';
import { Button } from '../../../ui/controls.view.tsx';
import { keyOf, type Action } from '../session/keys.ts';
import { mainStep, type MainStep } from '../session/main-step.ts';
import type { Offer, PollCard } from './poll-card.ts';
import type { Presenter } from '../session/presenter.view.ts';

type OfferLook = { readonly words: string } & (
  | { readonly action: Action }
  | { readonly dialog: 'cards' | 'discard' }
);

const offers: Readonly<Record<Offer, OfferLook>> = {
  ask: { action: 'ask', words: 'Ask' },
  'ask-again': { action: 'ask', words: 'Ask again' },
  hands: { action: 'hands', words: 'Count hands' },
  cards: { dialog: 'cards', words: 'Read cards' },
  close: { action: 'close', words: 'Close poll' },
  show: { action: 'show', words: 'Show result' },
  talk: { action: 'show', words: 'Talk in pairs' },
  hide: { action: 'show', words: 'Hide result' },
  // It asks once more, in a dialog of its own.
  discard: { dialog: 'discard', words: 'Discard answers' },
};

type PollButtonsProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'card' | 'change' | 'ui'>;
  readonly card: PollCard;
};

/** What else can be done with the question now, beside the main button; Close asks once more, since it cannot be undone (R7). */
export function PollButtons({ presenter, card }: PollButtonsProps) {
  const step = mainStep(presenter.deck, presenter.store.state(), presenter.card());
  // What closing asks is in the bar.
  const isClosing = isAsking(presenter);
  const beside = card.offers.filter((offer) => offer !== step && !(isClosing && offer === 'close'));
  return (
    <div class="buttons" role="group" aria-label="The question">
      {beside.map((offer) => (
        <OfferButton key={offer} presenter={presenter} card={card} offer={offer} />
      ))}
      {isPollStep(step) && (
        <Button onPress={() => presenter.act('next')} shortcut={keyOf('next')}>
          Next
        </Button>
      )}
    </div>
  );
}

function OfferButton({ presenter, card, offer }: PollButtonsProps & { readonly offer: Offer }) {
  const look = offers[offer];
  const { words } = look;
  if ('dialog' in look) {
    return <Button onPress={() => presenter.change({ dialog: look.dialog })}>{words}</Button>;
  }
  return (
    <Button onPress={() => presenter.act(look.action)} shortcut={keyOf(look.action)}>
      {card.elsewhere && offer === 'close' ? 'Close the question' : words}
    </Button>
  );
}

// Where the main button has to do with the question, the page is turned from here.
function isPollStep(step: MainStep): boolean {
  return (
    step === 'ask' || step === 'hands' || step === 'close' || step === 'show' || step === 'talk'
  );
}
