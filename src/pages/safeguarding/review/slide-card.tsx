import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewView } from '../../../review/review-protocol.ts';
import { MAX_WORDS } from '../../../review/review.ts';
import { commentBy } from '../../../review/review-words.ts';
import { Button } from '../../../ui/controls.view.tsx';

type CardProps = {
  readonly slide: ReviewView['slides'][number];
  readonly number: number;
  readonly isChanged: boolean;
  readonly comments: ReviewView['comments'];
  /** True once the comment is saved. */
  readonly comment: (line: number, words: string) => Promise<boolean>;
  readonly resolve: (comment: string) => void;
};

/** A slide and its notes, whether it has changed since the review, and the comments on it. */
export function SlideCard({ slide, number, isChanged, comments, ...acts }: CardProps) {
  const [isWriting, setWriting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = `Slide ${number}`;

  // The button or the form that had the focus is gone.
  function close(): void {
    setWriting(false);
    heading.current?.focus();
  }

  return (
    <section class="card part" aria-labelledby={`slide-${number}`}>
      <h3 id={`slide-${number}`} tabIndex={-1} ref={heading}>
        {name} {isChanged && <span class="chip">Changed</span>}
      </h3>
      {slide.changes !== null && <Changes changes={slide.changes} />}
      <div class="review__shown" dangerouslySetInnerHTML={{ __html: slide.html }} />
      {comments.length > 0 && (
        <ul class="comments" aria-label={`Comments on slide ${number}`}>
          {comments.map((one) => (
            <li key={one.id} class={one.resolved === null ? '' : 'comments__resolved'}>
              <p class="comments__by">{commentBy(one)}</p>
              {one.line !== slide.line && one.lineWords !== '' && (
                <p class="comments__line">{one.lineWords}</p>
              )}
              <p class="comments__words">{one.words}</p>
              {one.resolved === null && (
                <Button
                  onPress={() => {
                    heading.current?.focus();
                    acts.resolve(one.id);
                  }}
                  icon="check"
                >
                  Resolve<span class="unseen"> the comment “{one.words.slice(0, 40)}”</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isWriting ? (
        <CommentForm
          name={name}
          send={async (words) => {
            const isSaved = await acts.comment(slide.line, words);
            if (isSaved) close();
          }}
          cancel={close}
        />
      ) : (
        <p>
          <Button onPress={() => setWriting(true)} icon="talk">
            Comment<span class="unseen"> on slide {number}</span>
          </Button>
        </p>
      )}
    </section>
  );
}

const MARKS = { added: 'added:', removed: 'removed:' } as const;

/** Which words changed: underlined where they are new, struck out where they are gone, and said so to a screen reader. */
function Changes({ changes }: { readonly changes: NonNullable<CardProps['slide']['changes']> }) {
  if (!changes.some(({ is }) => is !== 'same')) {
    return (
      <p class="review__changes">
        Its words are the same. A picture, a link or how it is shown has changed.
      </p>
    );
  }
  return (
    <p class="review__changes">
      <b>Changed words:</b>{' '}
      {changes.map(({ is, words }, at) => {
        if (is === 'same') return <span key={at}>{words} </span>;
        const Marked = is === 'added' ? 'ins' : 'del';
        return (
          <Marked key={at}>
            <span class="unseen">{MARKS[is]} </span>
            {words}
            <span class="unseen"> (end) </span>{' '}
          </Marked>
        );
      })}
    </p>
  );
}

type FormProps = {
  readonly name: string;
  readonly send: (words: string) => Promise<void>;
  readonly cancel: () => void;
};

function CommentForm({ name, send, cancel }: FormProps) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const id = `comment-${name.replace(' ', '-').toLowerCase()}`;
  return (
    <form
      class="safeguarding__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') void send(words);
      }}
    >
      <p class="field">
        <label htmlFor={id}>Your comment on {name.toLowerCase()}</label>
        <textarea
          id={id}
          rows={3}
          required
          maxLength={MAX_WORDS}
          ref={field}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <span class="field__help">Write no name of a pupil.</span>
      </p>
      <p class="button-row">
        <Button variant="main">Save the comment</Button>
        <Button onPress={cancel}>Cancel</Button>
      </p>
    </form>
  );
}
