import type { ComponentChildren } from 'preact';
import { codeText } from '../../room/code.ts';
import type { StoredRecord } from '../../room/protocol.ts';
import { makeFiller } from './filler.ts';
import { HelpIcon } from './marks.tsx';
import { Help, Kept } from './panels.tsx';
import { Screen } from './screen.tsx';
import { placeOf, type Happening, type Page } from './visit.ts';

/** What lies over the screen: help, "What is kept?", or nothing. */
export type Open = 'help' | 'kept' | null;

type AppProps = {
  readonly page: Page;
  readonly open: Open;
  readonly record: StoredRecord | null;
  readonly isServed: boolean;
  readonly send: (happening: Happening) => void;
  readonly show: (open: Open) => void;
};

/** The whole page: help and the way out above, one thing to do, and below what is kept. */
export function App({ page, open, record, isServed, send, show }: AppProps) {
  const place = placeOf(page.visit);
  const hasLeft = page.visit.at === 'left';
  function leave(): void {
    show(null);
    send({ type: 'leave', filler: makeFiller() });
  }
  return (
    <>
      <header class="top">
        <button type="button" class="button" aria-expanded={open === 'help'} onClick={() => show(open === 'help' ? null : 'help')}>
          <HelpIcon />
          Help
        </button>
        {!hasLeft && (
          <button type="button" class="button" onClick={leave}>
            Leave this page
          </button>
        )}
      </header>
      <main>{over(open, record, show) ?? <Screen page={page} isServed={isServed} send={send} />}</main>
      {!hasLeft && (
        <footer class="foot">
          <span>{place && `Room ${codeText(place.code)}`}</span>
          <span>
            We don’t ask your name.{' '}
            <button type="button" class="link" aria-expanded={open === 'kept'} onClick={() => show('kept')}>
              What is kept?
            </button>
          </span>
        </footer>
      )}
    </>
  );
}

function over(open: Open, record: StoredRecord | null, show: (open: Open) => void): ComponentChildren {
  switch (open) {
    case 'help':
      return <Help back={() => show(null)} />;
    case 'kept':
      return <Kept record={record} back={() => show(null)} />;
    case null:
      return null;
  }
}
