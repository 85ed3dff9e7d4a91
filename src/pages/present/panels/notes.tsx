import { useCallback, useEffect, useState } from 'preact/hooks';
import { own } from '../../../text/own.ts';
import { byHandKey, type Notes as NotesBySlide } from '../../../outputs/board/deck.ts';
import type { Names } from '../../../lesson/names.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { keyOf } from '../session/keys.ts';
import { readNotes } from '../session/lesson-files.view.ts';
import { wording } from '../../../ui/wording.view.ts';

type Reading =
  | { readonly is: 'reading' }
  | { readonly is: 'failed' }
  | { readonly is: 'read'; readonly notes: NotesBySlide };

/** Which notes are read: a slide's, where the film may be one that does not stop by itself, or how to land safely from a block. */
export type NotesPage =
  | { readonly of: 'slide'; readonly key: string; readonly isByHand: boolean }
  | { readonly of: 'landing'; readonly key: string };

const titles: Readonly<
  Record<NotesPage['of'], { readonly title: string; readonly label: string }>
> = {
  slide: { title: 'Your notes', label: 'Notes for this slide' },
  landing: { title: 'End calmly: say this, help is on the board', label: 'How to end calmly' },
};

/** `version` counts how often the notes were changed; `onTelling` shows what to say to a pupil who begins to tell something; null in a subject that needs no such words. */
type NotesProps = {
  readonly page: NotesPage;
  readonly names: Names;
  readonly version: number;
  readonly onTelling: (() => void) | null;
};

/** What to say, as the largest text, and what to do if someone looks upset. */
export function Notes({ page, names, version, onTelling }: NotesProps) {
  const [reading, setReading] = useState<Reading>({ is: 'reading' });
  const read = useCallback(
    () =>
      void readNotes(names).then(
        (notes) => setReading({ is: 'read', notes }),
        () => setReading({ is: 'failed' }),
      ),
    [names],
  );
  useEffect(read, [read, version]);
  const says = titles[page.of];
  return (
    <section class="card notes" aria-label="Your notes">
      <p class="panel-title">
        <span>{says.title}</span>
      </p>
      {/* A new slide starts at the top of its notes. Notes that scroll must be within a keyboard’s reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="notes__text" key={page.key} tabIndex={0} role="group" aria-label={says.label}>
        <NotesText reading={reading} page={page} again={read} />
      </div>
      {onTelling !== null && (
        <div class="advice advice--telling">
          <p>
            <b>If someone looks upset:</b> keep {wording('the {class}')} busy, go over quietly,
            offer the quiet place with an adult.
          </p>
          <Button onPress={onTelling} shortcut={keyOf('telling')}>
            If someone tells you
          </Button>
        </div>
      )}
    </section>
  );
}

function NotesText({
  reading,
  page,
  again,
}: {
  readonly reading: Reading;
  readonly page: NotesPage;
  readonly again: () => void;
}) {
  switch (reading.is) {
    case 'reading':
      return <p>Fetching your notes…</p>;
    case 'failed':
      return (
        <>
          <p>Your notes could not be fetched.</p>
          <p>
            <Button onPress={again}>Try again</Button>
          </p>
        </>
      );
    case 'read':
      return page.of === 'landing' ? (
        <Landing words={own(reading.notes, page.key)} />
      ) : (
        <SlideNotes notes={notesAt(reading.notes, page)} />
      );
  }
}

function notesAt(
  notes: NotesBySlide,
  { key, isByHand }: Extract<NotesPage, { readonly of: 'slide' }>,
): string | undefined {
  return (isByHand ? own(notes, byHandKey(key)) : undefined) ?? own(notes, key);
}

function SlideNotes({ notes }: { readonly notes: string | undefined }) {
  return notes === undefined ? (
    <p>No notes for this slide.</p>
  ) : (
    <div dangerouslySetInnerHTML={{ __html: notes }} />
  );
}

const ENDING =
  '<p>Say how the story ends: someone told one adult, was believed, and help came. Then the help slide, and a quiet half minute.</p>';
const ONWARD =
  '<p>Nobody has to say anything. Then “Finish lesson”, or “End calmly” again to go back.</p>';

function Landing({ words = ENDING }: { readonly words: string | undefined }) {
  return <div dangerouslySetInnerHTML={{ __html: words + ONWARD }} />;
}
