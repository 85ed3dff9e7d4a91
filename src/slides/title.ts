import { draw } from '../document/to-html.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { BOARD_VIEW, SHORTEN, type Around, type SlideKind } from './slide-kind.ts';

/**
 * The first slide, calm and without a year group.
 *
 *     # Pressure, and who can help
 *     A story about what pressure looks like
 */
export const title: SlideKind = {
  fence: null,
  icon: 'screen',
  label: () => 'Title',
  words: {},
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ heading, body }, around) {
    const chip = chipOf(around);
    return html`${crowd()}${chip === null ? '' : html`<p class="slide__chip">${chip}</p>`}
<h1 class="${heading.length > 57 ? 'long' : ''}">${heading}</h1>
<div class="slide__body">${draw(body, BOARD_VIEW)}</div>`;
  },
};

// The class in the corner: one letter a dot, t(eal) s(un) f(aint) p(ale) m(ist), all of one size.
const ROWS = ['     f', '    ms', '   ptm', '  ftmt', ' sptms', 'spmfms'] as const;
const GAP = 62;

/** The crowd of dots on title slides: everyone the same size, no one singled out. */
function crowd(): Html {
  const dots = ROWS.flatMap((row, y) =>
    [...row].map((tone, x) =>
      tone === ' '
        ? ''
        : `<circle class="dot dot--${tone}" cx="${22 + x * GAP}" cy="${22 + y * GAP}" r="22"/>`,
    ),
  );
  return html`<svg class="crowd" viewBox="0 0 354 354" aria-hidden="true">${trusted(dots.join(''))}</svg>`;
}

/** The word above the title; null for none: what is held for adults is no subject of theirs, and a youth club has none. */
export function chipOf({
  subject,
  nation,
  stage,
  setting,
}: Pick<Around, 'subject' | 'nation' | 'stage' | 'setting'>): string | null {
  const isTaught = stage !== 'adults' && setting === 'school';
  switch (subject.pack.chipIn) {
    case 'everywhere':
      return isTaught ? subject.chip : null;
    case 'schools in England':
      return isTaught && nation === 'England' ? subject.chip : null;
  }
}
