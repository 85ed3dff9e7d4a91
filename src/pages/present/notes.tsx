import { useCallback, useEffect, useState } from 'preact/hooks';
import { own } from '../../text/own.ts';
import type { Notes as NotesBySlide } from '../../deck/deck.ts';
import type { Names } from '../../lesson/names.ts';
import { Button } from '../../look/controls.view.tsx';
import { readNotes } from './lesson-files.view.ts';

type Reading = { readonly is: 'reading' } | { readonly is: 'failed' } | { readonly is: 'read'; readonly notes: NotesBySlide };

/** What to say, as the largest text, and what to do if someone looks upset. */
export function Notes({ slide, names, version }: { readonly slide: string; readonly names: Names; readonly version: number }) {
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
  return (
    <section class="card notes" aria-label="Your notes">
      <p class="panel-title">
        <span>Your notes</span>
      </p>
      {/* A new slide starts at the top of its notes. Notes that scroll must be within a keyboard’s reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="notes__text" key={slide} tabIndex={0} role="group" aria-label="Notes for this slide">
        <NotesText reading={reading} slide={slide} again={read} />
      </div>
      <p class="advice">
        <b>If someone looks upset:</b> keep the class busy, go over quietly, offer the quiet place with an adult.
      </p>
    </section>
  );
}

function NotesText({ reading, slide, again }: { readonly reading: Reading; readonly slide: string; readonly again: () => void }) {
  switch (reading.is) {
    case 'reading':
      return <p>Fetching your notes…</p>;
    case 'failed':
      return (
        <>
          <p>Your notes could not be fetched.</p>
          <p>
            <Button press={again}>Try again</Button>
          </p>
        </>
      );
    case 'read':
      return <Kept notes={own(reading.notes, slide)} />;
  }
}

function Kept({ notes }: { readonly notes: string | undefined }) {
  return notes === undefined ? <p>No notes for this slide.</p> : <div dangerouslySetInnerHTML={{ __html: notes }} />;
}
