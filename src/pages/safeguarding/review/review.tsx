import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListedReview, ReviewList, ReviewView } from '../../../review/review-protocol.ts';
import { fetchReview, fetchReviews } from '../../../review/review-requests.view.ts';
import { stateWords } from '../../../review/review-words.ts';
import { startRunningNotice } from '../../../ui/running-lesson.view.ts';
import '../../../ui/controls.css';
import { ReviewPage } from './review-page.tsx';

/** From this page to the site’s root. */
const ROOT = '../../';

function Lessons() {
  const [list, setList] = useState<ReviewList | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    void fetchReviews(ROOT).then((reply) => {
      if (reply.is === 'done') setList(reply.body);
      else setTrouble(reply.message);
    });
  }, []);
  return (
    <>
      <h1>Lessons to review</h1>
      <p class="lead">
        Safeguarding lessons that your teachers wrote themselves. The approval for this term covers
        each once it is reviewed, until it is changed.
      </p>
      <p class="safeguarding__trouble" role="alert">
        {trouble}
      </p>
      {list === null && trouble === '' && <p role="status">Looking up…</p>}
      {list !== null && <List {...list} />}
    </>
  );
}

function List({ keys, reviews }: ReviewList) {
  return (
    <div class="safeguarding">
      {keys === 0 && (
        <p class="advice">
          Reviewing needs a safeguarding key. <a href="../">Make one first</a>: it takes two
          minutes.
        </p>
      )}
      {reviews.length === 0 && (
        <p>There are none. Lessons that came with Wholeclass are reviewed.</p>
      )}
      <ul class="reviews">
        {reviews.map((one) => (
          <li class="card part" key={one.slug}>
            <h2>
              <a href={`?lesson=${one.slug}`}>{one.title}</a>
            </h2>
            <p>
              {stateWords(one.state)} {openWords(one)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function openWords({ open }: ListedReview): string {
  if (open === 0) return '';
  return open === 1 ? '1 comment is open.' : `${open} comments are open.`;
}

function OneLesson({ slug }: { readonly slug: string }) {
  const [review, setReview] = useState<ReviewView | null>(null);
  const [trouble, setTrouble] = useState('');
  const load = () =>
    void fetchReview(ROOT, slug).then((reply) => {
      if (reply.is === 'done') setReview(reply.body);
      setTrouble(reply.is === 'done' ? '' : reply.message);
    });
  useEffect(load, [slug]);
  if (review === null) {
    return (
      <>
        <h1>Lessons to review</h1>
        <p role="status">{trouble === '' ? 'Looking up…' : trouble}</p>
        <p>
          <a href="./">All lessons to review</a>
        </p>
      </>
    );
  }
  return <ReviewPage root={ROOT} review={review} change={setReview} again={load} />;
}

const place = document.querySelector<HTMLElement>('#review');
if (place) {
  const slug = new URLSearchParams(location.search).get('lesson');
  place.textContent = '';
  render(slug === null ? <Lessons /> : <OneLesson slug={slug} />, place);
}
startRunningNotice();
