import type { ApprovalView } from '../../approval/approval-protocol.ts';
import { WITHOUT_LINK } from '../../approval/approval-words.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { dayWords } from '../../text/day.ts';
import { WordsField } from '../../room/words-field.view.tsx';

type ReviewFirstProps = { readonly root: string; readonly slug: string; readonly why: string };

/** In place of the answer, where the lesson is the school's own and is to be read line by line first. */
export function ReviewFirst({ root, slug, why }: ReviewFirstProps) {
  return (
    <section class="card approve-part" aria-labelledby="review-first">
      <h2 id="review-first">Review it first</h2>
      <p>{why} Once you have reviewed it, you can approve it here.</p>
      <p>
        {isServedHere() ? (
          <a class="button button--main" href={`${root}safeguarding/review/?lesson=${slug}`}>
            Open the review
          </a>
        ) : (
          'You review it on the computer where Wholeclass runs.'
        )}
      </p>
    </section>
  );
}

type ProofProps = {
  readonly root: string;
  readonly view: ApprovalView;
  readonly isServed: boolean;
  readonly isElsewhere: boolean;
  readonly words: string;
  readonly change: (words: string) => void;
  readonly trouble: string;
};

/** By what the answer is given: the link that was sent, or the words of a key; where there is neither, how to get one. */
export function ProofPart({
  root,
  view,
  isServed,
  isElsewhere,
  words,
  change,
  trouble,
}: ProofProps) {
  const { link, keys } = view;
  if (link?.is === 'open') {
    return (
      <p class="approve-proof">
        A teacher sent you this link. You can answer with it once, until {dayWords(link.until)}.
      </p>
    );
  }
  if (isElsewhere) {
    return (
      <p class="approve-proof">
        A teacher asked you from another computer. You’ll send your answer back to them, as a link
        or a small file.
      </p>
    );
  }
  if (!isServed) {
    return (
      <p class="approve-proof">
        This page can’t check who you are. Your answer is saved only in this browser.
      </p>
    );
  }
  if (keys === 0) {
    return (
      <p class="advice">
        To answer, you need a link from a teacher, or a safeguarding key. No one has made a key yet.{' '}
        <a href={`${root}safeguarding/`}>Make a key</a>: it takes two minutes.
      </p>
    );
  }
  return (
    <>
      {link && <p class="approve-proof">{WITHOUT_LINK}</p>}
      <WordsField label="Your eight words" value={words} change={change} trouble={trouble} />
    </>
  );
}
