/** The mark: nine equal dots. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M4 4h.1m9.9 0h.1m9.9 0h.1M4 14h.1m9.9 0h.1m9.9 0h.1M4 24h.1m9.9 0h.1m9.9 0h.1" />
    </svg>
  );
}

/** A lifebelt, beside the word "Help". */
export function HelpIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3.5" />
      <path d="m5.7 5.7 3.8 3.8M14.5 14.5l3.8 3.8M18.3 5.7l-3.8 3.8M9.5 14.5l-3.8 3.8" />
    </svg>
  );
}

/** A tick on a disc: the answer has arrived. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 84 84" aria-hidden="true">
      <circle cx="42" cy="42" r="42" />
      <path d="m33 43 6 6 12-13" />
    </svg>
  );
}

/** Three dots on a disc: on its way. */
export function Dots() {
  return (
    <svg class="tick" viewBox="0 0 84 84" aria-hidden="true">
      <circle cx="42" cy="42" r="42" />
      <path class="dots" d="M30 42h.1M42 42h.1M54 42h.1" />
    </svg>
  );
}
