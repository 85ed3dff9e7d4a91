import { useEffect, useState } from 'preact/hooks';
import { wording } from '../../ui/wording.view.ts';
import { fetchReviews } from '../../review/review-requests.view.ts';
import type { ReviewState } from '../../review/review.ts';
import { waitingLessons } from '../../review/review-words.ts';
import type { WaitingNotes } from '../../room/protocol.ts';
import { waitingWords } from '../../room/waiting-notes.ts';
import { fetchWaitingNotes } from '../../room/waiting-notes.view.ts';
import { Section } from '../../ui/fields.view.tsx';

/** Where a program serves this page, and teachers wrote safeguarding lessons: the way to their reviews. */
export function ReviewsSection() {
  const [states, setStates] = useState<readonly ReviewState[]>([]);
  useEffect(() => {
    if (!isServed()) return;
    void fetchReviews('../').then((reply) => {
      if (reply.is === 'done') setStates(reply.body.reviews.map(({ state }) => state));
    });
  }, []);
  if (states.length === 0) return null;
  return (
    <Section id="reviews" title="Lessons to review">
      <p>
        Safeguarding lessons that teachers here wrote are taught once the lead or a deputy has
        reviewed them. {waitingLessons(states)}
      </p>
      <p>
        <a class="button" href="../safeguarding/review/">
          Lessons to review
        </a>
      </p>
    </Section>
  );
}

/** Where a program serves this page: the way to the safeguarding lead's key and notes. Nothing elsewhere: nothing is left of a lesson there. */
export function LeftNotesSection() {
  const [left, setLeft] = useState<WaitingNotes | null>(null);
  useEffect(() => {
    if (isServed()) void fetchWaitingNotes('../').then(setLeft);
  }, []);
  if (left === null) return null;
  return (
    <Section id="left-notes" title="Notes for your safeguarding lead">
      <p>
        {wording(
          'When a lesson ends before a note in its question box is dealt with, the note goes to your safeguarding lead. Only they can open it.',
        )}
      </p>
      <p>
        {left.keys === 0
          ? 'They need a key for this, which nobody has made yet. It takes two minutes.'
          : keysWords(left.keys)}
        {left.waiting > 0 && ` ${waitingWords(left.waiting)}.`}
      </p>
      <p>
        <a class="button" href="../safeguarding/">
          {left.keys === 0 ? 'Make the key' : 'Notes for your safeguarding lead'}
        </a>
      </p>
    </Section>
  );
}

function keysWords(count: number): string {
  return count === 1 ? '1 person has a key.' : `${count} people have a key.`;
}

function isServed(): boolean {
  return (
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server'
  );
}
