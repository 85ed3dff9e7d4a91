import { useEffect, useState } from 'preact/hooks';
import type { WaitingNotes } from '../room/protocol.ts';
import { waitingWords } from '../room/waiting-notes.ts';
import { fetchWaitingNotes } from '../room/waiting-notes.view.ts';

/** That notes of a question box wait for the safeguarding lead, and where they open them: never what the notes say (R8, R25). */
export function LeftNotes() {
  const [left, setLeft] = useState<WaitingNotes | null>(null);
  useEffect(() => void fetchWaitingNotes('./').then(setLeft), []);
  if (left === null || left.waiting === 0) return null;
  return (
    <section class="advice library-note" aria-labelledby="left">
      <h2 id="left">{waitingWords(left.waiting)}</h2>
      <p>
        A lesson ended before every note in its question box was dealt with.{' '}
        {left.keys === 0
          ? 'Your safeguarding lead makes a key first, which takes two minutes.'
          : `Only your safeguarding lead can open ${left.waiting === 1 ? 'it' : 'them'}.`}
      </p>
      <p>
        <a class="button" href="./safeguarding/">
          {left.keys === 0 ? 'Make the key' : 'Open the notes'}
        </a>
      </p>
    </section>
  );
}
