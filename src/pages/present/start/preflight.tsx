import { useEffect, useState } from 'preact/hooks';
import { chime } from '../../../outputs/board/chime.view.ts';
import type { DeckFilm } from '../../../outputs/board/deck.ts';
import { Button, Icon } from '../../../ui/controls.view.tsx';
import { pageAddress } from '../../../text/site-file.view.ts';
import { SITE } from '../session/lesson-files.view.ts';
import {
  preflightLines,
  preflightSum,
  type PreflightFacts,
  type PreflightLine,
} from './preflight-lines.ts';
import { seenScreens } from '../board/screens.view.ts';
import type { OwnTick } from './typed-start.ts';
import { countCaptions, tryFilm } from '../film/try-film.view.ts';
import './preflight.css';

type PreflightProps = Pick<
  PreflightFacts,
  'isByTablet' | 'isReached' | 'contacts' | 'bell' | 'hasHelp'
> & {
  readonly slug: string;
  readonly film: DeckFilm | null;
  readonly ticked: readonly OwnTick[];
  readonly tick: (tick: OwnTick, on: boolean) => void;
};

/** “Does everything work?”, folded away until someone wants to know; the film is tried when it is opened. */
export function Preflight({ slug, film, ticked, tick, ...facts }: PreflightProps) {
  const [isOpen, open] = useState(false);
  const tried = useTriedFilm(film, isOpen);
  const lines = preflightLines({
    ...facts,
    ...tried,
    filmTitle: film?.title ?? '',
    sound: ticked.includes('sound'),
    paper: ticked.includes('paper'),
    screens: seenScreens(),
  });
  return (
    <details class="card preflight" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        Does everything work?{' '}
        <span>{isOpen ? preflightSum(lines) : 'One look, half a minute'}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line.id} class={line.isReady ? 'preflight__ready' : ''}>
            <Icon name={line.isReady ? 'check' : 'todo'} />
            <p>
              <b>{line.name}</b> <span class="unseen">{line.isReady ? 'done' : 'to do'}: </span>
              {line.words} <Links slug={slug} id={line.id} hasHelp={facts.hasHelp} />
            </p>
            <OwnPart id={line.id} ticked={ticked} tick={tick} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the film's own file does in this browser; nothing is tried before the look is open. */
function useTriedFilm(
  film: DeckFilm | null,
  isOpen: boolean,
): Pick<PreflightFacts, 'plays' | 'captions'> {
  const [plays, setPlays] = useState<boolean | null>(null);
  const [captions, setCaptions] = useState<number | null>(null);
  useEffect(() => {
    if (film === null || !isOpen) return undefined;
    const trial = tryFilm(`${SITE}${film.src}`);
    void trial.plays.then(setPlays);
    void countCaptions(film.captions === null ? null : `${SITE}${film.captions}`).then(setCaptions);
    return trial.end;
  }, [film, isOpen]);
  return { plays, captions };
}

type LinksProps = {
  readonly slug: string;
  readonly id: PreflightLine['id'];
  readonly hasHelp: boolean;
};

function Links({ slug, id, hasHelp }: LinksProps) {
  if (id === 'contacts') return <a href={`${pageAddress(`${SITE}school/`)}#contacts`}>See them</a>;
  if (id !== 'paper') return null;
  return (
    <>
      {hasHelp && (
        <>
          <a href={pageAddress(`${SITE}print/help-card/`)}>Help cards</a> ·{' '}
        </>
      )}
      <a href={pageAddress(`${SITE}print/${slug}/worksheet/`)}>Worksheet</a>
    </>
  );
}

type OwnPartProps = Pick<PreflightProps, 'ticked' | 'tick'> & { readonly id: PreflightLine['id'] };

function OwnPart({ id, ticked, tick }: OwnPartProps) {
  if (id !== 'sound' && id !== 'paper') return null;
  return (
    <span class="preflight__own">
      {id === 'sound' && (
        <Button onPress={chime} icon="sound">
          Play a sound
        </Button>
      )}
      <label htmlFor={`preflight-${id}`}>
        <input
          id={`preflight-${id}`}
          type="checkbox"
          checked={ticked.includes(id)}
          onChange={(event) => tick(id, event.currentTarget.checked)}
        />
        {id === 'sound' ? 'I heard it' : 'Printed'}
      </label>
    </span>
  );
}
