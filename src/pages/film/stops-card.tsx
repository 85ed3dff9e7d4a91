import { useEffect, useRef, useState } from 'preact/hooks';
import {
  linesOfMessages,
  messagesInLines,
  withoutStop,
  withStop,
  type DraftStop,
  stopsEarly,
} from '../../film/film-draft.ts';
import { MAX_QUESTION } from '../../film/manifest.ts';
import { MOMENTS, momentWords, stopNamed } from '../../film/moments.ts';
import { readClockTime, writeClockTime } from '../../text/clock-time.ts';
import { Button } from '../../ui/controls.view.tsx';
import type { DraftDesk } from './use-draft.ts';

type StopsProps = {
  readonly desk: DraftDesk;
  /** Which stop is being changed, by its id. */
  readonly open: number | null;
  readonly setOpen: (id: number | null) => void;
  readonly seek: (at: number) => void;
};

/** Where the film stops, and what is asked there. */
export function StopsCard({ desk, open, setOpen, seek }: StopsProps) {
  const { stops } = desk.draft;
  return (
    <section class="card film-card" aria-labelledby="film-stops">
      <h2 id="film-stops" tabIndex={-1}>
        Stops <span class="film-count">{stops.length}</span>
      </h2>
      {stops.length === 0 && (
        <p>Play the film, and press S or “Stop here” where the class talks.</p>
      )}
      <ol class="film-stops">
        {stops.map((stop, index) =>
          stop.id === open ? (
            <li key={stop.id} class="film-stop film-stop--open">
              <StopForm
                desk={desk}
                stop={stop}
                number={index + 1}
                seek={seek}
                close={() => setOpen(null)}
              />
            </li>
          ) : (
            <li key={stop.id} class="film-stop">
              <span class="film-stop__flag">{index + 1}</span>
              <button type="button" class="film-stop__time" onClick={() => seek(stop.at)}>
                {writeClockTime(stop.at)}
              </button>
              <span class="film-stop__words">
                <b>{momentWords(stop.stop) || 'Which moment?'}</b>{' '}
                {stop.question || 'No question yet'}
              </span>
              <Button variant="quiet" onPress={() => (seek(stop.at), setOpen(stop.id))}>
                Change<span class="unseen"> stop {index + 1}</span>
              </Button>
            </li>
          ),
        )}
      </ol>
      {stopsEarly(desk.draft) && (
        <p>
          The first stop is very early. Let the story begin, so that the class has something to talk
          about.
        </p>
      )}
    </section>
  );
}

type FormProps = {
  readonly desk: DraftDesk;
  readonly stop: DraftStop;
  readonly number: number;
  readonly seek: (at: number) => void;
  readonly close: () => void;
};

function StopForm({ desk: { draft, change }, stop, number, seek, close }: FormProps) {
  const [isOther, setOther] = useState(
    stop.stop !== '' && !MOMENTS.some((one) => one.stop === stop.stop),
  );
  const [lines, setLines] = useState<string | null>(
    stop.messages.length > 0 ? linesOfMessages(stop.messages) : null,
  );
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (next: Partial<Omit<DraftStop, 'id'>>, field: string) =>
    change(withStop(draft, stop.id, next), `${stop.id} ${field}`);
  const id = (name: string) => `stop-${stop.id}-${name}`;

  function choose(chosen: string): void {
    setOther(chosen === OTHER);
    if (chosen === OTHER) return set({ stop: '' }, 'moment');
    const moment = MOMENTS.find((one) => one.stop === chosen);
    const isUnasked = stop.question === '' || MOMENTS.some(({ ask }) => ask === stop.question);
    set({ stop: chosen, ...(isUnasked && moment && { question: moment.ask }) }, 'moment');
  }

  function move(by: number): void {
    const at = Math.round((stop.at + by) * 1000) / 1000;
    set({ at }, 'time');
    seek(at);
  }

  return (
    <form
      class="film-form"
      aria-label={`Stop ${number}`}
      onSubmit={(event) => (event.preventDefault(), close())}
    >
      <div class="film-row">
        <span class="film-stop__flag">{number}</span>
        <p class="field film-time">
          <label class="unseen" htmlFor={id('time')}>
            When
          </label>
          <input
            id={id('time')}
            value={timeWords(stop.at)}
            onChange={(event) => {
              const at = readClockTime(event.currentTarget.value);
              if (at === undefined) event.currentTarget.value = timeWords(stop.at);
              else move(at - stop.at);
            }}
          />
        </p>
        <Button onPress={() => move(-1)}>1 s earlier</Button>
        <Button onPress={() => move(1)}>1 s later</Button>
      </div>
      <p class="field">
        <label htmlFor={id('moment')}>Which moment of the story is it?</label>
        <select
          id={id('moment')}
          ref={first}
          value={isOther ? OTHER : stop.stop}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">Choose</option>
          {MOMENTS.map(({ stop: name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
          <option value={OTHER}>Another moment</option>
        </select>
      </p>
      {isOther && (
        <p class="field">
          <label htmlFor={id('name')}>What do you call it?</label>
          <input
            id={id('name')}
            maxLength={40}
            defaultValue={stop.stop.replaceAll('-', ' ')}
            onInput={(event) => set({ stop: stopNamed(event.currentTarget.value) }, 'name')}
          />
        </p>
      )}
      <p class="field">
        <label htmlFor={id('question')}>What do you ask the class here?</label>
        <textarea
          id={id('question')}
          rows={2}
          maxLength={MAX_QUESTION}
          value={stop.question}
          onInput={(event) => set({ question: event.currentTarget.value }, 'question')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            close();
          }}
        />
      </p>
      {lines === null ? (
        <Button variant="quiet" onPress={() => setLines('')}>
          Add lines to show
        </Button>
      ) : (
        <p class="field">
          <label htmlFor={id('lines')}>Lines that the question is about</label>
          <span class="field__help" id={id('lines-help')}>
            A line each, who and what: “asks: send me a pic?”. Who is asks, is asked, passes it on,
            helps, or a name.
          </span>
          <textarea
            id={id('lines')}
            aria-describedby={id('lines-help')}
            rows={3}
            value={lines}
            onInput={(event) => {
              setLines(event.currentTarget.value);
              set({ messages: messagesInLines(event.currentTarget.value) }, 'lines');
            }}
          />
        </p>
      )}
      <div class="film-row">
        <Button variant="main">Save stop</Button>
        <Button
          onPress={() => {
            change(withoutStop(draft, stop.id), '');
            close();
          }}
        >
          Delete stop
        </Button>
      </div>
    </form>
  );
}

const OTHER = 'other';

function timeWords(at: number): string {
  const tenths = Math.round(at * 10) % 10;
  return tenths === 0 ? writeClockTime(at) : `${writeClockTime(at)}.${tenths}`;
}
