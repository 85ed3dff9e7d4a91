import { useState } from 'preact/hooks';
import type { LeftNotes, NoteView } from '../../room/protocol.ts';
import { Button } from '../../ui/controls.view.tsx';
import { wording } from '../../ui/wording.view.ts';
import { Heading } from './heading.tsx';
import { dealWith } from './requests.ts';

/** The open notes, the words that opened them, and what is called when they change or are closed. */
export type NoteListProps = {
  readonly words: string;
  readonly left: LeftNotes;
  readonly change: (left: LeftNotes) => void;
  readonly close: () => void;
};

/** Notes that wait, each with its one button, then those dealt with in the last 24 hours, which can be had back. */
export function NoteList({ words, left, change, close }: NoteListProps) {
  const [status, announce] = useState('');
  const { notes, dealtWith, sealedToOthers } = left;

  async function mark({ id }: NoteView, undo: boolean): Promise<void> {
    announce('Saving…');
    const reply = await dealWith(words, { note: id, undo });
    if (reply.is === 'refused') return announce(reply.message);
    announce(
      undo ? 'The note is waiting again.' : 'Marked as dealt with. You can undo this for 24 hours.',
    );
    change(reply.body);
    document.querySelector<HTMLElement>('#open-notes')?.focus();
  }

  return (
    <>
      <section class="card part to-print" aria-labelledby="open-notes">
        <Heading id="open-notes">{headingFor(notes.length)}</Heading>
        <p class="safeguarding__status" role="status">
          {status}
        </p>
        {notes.length > 0 && (
          <p>
            {wording(
              'Deal with each note as {your school}’s policy says, then mark it here. A note doesn’t say who wrote it or when.',
            )}
          </p>
        )}
        <ul class="left-notes">
          {notes.map((note, at) => (
            <li key={note.id}>
              <Words note={note} />
              <Button onPress={() => void mark(note, false)} icon="check">
                Mark as dealt with<span class="unseen"> note {at + 1}</span>
              </Button>
            </li>
          ))}
        </ul>
        {sealedToOthers > 0 && <p class="advice">{othersWords(sealedToOthers)}</p>}
        <p class="button-row">
          {notes.length > 0 && (
            <Button onPress={() => print()} icon="print">
              Print the notes
            </Button>
          )}
          <Button onPress={close}>Close the notes</Button>
        </p>
      </section>
      <DealtWith notes={dealtWith} undo={(note) => void mark(note, true)} />
    </>
  );
}

function DealtWith({
  notes,
  undo,
}: {
  readonly notes: readonly NoteView[];
  readonly undo: (note: NoteView) => void;
}) {
  if (notes.length === 0) return null;
  return (
    <section class="card part" aria-labelledby="dealt-with">
      <h2 id="dealt-with">Dealt with in the last 24 hours</h2>
      <p>Each of these is deleted 24 hours after you marked it.</p>
      <ul class="left-notes">
        {notes.map((note, at) => (
          <li key={note.id}>
            <Words note={note} />
            <Button onPress={() => undo(note)} icon="replay">
              Undo<span class="unseen"> note {at + 1}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ note: { text, triage, first } }: { readonly note: NoteView }) {
  return (
    <div>
      {first && <span class="chip">Read this first</span>}
      <p class="left-notes__text">{text}</p>
      <p class="left-notes__sorted">
        {wording(
          triage === 'dsl'
            ? 'The {teacher} marked it “DSL first”.'
            : 'The {teacher} hadn’t sorted it.',
        )}
      </p>
    </div>
  );
}

function headingFor(count: number): string {
  if (count === 0) return 'No notes are waiting';
  return count === 1 ? '1 note is waiting' : `${count} notes are waiting`;
}

function othersWords(count: number): string {
  return count === 1
    ? '1 more note was sealed to another key. Only the words of that key open it.'
    : `${count} more notes were sealed to another key. Only the words of that key open them.`;
}
