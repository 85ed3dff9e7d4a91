import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewRequest, ReviewView } from '../../../review/review-protocol.ts';
import { sendReviewStep } from '../../../review/review-requests.view.ts';
import { stateWords } from '../../../review/review-words.ts';
import { parseKeyWords } from '../../../room/key-words.ts';
import { approvers, type Role } from '../../../school/school.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { troubleWith, WordsField } from '../../../room/words-field.view.tsx';
import { SlideCard } from './slide-card.tsx';

type ReviewProps = {
  /** From this page to the site’s root. */
  readonly root: string;
  readonly review: ReviewView;
  readonly change: (review: ReviewView) => void;
  /** Loads the lesson again. */
  readonly again: () => void;
};

const STAFF = 'another member of staff' as const;

const roleWords: Readonly<Record<Role, string>> = {
  'safeguarding lead': 'Safeguarding lead',
  'deputy safeguarding lead': 'Deputy',
  [STAFF]: 'Another member of staff',
};

/** How long the words of a key stay in the page while nothing is pressed, in ms. */
const FORGET_MS = 10 * 60_000;

/** One lesson for the safeguarding lead: who reviews it, what the class sees and its teacher reads, with comments, and the review itself. */
export function ReviewPage({ root, review, change, again }: ReviewProps) {
  const { slug, title, state, version } = review;
  const [role, setRole] = useState<Role | null>(null);
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState('');
  const [status, announce] = useState('');
  const [isReleasing, setReleasing] = useState(false);
  // What is pressed twice is done once.
  const sendingRef = useRef(false);
  useForget(words, setWords);
  const changed = state.is === 'changed' ? state.changes.slides : [];

  /** The words for a step in this role; null, and what is missing is said where it is, without them. */
  function keyFor(by: Role): string | null {
    if (by === STAFF) return '';
    const key = parseKeyWords(words);
    setTrouble(key.is === 'words' ? '' : troubleWith(words));
    if (key.is === 'words') return key.words;
    document.querySelector<HTMLElement>('#words')?.focus();
    return null;
  }

  async function take(step: ReviewRequest, done: string): Promise<boolean> {
    const key = 'by' in step ? keyFor(step.by) : '';
    if (key === null) return false;
    if (sendingRef.current) return false;
    sendingRef.current = true;
    announce('Saving…');
    const reply = await sendReviewStep(root, { slug, step }, { words: key, version });
    sendingRef.current = false;
    if (reply.is === 'done') change(reply.body);
    // What has changed is there to be read.
    if (reply.is === 'refused' && reply.status === 412) again();
    announce(reply.is === 'done' ? done : reply.message);
    return reply.is === 'done';
  }

  function asRole<By extends Role>(may: readonly By[], act: (by: By) => void): void {
    const by = may.find((one) => one === role);
    if (by !== undefined) return act(by);
    announce(
      role === null
        ? 'First choose who is reviewing.'
        : `Only the ${may.join(' or a ')} can do this.`,
    );
    document.querySelector<HTMLElement>('#who input')?.focus();
  }

  async function comment(line: number, text: string): Promise<boolean> {
    const by = role ?? STAFF;
    return take({ type: 'comment', line, words: text, by }, 'Your comment is saved.');
  }

  const release = () =>
    asRole([approvers[0]], (by) => void take({ type: 'release', by }, 'The lesson is released.'));
  const commentsOn = commentsBySlide(review);

  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{stateWords(state)}</p>
      <div class="safeguarding review">
        <p class="button-row">
          <a class="button" href="./">
            All lessons to review
          </a>
          <a class="button" href={`${root}lesson/${slug}/`}>
            Open the plan
          </a>
          <a class="button" href="#finish">
            Finish the review
          </a>
        </p>
        <section class="card part" id="who" aria-labelledby="who-title">
          <h2 id="who-title">Who is reviewing?</h2>
          <fieldset class="choice-row">
            <legend class="unseen">Who is reviewing?</legend>
            {[...approvers, STAFF].map((one) => (
              <label key={one} class="review__role">
                <input
                  type="radio"
                  name="role"
                  checked={role === one}
                  onChange={() => (setRole(one), announce(''))}
                />
                <span>{roleWords[one]}</span>
              </label>
            ))}
          </fieldset>
          {role !== null && role !== STAFF && (
            <WordsField
              label="Your eight words"
              value={words}
              change={setWords}
              trouble={trouble}
            />
          )}
          <p>We store your role and today’s date, and no name. Comments are read by all staff.</p>
        </section>
        <h2>Slides and notes</h2>
        {review.slides.map((slide, at) => (
          <SlideCard
            // A comment that is being written outlives another heading.
            key={at}
            slide={slide}
            number={at + 1}
            isChanged={changed.includes(at + 1)}
            comments={commentsOn[at] ?? []}
            comment={comment}
            resolve={(id) =>
              void take(
                { type: 'resolve', comment: id, by: role ?? STAFF },
                'The comment is resolved.',
              )
            }
          />
        ))}
        <section class="card part" aria-labelledby="rest">
          <h2 id="rest">On no slide</h2>
          <div class="review__shown" dangerouslySetInnerHTML={{ __html: review.rest }} />
        </section>
        <section class="card part" aria-labelledby="finish">
          <h2 id="finish" tabIndex={-1}>
            Finish the review
          </h2>
          <p>
            An approval for this term then covers this lesson. A change to a slide, its notes or
            anything else you read here suspends that until it is reviewed again.
          </p>
          <p class="button-row">
            <Button
              variant="main"
              icon="check"
              onPress={() =>
                asRole(approvers, (by) => void take({ type: 'review', by }, 'Reviewed. Thank you.'))
              }
            >
              Mark as reviewed
            </Button>
          </p>
          {review.staysSafeguarding && (
            <details>
              <summary>This isn’t a safeguarding lesson</summary>
              <p>It stays one until you release it, even if its teacher changes the subject.</p>
              <p>
                <Button onPress={() => setReleasing(true)}>Release this lesson…</Button>
              </p>
            </details>
          )}
        </section>
        <p class="safeguarding__status review__status" role="status">
          {status}
        </p>
      </div>
      {isReleasing && (
        <Dialog title="Release this lesson?" close={() => setReleasing(false)} isCareful>
          <p>Its teacher can then give it another subject. With that it loses:</p>
          <ul>
            <li>the checks of its words</li>
            <li>your approval before it is taught</li>
            <li>the help slide, the calm ending and the question box</li>
          </ul>
          <div class="dialog__row dialog__row--end">
            <Button onPress={() => setReleasing(false)}>Cancel</Button>
            <Button variant="main" onPress={() => (setReleasing(false), release())}>
              Release the lesson
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** The comments of each slide: those on its lines, and for the first those above it. */
function commentsBySlide({ slides, comments }: ReviewView): readonly ReviewView['comments'][] {
  return slides.map(({ line }, at) => {
    const from = at === 0 ? 1 : line;
    const to = slides[at + 1]?.line ?? Number.POSITIVE_INFINITY;
    return comments.filter((one) => one.line >= from && one.line < to);
  });
}

/** Forgets the words once nothing has been pressed for ten minutes, and before another page takes this one’s place. */
function useForget(words: string, change: (words: string) => void): void {
  useEffect(() => {
    if (words === '') return undefined;
    const forget = () => change('');
    let timer = setTimeout(forget, FORGET_MS);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(forget, FORGET_MS);
    };
    const events = ['keydown', 'pointerdown', 'scroll'];
    for (const event of events) addEventListener(event, later, { passive: true });
    addEventListener('pagehide', forget);
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, later);
      removeEventListener('pagehide', forget);
    };
  }, [words, change]);
}
