import type { ComponentChildren } from 'preact';
import { codeText } from '../../room/code.ts';
import type { StoredRecord } from '../../room/protocol.ts';
import { Box, type Stage } from './box.tsx';
import { Covered } from './cover.tsx';
import { makeFiller } from './filler.ts';
import { HelpIcon } from './marks.tsx';
import { Help, Privacy } from './panels.tsx';
import { Screen } from './screen.tsx';
import { placeOf, type PupilEvent, type Page } from './visit.ts';

/** What lies over the screen: help, "What’s stored?", the question box, or nothing. */
export type Open = 'help' | 'kept' | 'box' | null;

type AppProps = {
  readonly page: Page;
  readonly open: Open;
  readonly record: StoredRecord | null;
  /** True where a question has come since something was opened over the screen. */
  readonly isAsked: boolean;
  readonly send: (happening: PupilEvent) => void;
  readonly stage: Stage;
  readonly post: (ballot: string, text: string) => void;
  readonly show: (open: Open) => void;
};

/** What is said where a question has come and something else is open. */
export const NEW_QUESTION = 'There is a new question';

/** The whole page: help and the way out above, one thing to do, and below what is kept. `index.html` has its door, so that a code can be typed before the script is here; `join.spec.ts` holds the two together. */
export function App(props: AppProps) {
  const { page, open, isAsked, send, show } = props;
  const place = placeOf(page.visit);
  const hasLeft = page.visit.at === 'left';
  const cover = place && page.cover ? page.cover : null;
  // Help that a pupil asks for lies over a pause too.
  const isCovered = cover === 'help' || (cover === 'pause' && open !== 'help');
  function leave(): void {
    show(null);
    send({ type: 'leave', filler: makeFiller() });
  }
  return (
    <>
      <header class="top">
        {cover === 'help' || page.help === 'none' ? (
          <span />
        ) : (
          <button
            type="button"
            class="button"
            aria-expanded={open === 'help'}
            onClick={() => show(open === 'help' ? null : 'help')}
          >
            <HelpIcon />
            Help
          </button>
        )}
        {!hasLeft && (
          <button type="button" class="button" onClick={leave}>
            Leave this page
          </button>
        )}
      </header>
      {cover && isCovered && (
        <main>
          <Covered cover={cover} help={page.help} />
        </main>
      )}
      <main hidden={isCovered}>
        {isAsked && (
          <p class="lead new">
            {NEW_QUESTION}
            <button type="button" class="button" onClick={() => show(null)}>
              Answer
            </button>
          </p>
        )}
        {over(props) ?? <Screen page={page} send={send} />}
        {page.box && <BoxHere {...props} />}
      </main>
      {!hasLeft && <Foot {...props} />}
    </>
  );
}

function Foot({ page, open, show }: AppProps) {
  const place = placeOf(page.visit);
  const isFree = !place || !page.cover;
  return (
    <footer class="foot">
      <span>{place && `Room ${codeText(place.code)}`}</span>
      {place && (
        <a class="link" href={`../read/?code=${place.code}`}>
          Read along
        </a>
      )}
      {page.box && isFree && (
        <button
          type="button"
          class="button"
          aria-expanded={open === 'box'}
          onClick={() => show('box')}
        >
          Question box
        </button>
      )}
      <span>
        We don’t ask your name.{' '}
        {isFree && (
          <button
            type="button"
            class="link"
            aria-expanded={open === 'kept'}
            onClick={() => show('kept')}
          >
            What’s stored?
          </button>
        )}
      </span>
    </footer>
  );
}

// Nothing where only the question box is open.
function over({ page, open, record, show }: AppProps): ComponentChildren {
  switch (open) {
    case 'box':
      return page.box ? false : null;
    case 'help':
      return <Help back={() => show(null)} help={page.help} />;
    case 'kept':
      return <Privacy record={record} back={() => show(null)} />;
    case null:
      return null;
  }
}

// What is typed and not sent waits out of sight while a question is answered; another seat has another box.
function BoxHere({ page, open, stage, post, show }: AppProps) {
  const ballot = placeOf(page.visit)?.box?.[0];
  return (
    <div hidden={open !== 'box'}>
      <Box
        key={ballot}
        ballot={ballot}
        stage={stage}
        post={post}
        back={() => show(null)}
        help={page.help}
      />
    </div>
  );
}
