import { useEffect, useRef, useState } from 'preact/hooks';
import {
  offlineLessons,
  removeAllOffline,
  removeOffline,
  type OfflineLesson,
} from '../outputs/plan/offline-lessons.view.ts';
import { megabytes } from '../outputs/plan/offline-words.ts';
import { pageAddress } from '../text/site-file.view.ts';
import './offline-lessons.css';

const ROOT = './';

/** The lessons that this browser keeps for a room without a network: each with what it takes, and one press that takes it away. */
export function OfflineLessons() {
  const [all, setAll] = useState<readonly OfflineLesson[]>([]);
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const read = () => void offlineLessons(ROOT).then(setAll);
  useEffect(read, []);

  async function remove(slug: string | null): Promise<void> {
    await (slug === null ? removeAllOffline(ROOT) : removeOffline(ROOT, slug));
    setDone('Removed from this browser.');
    heading.current?.focus();
    read();
  }

  if (all.length === 0 && done === '') return null;
  return (
    <section class="card offline-lessons" aria-labelledby="offline-lessons">
      <h2 id="offline-lessons" tabIndex={-1} ref={heading}>
        {all.length === 0 ? 'No lesson is kept in this browser' : 'Ready offline'}
      </h2>
      <ul>
        {all.map(({ slug, list }) => (
          <li key={slug}>
            <a href={pageAddress(`${ROOT}lesson/${slug}/`)}>{list.title}</a>
            <span>{megabytes(list.bytes)}</span>
            <button
              class="button"
              type="button"
              aria-label={`Remove: ${list.title}`}
              onClick={() => void remove(slug)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      {all.length > 1 && (
        <p>
          <button class="button" type="button" onClick={() => void remove(null)}>
            Remove all
          </button>
        </p>
      )}
      <p class="offline-lessons__done" role="status">
        {done}
      </p>
    </section>
  );
}
