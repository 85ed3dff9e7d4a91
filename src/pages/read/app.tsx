import { Icon } from '../../ui/controls.view.tsx';
import { Calm, Door, Help } from './calm.tsx';
import type { Reading } from '../../outputs/reading/reading.ts';
import type { Page, Reader } from './reader.ts';
import { SettingsPanel } from './settings-panel.tsx';
import type { Settings } from './settings.ts';
import { Slides } from './slides.tsx';
import { OLD_PAGE } from '../../text/protocol-version.ts';
import { wording } from '../../ui/wording.view.ts';
import { pageAddress } from '../../text/site-file.view.ts';

// A site that anyone may read has no board, and its readers are no staff.
const isPublic =
  document.querySelector<HTMLMetaElement>('meta[name="wholeclass-readers"]')?.content ===
  'everybody';

/** What is open on the page: help over the words, the settings beside them. */
export type Open = 'help' | 'settings' | null;

/** All that the page shows, and what its buttons do. */
export type AppProps = {
  readonly reader: Reader;
  readonly open: Open;
  readonly settings: Settings;
  readonly follows: boolean;
  readonly show: (open: Open) => void;
  readonly set: (settings: Settings) => void;
  readonly follow: (follows: boolean) => void;
};

/** The whole page: above, what is always there; below, the slides or what covers them. */
export function App(props: AppProps) {
  const { reader, open, settings, set } = props;
  const { place } = reader.page();
  if (place.at === 'left') return <Left />;
  return (
    <>
      <div class="over">
        <header class="bar">
          <Buttons {...props} />
        </header>
        <p class="unseen" role="status">
          {isAsking(reader.page()) && 'A question is open'}
        </p>
        {open === 'settings' && <SettingsPanel settings={settings} set={set} />}
      </div>
      <main id="main">
        <Main {...props} />
      </main>
    </>
  );
}

// Who reads along has a seat on the other page, or can take one there.
function isAsking({ place, staff }: Page): boolean {
  return !staff && place.at === 'reading' && place.reading.asking && place.reading.cover === 'none';
}

// What the lesson's help is about, as far as the page knows it; none where its subject has none.
function helpOn({ place }: Page): Reading['help'] {
  if (place.at === 'reading') return place.reading.help;
  return place.at === 'finished' ? place.help : undefined;
}

function Buttons({ reader, open, show, follows, follow }: AppProps) {
  const { place, staff, hasBoard } = reader.page();
  const toggle = (what: Open) => show(open === what ? null : what);
  return (
    <>
      {helpOn(reader.page()) !== 'none' && (
        <button
          type="button"
          class="button"
          aria-expanded={open === 'help'}
          onClick={() => toggle('help')}
        >
          <Icon name="help" />
          Help
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-expanded={open === 'settings'}
        aria-controls="settings"
        onClick={() => toggle('settings')}
      >
        Text and colours
      </button>
      {isAsking(reader.page()) && (
        <a class="button" href="../">
          Answer the question
        </a>
      )}
      {place.at === 'reading' && hasBoard && (
        <label class="button follow">
          <input
            type="checkbox"
            checked={follows}
            onChange={({ currentTarget }) => follow(currentTarget.checked)}
          />
          Follow the board
        </label>
      )}
      {staff && (
        <a class="bar__home" href={pageAddress('../../')}>
          Wholeclass, first page
        </a>
      )}
      {!staff && (
        <button type="button" class="button bar__leave" onClick={reader.leave}>
          Leave this page
        </button>
      )}
    </>
  );
}

function Main({ reader, open, show }: AppProps) {
  const page = reader.page();
  const back = (
    <button type="button" class="button" onClick={() => show(null)}>
      Back
    </button>
  );
  if (open === 'help') return <Help help={helpOn(page)}>{back}</Help>;
  return <Words page={page} join={reader.join} />;
}

function Words({
  page: { place, away, staff },
  join,
}: {
  readonly page: Page;
  readonly join: Reader['join'];
}) {
  switch (place.at) {
    case 'door':
      return <Door trouble={place.trouble} join={join} />;
    case 'coming':
      return away ? <Away /> : <Calm title="One moment" text="The slides are on their way." />;
    case 'reading':
      return place.reading.cover === 'pause' ? (
        <Calm
          title="Pause and think"
          text="Take a quiet minute. Think about what you have heard so far."
        />
      ) : (
        <>
          {staff && !isPublic && (
            <p class="advice">
              {wording(
                'This is the whole lesson, without notes. {Pupils} can read only what the {class} has been shown.',
              )}
            </p>
          )}
          {away && (
            <p class="advice">
              {wording(
                'This page cannot reach the {teacher}’s computer. It tries again by itself.',
              )}
            </p>
          )}
          {place.reading.slides.length === 0 && (
            <Calm
              title="You’re in"
              text={wording('The slides come here once the {class} has seen them.')}
            />
          )}
          {place.reading.slides.length > 0 && (
            <Slides reading={place.reading} answers={!staff && place.reading.asking} />
          )}
        </>
      );
    case 'finished':
      return place.help === 'none' ? (
        <Calm title="The lesson is over" text="You can close this page." />
      ) : (
        <Help title="The lesson is over" text="If you want to talk to someone:" help={place.help}>
          {/* Words and no links: the next pupil must not find a page of help open. */}
          {place.help === undefined && (
            <p>
              {wording('More help, and replies to send, are on the web. Ask your {teacher} where.')}
            </p>
          )}
        </Help>
      );
    case 'old':
      return (
        <Calm title={OLD_PAGE}>
          <button type="button" class="button" onClick={() => location.reload()}>
            Load it again
          </button>
        </Calm>
      );
    case 'left':
      return null;
  }
}

function Away() {
  return (
    <Calm
      title="One moment"
      text={wording(
        'This page cannot reach the {teacher}’s computer. It tries again by itself. You do not need to do anything.',
      )}
    />
  );
}

function Left() {
  return (
    <main id="main">
      <Calm title="You can close this page">
        <a class="button" href="../">
          Start again
        </a>
      </Calm>
    </main>
  );
}
