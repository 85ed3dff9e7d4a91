import { useEffect, useState } from 'preact/hooks';
import { Button, Icon } from '../../../ui/controls.view.tsx';
import { adviceWords, type ScreenPlace } from './screens.ts';
import { canFindScreens, findBoardPlace, seenScreens, watchScreens } from './screens.view.ts';

type ScreenChoiceProps = {
  /** `place` is where the board is to go, where the browser has told. */
  readonly choose: (screens: 'one' | 'two', place: ScreenPlace | null) => void;
};

/** The two ways to use screens, as two big buttons, and what the browser knows of them. */
export function ScreenChoice({ choose }: ScreenChoiceProps) {
  const [place, setPlace] = useState<ScreenPlace | null>(null);
  const [problem, setProblem] = useState('');
  const advice = useAdvice();

  async function find(): Promise<void> {
    const found = await findBoardPlace();
    setPlace(found);
    setProblem(
      found === null
        ? 'The browser did not tell which screen is which. Move the board’s window over by hand.'
        : '',
    );
  }

  const words = problem || adviceWords(advice, place);
  return (
    <>
      <p class="screens" role="status" hidden={words === ''}>
        <span>{words}</span>
        {advice === 'several' && place === null && canFindScreens() && (
          <Button onPress={() => void find()}>Put the board there for me</Button>
        )}
      </p>
      <div class="choices">
        <button type="button" class="choice" onClick={() => choose('one', null)}>
          <Icon name="screen" />
          <strong>Only this one, or it is mirrored</strong>
          <span>This window becomes the board. No notes are shown.</span>
        </button>
        <button type="button" class="choice" onClick={() => choose('two', place)}>
          <Icon name="screens" />
          <strong>The board is on a second screen</strong>
          <span>
            {place === null
              ? 'The board opens in a window of its own: move it to the big screen. Your notes stay here.'
              : 'The board opens there, as large as the screen. Your notes stay here.'}
          </span>
        </button>
      </div>
    </>
  );
}

// A cable may be put in, or a mirror switched, while the panel is open.
function useAdvice() {
  const [advice, setAdvice] = useState(seenScreens());
  useEffect(() => watchScreens(() => setAdvice(seenScreens())), []);
  return advice;
}
