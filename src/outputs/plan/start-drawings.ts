/** What is drawn on the start of a lesson: the inside of `<svg>` elements, in the boxes that are named. */
export const startDrawings = {
  /** The nine dots of the mark, in 27 by 27. */
  mark: [4, 13.5, 23]
    .flatMap((y) => [4, 13.5, 23].map((x) => `<circle cx="${x}" cy="${y}" r="3.6"/>`))
    .join(''),
  /** A laptop before a projector’s picture, in 100 by 56. */
  two: `<rect class="screen-card__board" x="46" y="2" width="52" height="34" rx="3"/>
<circle class="screen-card__sun" cx="64" cy="27" r="7"/>
<path class="screen-card__tint" d="M80 14l9 20H71z"/>
<rect class="screen-card__laptop" x="3" y="22" width="38" height="26" rx="3"/>
<path class="screen-card__line" d="M9 30h20M9 36h26M9 42h14M0 53h44"/>`,
  /** One screen, in 100 by 56. */
  one: `<rect class="screen-card__board" x="20" y="6" width="60" height="38" rx="3"/>
<circle class="screen-card__sun" cx="42" cy="34" r="8"/>
<path class="screen-card__tint" d="M60 20l10 22H50z"/>
<path class="screen-card__line" d="M8 52h84"/>`,
} as const;
