import './review-pane.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewRequest, ReviewView } from '../../../review/review-protocol.ts';
import { fetchReview, sendReviewStep } from '../../../review/review-requests.view.ts';
import { commentBy, isWaiting, stateWords } from '../../../review/review-words.ts';
import { MAX_WORDS } from '../../../review/review.ts';
import { askWords, copiedWords, reviewHere } from '../../../approval/ask-lead.view.ts';
import { copyText } from '../../../ui/copy-text.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { TextEditor } from '../text-editor.ts';
import { commentMarks, showComments } from './comment-marks.ts';

/** The lesson in the editor: its name in the library, whether the program has all that was typed, the cursor's line, and where this page shows it. */
export type ReviewPaneProps = {
  readonly slug: string;
  /** From this page to the site’s root. */
  readonly root: string;
  readonly editor: TextEditor;
  readonly isSaved: boolean;
  readonly line: number;
  /** False while another view is shown in its place: then its marks alone are in sight. */
  readonly isShown: boolean;
  readonly goTo: (line: number) => void;
};

const STAFF = 'another member of staff';

/** How the review of a lesson is, for who writes it: asking for it, what has changed since, and comments at their lines, which the margin marks. */
export function ReviewPane({ slug, root, editor, isSaved, line, isShown, goTo }: ReviewPaneProps) {
  const [review, setReview] = useState<ReviewView | null>(null);
  const [status, announce] = useState('');
  // Here, so that another view in its place takes no words away.
  const [words, setWords] = useState('');
  const sendingRef = useRef(false);
  const [outdated, setOutdated] = useState(0);
  const isFirst = review === null;
  const [mark] = useState(() => editor.extend(commentMarks));
  useEffect(() => {
    // Where it is out of sight, marks go with their lines by themselves.
    if (!isSaved || !(isShown || isFirst)) return undefined;
    let isLeft = false;
    void fetchReview(root, slug).then((reply) => {
      if (isLeft) return;
      if (reply.is === 'done') setReview(reply.body);
      else announce(reply.message);
    });
    return () => (isLeft = true);
  }, [root, slug, isSaved, isShown, isFirst, outdated]);
  useEffect(() => {
    const open = review?.comments.filter(({ resolved }) => resolved === null) ?? [];
    mark(showComments.of(open.map((one) => one.line)));
  }, [review, mark]);

  async function take(step: ReviewRequest, done: string): Promise<boolean> {
    if (review === null || sendingRef.current) return false;
    sendingRef.current = true;
    announce('Saving…');
    const by = { words: '', version: review.version };
    const reply = await sendReviewStep(root, { slug, step }, by);
    sendingRef.current = false;
    if (reply.is === 'done') setReview(reply.body);
    // What has changed is there to be read.
    if (reply.is === 'refused' && reply.status === 412) setOutdated(review.version);
    announce(reply.is === 'done' ? done : reply.message);
    return reply.is === 'done';
  }

  if (!isShown) return null;
  return (
    <section class="pane review-pane" aria-label="Review">
      <p class="review-pane__status" role="status">
        {status}
      </p>
      {review === null ? (
        <p>Looking up…</p>
      ) : (
        <>
          <p class="review-pane__state">{stateWords(review.state)}</p>
          <Changed review={review} goTo={goTo} />
          <Ask root={root} review={review} ask={take} announce={announce} />
          <h2>Comments</h2>
          {review.comments.length === 0 && <p>None yet.</p>}
          <ul class="review-pane__comments">
            {review.comments.map((one) => (
              <li key={one.id}>
                <p class="review-pane__by">{commentBy(one)}</p>
                <p class="review-pane__words">{one.words}</p>
                <p class="dialog__row">
                  <Button onPress={() => goTo(one.line)}>Go to line {one.line}</Button>
                  {one.resolved === null && (
                    <Button
                      icon="check"
                      onPress={() =>
                        void take(
                          { type: 'resolve', comment: one.id, by: STAFF },
                          'The comment is resolved.',
                        )
                      }
                    >
                      Resolve<span class="unseen"> the comment on line {one.line}</span>
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
          <CommentForm
            line={line}
            words={words}
            change={setWords}
            send={() =>
              void take({ type: 'comment', line, words, by: STAFF }, 'Your comment is saved.').then(
                (isSaved) => isSaved && setWords(''),
              )
            }
          />
        </>
      )}
    </section>
  );
}

/** The slides that have changed, each with a jump to its words. */
function Changed({
  review: { state, slides },
  goTo,
}: Pick<ReviewPaneProps, 'goTo'> & { readonly review: ReviewView }) {
  if (state.is !== 'changed' || state.changes.slides.length === 0) return null;
  return (
    <p class="dialog__row">
      {state.changes.slides.map((number) => (
        <Button key={number} onPress={() => goTo(slides[number - 1]?.line ?? 1)}>
          Go to slide {number}
        </Button>
      ))}
    </p>
  );
}

type AskProps = {
  readonly root: string;
  readonly review: ReviewView;
  readonly ask: (step: ReviewRequest, done: string) => Promise<boolean>;
  readonly announce: (words: string) => void;
};

function Ask({ root, review: { slug, state }, ask, announce }: AskProps) {
  if (state.is === 'reviewed') {
    return <p>An approval for this term covers it. Any change suspends that.</p>;
  }
  const { body, page } = reviewHere(root, slug);
  return (
    <>
      <p>
        You can practise and preview it, and teach it once your safeguarding lead has reviewed it.
      </p>
      <p class="dialog__row">
        {!isWaiting(state) && (
          <Button
            variant="main"
            onPress={() => void ask({ type: 'ask' }, 'Your lead sees that you asked.')}
          >
            Ask the safeguarding lead
          </Button>
        )}
        <Button onPress={() => void copyText(body).then((is) => announce(copiedWords(is)))}>
          {askWords.copy}
        </Button>
        <a class="button" href={page}>
          {askWords.review}
        </a>
      </p>
    </>
  );
}

type FormProps = {
  readonly line: number;
  readonly words: string;
  readonly change: (words: string) => void;
  readonly send: () => void;
};

function CommentForm({ line, words, change, send }: FormProps) {
  return (
    <form
      class="review-pane__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') send();
      }}
    >
      <label htmlFor="review-comment">Your comment on line {line}</label>
      <textarea
        id="review-comment"
        rows={3}
        maxLength={MAX_WORDS}
        value={words}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p>
        <Button>Save the comment</Button>
      </p>
    </form>
  );
}
