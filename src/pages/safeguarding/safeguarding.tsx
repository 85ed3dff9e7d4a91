import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LeftNotes, WaitingNotes } from '../../room/protocol.ts';
import { waitingWords } from '../../room/waiting-notes.ts';
import { fetchWaitingNotes } from '../../room/waiting-notes.view.ts';
import { fetchReviews } from '../../review/review-requests.view.ts';
import type { ReviewState } from '../../review/review.ts';
import { waitingLessons } from '../../review/review-words.ts';
import { parseKeyWords } from '../../room/key-words.ts';
import { Button } from '../../ui/controls.view.tsx';
import '../../ui/controls.css';
import { wording } from '../../ui/wording.view.ts';
import { KeyMaker } from './key-maker.tsx';
import { NoteList } from './note-list.tsx';
import { openNotes, type KeyReason } from './requests.ts';
import { troubleWith, WordsField } from '../../room/words-field.view.tsx';

type Opened = { readonly words: string; readonly left: LeftNotes };

/** Notes left open and alone close, in ms. */
const CLOSE_MS = 10 * 60_000;

function SafeguardingPage() {
  const [waiting, setWaiting] = useState<WaitingNotes | 'away' | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [making, setMaking] = useState<KeyReason | null>(null);
  const [isOpening, setOpening] = useState(false);
  const refresh = () => void fetchWaitingNotes('../').then((found) => setWaiting(found ?? 'away'));
  useEffect(refresh, []);
  useCloseWhenIdle(opened !== null, setOpened);

  /** Opens the notes with the words of a new key; a deputy’s leaves them open as they are. */
  async function made(reason: KeyReason, words: string): Promise<void> {
    setMaking(null);
    refresh();
    if (reason === 'also') return;
    setOpened(null);
    setOpening(true);
    const reply = await openNotes(words);
    setOpening(false);
    setOpened(reply.is === 'done' ? { words, left: reply.body } : null);
  }

  if (waiting === null) return <p role="status">Looking for notes…</p>;
  if (isOpening) return <p role="status">Opening the notes…</p>;
  if (waiting === 'away') {
    return (
      <p class="advice">
        Wholeclass didn’t answer. Check that it’s running, then load the page again.
      </p>
    );
  }
  const maker = (reason: KeyReason, cancel: (() => void) | null) => (
    <KeyMaker
      reason={reason}
      holder={opened?.words ?? ''}
      needsCode={waiting.needsCode}
      made={(words) => void made(reason, words)}
      cancel={cancel}
    />
  );
  if (waiting.keys === 0) {
    return (
      <>
        <Waiting count={waiting.waiting} />
        {maker('first', null)}
      </>
    );
  }
  if (making !== null) return maker(making, () => setMaking(null));
  if (opened === null) {
    return (
      <>
        <Waiting count={waiting.waiting} />
        <OpenForm open={setOpened} />
        <Lost make={() => setMaking('lost')} />
      </>
    );
  }
  const { words } = opened;
  const close = () => (setOpened(null), refresh());
  // What was asked for before the notes were closed does not open them again.
  const change = (left: LeftNotes) => (
    setOpened((now) => (now?.words === words ? { words, left } : now)),
    refresh()
  );
  return (
    <>
      <NoteList words={words} left={opened.left} change={change} close={close} />
      <Keys count={waiting.keys} make={setMaking} />
    </>
  );
}

/** The way to the lessons that teachers wrote, where there are any. */
function ToReview() {
  const [states, setStates] = useState<readonly ReviewState[]>([]);
  useEffect(() => {
    void fetchReviews('../').then((reply) => {
      if (reply.is === 'done') setStates(reply.body.reviews.map(({ state }) => state));
    });
  }, []);
  if (states.length === 0) return null;
  return (
    <section class="card part" aria-labelledby="to-review">
      <h2 id="to-review">Lessons to review</h2>
      <p>{waitingLessons(states) || 'None waits for you.'}</p>
      <p>
        <a class="button" href="review/">
          Lessons to review
        </a>
      </p>
    </section>
  );
}

function OpenForm({ open }: { readonly open: (opened: Opened) => void }) {
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isOpening, setOpening] = useState(false);

  async function send(): Promise<void> {
    const key = parseKeyWords(typed);
    if (key.is !== 'words') return setTrouble(troubleWith(typed));
    setTrouble('');
    setOpening(true);
    const reply = await openNotes(key.words);
    setOpening(false);
    if (reply.is === 'done') open({ words: key.words, left: reply.body });
    else setTrouble(reply.message);
  }

  return (
    <section class="card part" aria-labelledby="open">
      <h2 id="open">Open the notes</h2>
      <p>
        {wording('Make sure no {pupil} can see this screen.')} The notes close by themselves after
        ten minutes.
      </p>
      <form class="safeguarding__form" onSubmit={(event) => (event.preventDefault(), void send())}>
        <WordsField label="Your eight words" value={typed} change={setTyped} trouble={trouble} />
        <p>
          <Button variant="main" disabled={isOpening}>
            {isOpening ? 'Opening the notes…' : 'Open the notes'}
          </Button>
        </p>
      </form>
    </section>
  );
}

function Lost({ make }: { readonly make: () => void }) {
  return (
    <details class="card part">
      <summary>I’ve lost my words</summary>
      <p>
        Nobody can look them up. If a deputy has a key, they can open the notes here and make a new
        key for you.
      </p>
      <p>
        If nobody has a key any more, make a new one. Notes that are waiting now stay sealed to the
        old words.
      </p>
      <p>
        <Button onPress={make}>Make a new key</Button>
      </p>
    </details>
  );
}

function Keys({
  count,
  make,
}: {
  readonly count: number;
  readonly make: (reason: KeyReason) => void;
}) {
  return (
    <section class="card part" aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <p>
        {count === 1
          ? 'Only you have a key. If you lose your words, nobody can open the notes: make one for a deputy too.'
          : `${count} people have a key.`}
      </p>
      <p class="button-row">
        <Button onPress={() => make('also')} icon="plus">
          Make a key for a deputy
        </Button>
        <Button onPress={() => make('instead')}>Replace your key</Button>
      </p>
    </section>
  );
}

function Waiting({ count }: { readonly count: number }) {
  return count === 0 ? null : <p class="chip safeguarding__count">{waitingWords(count)}.</p>;
}

/** Calls `close` with null once nothing has been pressed or moved for ten minutes, and before another page is shown in this one's place. */
function useCloseWhenIdle(isOpen: boolean, close: (opened: null) => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeNow = () => close(null);
    let timer = setTimeout(closeNow, CLOSE_MS);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(closeNow, CLOSE_MS);
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'scroll'];
    for (const event of events) addEventListener(event, again, { passive: true });
    addEventListener('pagehide', closeNow);
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, again);
      removeEventListener('pagehide', closeNow);
    };
  }, [isOpen, close]);
}

const place = document.querySelector<HTMLElement>('#safeguarding');
if (place) {
  place.textContent = '';
  render(
    <>
      <h1>Notes for your safeguarding lead</h1>
      <p class="lead">
        {wording(
          'When a lesson ends before a note in its question box is dealt with, the note comes here. Only your safeguarding lead can open it.',
        )}
      </p>
      <div class="safeguarding">
        <ToReview />
        <SafeguardingPage />
      </div>
    </>,
    place,
  );
}
startRunningNotice();
