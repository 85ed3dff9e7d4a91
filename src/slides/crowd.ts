import { html, trusted, type Html } from '../text/html.ts';

// The class in the corner: one letter a dot, t(eal) s(un) f(aint) p(ale) m(ist), all of one size.
const ROWS = ['     f', '    ms', '   ptm', '  ftmt', ' sptms', 'spmfms'] as const;
const GAP = 62;

/** The crowd of dots on title slides: everyone the same size, no one singled out. */
export function crowd(): Html {
  const dots = ROWS.flatMap((row, y) =>
    [...row].map((tone, x) =>
      tone === ' '
        ? ''
        : `<circle class="dot dot--${tone}" cx="${22 + x * GAP}" cy="${22 + y * GAP}" r="22"/>`,
    ),
  );
  return html`<svg class="crowd" viewBox="0 0 354 354" aria-hidden="true">${trusted(dots.join(''))}</svg>`;
}
