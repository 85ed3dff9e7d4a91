import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { own } from '../../../text/own.ts';
import { byHandKey, type Notes as NotesBySlide } from '../../../outputs/board/deck.ts';
import { JOIN } from '../../../outputs/board/joining.ts';
import type { Names } from '../../../lesson/names.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { nameNotes, readNotes } from '../session/lesson-files.view.ts';
import { NOTE_SIZES, readNotesSize, saveNotesSize } from '../session/desk-look.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import { splitNotes } from './split-notes.view.ts';
import './notes.css';

/** How far the notes are read; they have the lesson's own names until `nameReading`. */
export type Reading =
  | { readonly is: 'reading' }
  | { readonly is: 'failed' }
  | { readonly is: 'read'; readonly notes: NotesBySlide };

/** Which notes are read: a slide's, with the question it asks, where the film may be one that does not stop by itself, and what to do where it cannot be played; or how to end calmly from a block. */
export type NotesPage =
  | {
      readonly of: 'slide';
      readonly key: string;
      readonly isByHand: boolean;
      readonly filmFailed: string | null;
      readonly question: string | null;
    }
  | { readonly of: 'landing'; readonly key: string };

const labels: Readonly<Record<NotesPage['of'], string>> = {
  slide: 'Notes for this slide',
  landing: 'How to end calmly',
};

/** `minutes` is how long today's version is, null where not every part says; `version` counts how often the notes were changed; `hasTelling` is false in a subject that needs no words for someone who is upset; `children` are more folds. */
type NotesProps = {
  readonly page: NotesPage;
  readonly names: Names;
  readonly minutes: number | null;
  readonly version: number;
  readonly hasTelling: boolean;
  readonly children?: ComponentChildren;
};

/** What to say or ask first, as the largest text, then the rest, and at the foot what to listen for and what to do if someone looks upset. */
export function Notes({ page, names, minutes, version, hasTelling, children }: NotesProps) {
  const [reading, setReading] = useState<Reading>({ is: 'reading' });
  const [size, setSize] = useState(readNotesSize);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isLast = true;
    // Answers may come in another order than they were asked for.
    const take = (next: Reading) => isLast && setReading(next);
    void readNotes().then(
      (notes) => take({ is: 'read', notes }),
      () => take({ is: 'failed' }),
    );
    return () => {
      isLast = false;
    };
  }, [version, tries]);
  const named = useMemo(() => nameReading(reading, names), [reading, names]);

  function resize(by: number): void {
    saveNotesSize(size + by);
    setSize(size + by);
  }

  const { first, rest, listen, listenFor, label } = partsOf(named, page);
  return (
    <section class="card notes" aria-label="Your notes" style={{ '--size': NOTE_SIZES[size] ?? 1 }}>
      <div class="notes__head">
        <p class="panel-title">{titleOf(page, minutes)}</p>
        <button type="button" class="button" disabled={size === 0} onClick={() => resize(-1)}>
          A−<span class="unseen"> Smaller notes</span>
        </button>
        <button
          type="button"
          class="button notes__larger"
          disabled={size === NOTE_SIZES.length - 1}
          onClick={() => resize(1)}
        >
          A+<span class="unseen"> Larger notes</span>
        </button>
      </div>
      {/* A new slide starts at the top of its notes. */}
      <Scrolled key={page.key} label={labels[page.of]}>
        {reading.is === 'failed' && (
          <>
            <p>Your notes could not be fetched.</p>
            <p>
              <Button onPress={() => setTries(tries + 1)}>Try again</Button>
            </p>
          </>
        )}
        {first !== null && (
          <>
            <p class="notes__label">{label}</p>
            <blockquote
              class={`notes__first notes__first--${lengthOf(first)}`}
              dangerouslySetInnerHTML={{ __html: first }}
            />
          </>
        )}
        <div class="notes__rest" dangerouslySetInnerHTML={{ __html: rest }} />
      </Scrolled>
      <div class="folds">
        {listen !== '' && (
          <details class="fold" name="notes-fold" key={page.key}>
            <summary>{listenFor}</summary>
            <div class="fold__inside" dangerouslySetInnerHTML={{ __html: listen }} />
          </details>
        )}
        {hasTelling && (
          <details class="fold fold--upset" name="notes-fold">
            <summary>If someone looks upset</summary>
            <p class="fold__inside">
              Keep {wording('the {class}')} busy, go over quietly, offer the quiet place with an
              adult.
            </p>
          </details>
        )}
        {children}
      </div>
    </section>
  );
}

// Never cut through a line unseen: what is longer fades at its foot, and More goes on.
function Scrolled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [hasMore, setMore] = useState(false);
  useEffect(() => {
    const text = box.current;
    if (text === null) return;
    const look = () => setMore(text.scrollTop + text.clientHeight < text.scrollHeight - 4);
    look();
    text.addEventListener('scroll', look);
    const sized = new ResizeObserver(look);
    sized.observe(text);
    return () => {
      text.removeEventListener('scroll', look);
      sized.disconnect();
    };
  });
  const more = () => box.current?.scrollBy({ top: box.current.clientHeight * 0.8 });
  return (
    <div class={hasMore ? 'notes__scroll notes__scroll--more' : 'notes__scroll'}>
      {/* Notes that scroll must be within a keyboard’s reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="notes__text" ref={box} tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
      {/* For a pointer: a keyboard scrolls the notes themselves. */}
      {hasMore && (
        <button type="button" class="button notes__more" tabIndex={-1} onClick={more}>
          More
        </button>
      )}
    </div>
  );
}

/** Notes as they are read by what the characters are called now. */
export function nameReading(reading: Reading, names: Names): Reading {
  return reading.is === 'read' ? { is: 'read', notes: nameNotes(reading.notes, names) } : reading;
}

/** The parts of a page of notes, as HTML. */
export type Parts = {
  readonly first: string | null;
  readonly label: string;
  readonly rest: string;
  readonly listen: string;
  readonly listenFor: string;
};

/** The notes of a page in the order in which they are needed. */
export function partsOf(reading: Reading, page: NotesPage): Parts {
  const none = { first: null, label: '', listen: '', listenFor: '' };
  switch (reading.is) {
    case 'reading':
      return { ...none, rest: '<p>Fetching your notes…</p>' };
    case 'failed':
      return { ...none, rest: '' };
    case 'read':
      return page.of === 'landing'
        ? {
            label: 'Say this',
            ...splitNotes((own(reading.notes, page.key) ?? ENDING) + ONWARD, false),
          }
        : slideParts(reading.notes, page);
  }
}

function slideParts(
  notes: NotesBySlide,
  page: Extract<NotesPage, { readonly of: 'slide' }>,
): Parts {
  const { question, filmFailed } = page;
  const written = notesAt(notes, page) ?? '<p>No notes for this slide.</p>';
  const shown =
    filmFailed === null ? written : withoutFilm(written, notes, { ...page, filmFailed });
  const split = splitNotes(shown, question !== null);
  return question === null
    ? { ...split, label: 'Say this first' }
    : { ...split, label: 'Ask this first', first: question };
}

function notesAt(
  notes: NotesBySlide,
  { key, isByHand }: Extract<NotesPage, { readonly of: 'slide' }>,
): string | undefined {
  if (key === JOIN) return JOINING;
  return (isByHand ? own(notes, byHandKey(key)) : undefined) ?? own(notes, key);
}

// Of a part of the film whose notes are the program's own there is nothing to say but how to play it.
function withoutFilm(
  written: string,
  notes: NotesBySlide,
  { key, filmFailed }: { readonly key: string; readonly filmFailed: string },
): string {
  const instead = `<p><b>${filmFailed}</b></p>`;
  return own(notes, byHandKey(key)) === undefined
    ? `${instead}<p>What your notes say of playing it is for when it’s back.</p>${written}`
    : instead;
}

function titleOf(page: NotesPage, minutes: number | null): string {
  if (page.of === 'landing') return 'End calmly: say this, help is on the board';
  return minutes === null ? 'Your notes' : `Notes for the ${minutes}-minute version`;
}

// So that a long question leaves room for what comes after it.
function lengthOf(html: string): 'short' | 'long' | 'longer' {
  if (html.length <= 90) return 'short';
  return html.length <= 170 ? 'long' : 'longer';
}

const JOINING =
  '<p>“Type the address and the code. You don’t give your name.”</p><p>You don’t have to wait for everyone: joining stays open until you close it, and J on the laptop shows this again over any slide.</p>';
const ENDING =
  '<p>Say how the story ends: someone told one adult, was believed, and help came. Then the help slide, and a quiet half minute.</p>';
const ONWARD =
  '<p>Nobody has to say anything. Then “Finish lesson”, or “End calmly” again to go back.</p>';
