import { useEffect, useState } from 'preact/hooks';
import type { LessonAudience } from '../../../lesson/lesson.ts';
import { lessonAfter, type LessonAfter } from '../../../ui/lesson-after.view.ts';
import { SITE } from '../session/lesson-files.view.ts';

type NextLessonProps = { readonly slug: string; readonly audience: LessonAudience };

/** The lesson that follows the one that is over, to look at and to plan; nothing where none does. */
export function NextLesson({ slug, audience }: NextLessonProps) {
  const [next, setNext] = useState<LessonAfter | null>(null);
  useEffect(() => void lessonAfter(slug, SITE).then(setNext), [slug]);
  if (next === null) return null;
  return (
    <section class="card next-lesson screen-only" aria-labelledby="next-lesson">
      <h2 id="next-lesson">{audience === 'adults' ? 'The next session' : 'The next lesson'}</h2>
      <p>
        <a href={`${SITE}lesson/${next.slug}/`}>{next.title}</a>
      </p>
    </section>
  );
}
