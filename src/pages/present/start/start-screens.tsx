import { useEffect, useState } from 'preact/hooks';
import type { ScreenPlace } from '../board/screens.ts';
import {
  canFindScreens,
  findBoardPlace,
  isScreensAllowed,
  seenScreens,
  watchScreens,
} from '../board/screens.view.ts';
import { startDrawings } from '../../../outputs/plan/start-drawings.ts';
import { oneScreen } from '../../../outputs/plan/start-words.ts';
import { wording } from '../../../ui/wording.view.ts';

type ScreensProps = {
  readonly screens: 'one' | 'two';
  readonly place: ScreenPlace | null;
  readonly choose: (screens: 'one' | 'two') => void;
  readonly setPlace: (place: ScreenPlace | null) => void;
};

/** The two ways to use screens, as drawings, and what the browser knows of them; where it may, it finds the second screen by itself. */
export function StartScreens({ screens, place, choose, setPlace }: ScreensProps) {
  const [problem, setProblem] = useState('');
  const [advice, setAdvice] = useState(seenScreens());
  // A cable may be put in, or a mirror switched, while the panel is open.
  useEffect(() => watchScreens(() => setAdvice(seenScreens())), []);
  useEffect(() => {
    if (advice !== 'several') return setPlace(null);
    void isScreensAllowed().then(
      async (isAllowed) => isAllowed && setPlace(await findBoardPlace()),
    );
  }, [advice, setPlace]);

  async function find(): Promise<void> {
    const found = await findBoardPlace();
    setPlace(found);
    setProblem(
      found === null
        ? 'The browser did not say which screen is which. Move the board’s window over by hand.'
        : '',
    );
  }

  const isFound = place !== null;
  const mayFind = advice === 'several' && !isFound && screens === 'two' && canFindScreens();
  return (
    <div class="row" role="group" aria-labelledby="row-screens">
      <span class="row__name" id="row-screens">
        Screens{' '}
        {advice !== 'unknown' && (
          <span>{advice === 'several' ? 'Projector found' : oneScreen.found}</span>
        )}
      </span>
      <div class="row__inside">
        <div class="screen-cards">
          <label class="screen-card">
            <input
              type="radio"
              name="screens"
              checked={screens === 'two'}
              onChange={() => choose('two')}
            />
            <Drawing of="two" />
            <span>
              <b>Two screens</b>
              <span>
                {isFound
                  ? `Notes here, slides fill the other screen${place.label === '' ? '' : `, “${place.label}”`}`
                  : 'Notes here, slides on the projector'}
              </span>
            </span>
          </label>
          <label class="screen-card">
            <input
              type="radio"
              name="screens"
              checked={screens === 'one'}
              onChange={() => choose('one')}
            />
            <Drawing of="one" />
            <span>
              <b>One screen</b>
              <span>{wording('{Pupils} see everything. Print your notes')}</span>
            </span>
          </label>
        </div>
        <p class="screens" role="status">
          {problem || (advice === 'one' && wording(oneScreen.means))}
        </p>
        {mayFind && (
          <button type="button" class="button" onClick={() => void find()}>
            Put the board there for me
          </button>
        )}
      </div>
    </div>
  );
}

function Drawing({ of: which }: { readonly of: 'one' | 'two' }) {
  return (
    <svg
      viewBox="0 0 100 56"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: startDrawings[which] }}
    />
  );
}
