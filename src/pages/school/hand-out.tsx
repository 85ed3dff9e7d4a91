import * as v from 'valibot';
import { lessonCardSchema } from '../../outputs/library/lesson-card-schema.ts';
import { useEffect, useState } from 'preact/hooks';
import type { LessonCard } from '../../outputs/library/lesson-card.ts';
import { Icon } from '../../ui/controls.view.tsx';
import { fetchFile } from '../../text/site-file.view.ts';
import { Section } from '../../ui/fields.view.tsx';
import { wording } from '../../ui/wording.view.ts';

/** Where a program serves this page: the school's own film, and every lesson as a folder for staff who work without it. Nothing elsewhere. */
export function HandOut() {
  const lessons = useLessons();
  if (!isServed() || lessons.length === 0) return null;
  return (
    <>
      <FilmsSection lessons={lessons} />
      <FoldersSection lessons={lessons} />
    </>
  );
}

type LessonsProps = { readonly lessons: readonly LessonCard[] };

function FilmsSection({ lessons }: LessonsProps) {
  const films = [
    ...new Map(
      lessons.flatMap((lesson) =>
        lesson.films.map((film) => [film.folder, { ...film, lesson }] as const),
      ),
    ).values(),
  ];
  if (films.length === 0) return null;
  return (
    <Section id="films" title={wording('{The school}’s film')}>
      <p>
        {wording('{A school}')} that holds a licensed copy opens <a href="../film/">Your film</a>:
        watch it once, say where it stops, what to ask, and what is in it. It is sent nowhere.
      </p>
      <ul class="films">
        {films.map(({ folder, plays, told: line, lesson }) => (
          <li key={folder}>
            <Icon name={plays ? 'check' : 'todo'} />
            <p>
              {plays ? `“${line}” plays, from media/${folder}.` : `Does not play yet: ${line}.`}{' '}
              <a href={`../lesson/${lesson.slug}/`}>Film check</a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FoldersSection({ lessons }: LessonsProps) {
  return (
    <Section id="folders" title="Hand it to all staff">
      <p>
        A lesson as one folder, for a shared drive or a stick: what is filled in here and the film
        are in it, and it opens by double-click, with no network. Unpack the zip first.
      </p>
      <p class="file-row">
        {lessons
          .filter(({ opens }) => opens)
          .map(({ slug, title }) => (
            <a class="button" key={slug} href={`../pack/${slug}.zip`} download={`${slug}.zip`}>
              <Icon name="save" />
              {title}
            </a>
          ))}
      </p>
    </Section>
  );
}

function isServed(): boolean {
  return (
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server'
  );
}

function useLessons(): readonly LessonCard[] {
  const [lessons, setLessons] = useState<readonly LessonCard[]>([]);
  useEffect(() => {
    if (!isServed()) return;
    const read = async () =>
      v.parse(v.array(lessonCardSchema), await (await fetchFile('../lessons.json')).json());
    // Without the list there is nothing to hand out from here; the lessons' own pages still have it.
    void read().then(setLessons, () => undefined);
  }, []);
  return lessons;
}
