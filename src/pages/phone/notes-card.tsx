import type { PhoneNotes } from '../../room/phone-protocol.ts';

/** How large notes may be, as parts of their usual size. */
const SIZES = [0.8, 1, 1.25, 1.5, 1.8];
/** The place of the usual one in them. */
export const USUAL_SIZE = SIZES.indexOf(1);

type NotesProps = {
  readonly notes: PhoneNotes | null;
  /** From 0, the smallest. */
  readonly size: number;
  readonly resize: (size: number) => void;
};

/** The notes of the slide: first what to say or ask, then the rest; what is longer scrolls. */
export function NotesCard({ notes, size, resize }: NotesProps) {
  if (notes === null) {
    return (
      <section class="card says" aria-label="Your notes">
        <p>No notes here while the laptop’s own screen is the board.</p>
      </section>
    );
  }
  const { first, label, rest, listen, listenFor } = notes;
  return (
    <section class="card says" aria-label="Your notes" style={{ '--size': SIZES[size] ?? 1 }}>
      <div class="says__head">
        <p class="says__label">{first === null ? 'Your notes' : label}</p>
        <button
          type="button"
          class="button"
          aria-disabled={size === 0}
          onClick={() => resize(Math.max(0, size - 1))}
        >
          A−<span class="unseen"> Smaller notes</span>
        </button>
        <button
          type="button"
          class="button says__larger"
          aria-disabled={size === SIZES.length - 1}
          onClick={() => resize(Math.min(SIZES.length - 1, size + 1))}
        >
          A+<span class="unseen"> Larger notes</span>
        </button>
      </div>
      {/* Notes that scroll must be within a keyboard’s reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="says__text" tabIndex={0} role="group" aria-label="Notes for this slide">
        {first !== null && (
          <blockquote class="says__first" dangerouslySetInnerHTML={{ __html: first }} />
        )}
        <div dangerouslySetInnerHTML={{ __html: rest }} />
        {listen !== '' && (
          <details class="says__fold">
            <summary>{listenFor}</summary>
            <div dangerouslySetInnerHTML={{ __html: listen }} />
          </details>
        )}
      </div>
    </section>
  );
}
