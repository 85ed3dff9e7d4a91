import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { filmTurn, skipTo } from '../film/film-turn.ts';
import { keyOf } from '../session/keys.ts';
import { isMainOff, mainStep } from '../session/main-step.ts';
import { isAtEnd } from '../session/moves.ts';
import { coverOf, isLanding } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { mainLooks } from './main-looks.ts';
import './main-button.css';

type MainProps = {
  readonly presenter: Pick<
    Presenter,
    'deck' | 'store' | 'act' | 'card' | 'ui' | 'change' | 'closePoll'
  >;
};

/** Back, and the one main button, whose words are the next right thing; what closing a question asks takes their place. */
export function MainButtons({ presenter }: MainProps) {
  const { deck, store, act, card, change } = presenter;
  const state = store.state();
  const isPaused = coverOf(state) === 'pause';
  const isSure = isAsking(presenter);
  const step = mainStep(deck, state, card());
  const { icon, words, variant = 'main' } = mainLooks[step];
  const keepOpen = () => change({ closing: false });
  useEffect(() => {
    if (!isSure) return;
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) change({ closing: false });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isSure, change]);
  return (
    <div
      class={isSure ? 'main-buttons sure' : 'main-buttons'}
      role="group"
      aria-label={isSure ? 'Close the poll?' : undefined}
    >
      {isSure ? (
        <p class="sure__words">
          <b>Close it?</b> <span>Answers stop</span>
        </p>
      ) : (
        <Button
          onPress={() => act('back')}
          icon="back"
          shortcut={keyOf('back')}
          disabled={isPaused || isAtEnd(deck, state, 'back')}
        >
          {isLanding(state) && !isPaused ? 'Back to the slide' : 'Back'}
        </Button>
      )}
      {/* One button, whatever it says: pressed twice, by mouse or key, it keeps the poll open. */}
      <div class="main-buttons__one" key="main">
        <Button
          onPress={isSure ? keepOpen : () => act('main')}
          icon={isSure ? 'back' : icon}
          variant={isSure ? 'plain' : variant}
          shortcut={isSure ? 'Esc' : keyOf('main')}
          disabled={!isSure && isMainOff(step, state)}
        >
          {isSure ? 'Keep open' : words}
        </Button>
      </div>
      {isSure && (
        <Button onPress={presenter.closePoll} variant="main" shortcut={keyOf('close')}>
          Close poll
        </Button>
      )}
    </div>
  );
}

/** True while closing asks once more (R7), where there is something to close. */
export function isAsking({ ui, card, store }: Pick<Presenter, 'ui' | 'card' | 'store'>): boolean {
  const isPaused = coverOf(store.state()) === 'pause';
  return ui().closing && !isPaused && card()?.offers.includes('close') === true;
}

/** While a part of the film is at hand: leaves the part out, and asks first. */
export function SkipFilmButton({
  presenter: { deck, store, act },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
}) {
  const state = store.state();
  if (filmTurn(deck, state) === null || skipTo(deck, state) === null) return null;
  return (
    <Button onPress={() => act('skip-film')} variant="quiet" shortcut={keyOf('skip-film')}>
      Skip this part
    </Button>
  );
}
