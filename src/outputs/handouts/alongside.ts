import { html, type Html } from '../../text/html.ts';
import type { Handout } from './handout.ts';
import type { Piece } from './piece.ts';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = [
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
];

/** One block of a handout: a paragraph, a list, a heading, a part. */
export type Block = {
  readonly kind: Piece['kind'];
  readonly name: string;
  readonly made: Html | '';
};

/** A translation with its English alongside, block by block; parts that are the same in both stand once. */
export function alongside(
  ours: readonly Block[],
  english: readonly Block[],
  language: string,
): Html {
  const rows = Array.from({ length: Math.max(ours.length, english.length) }, (_, at) => {
    const [one, other] = [ours[at], english[at]];
    const isSame =
      one === undefined ||
      (one.kind === other?.kind &&
        (one.kind === 'page' || (one.kind === 'part' && one.name !== 'box')));
    if (isSame) return html`${other?.made ?? ''}`;
    return html`<div class="both"><div lang="${language}" dir="${directionOf(language)}">${one.made}</div><div>${other?.made ?? ''}</div></div>`;
  });
  return html`${rows}`;
}

/** Which way a language is written. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

/** Who checked a translation, on top of its sheet; or, while no one has, that it is a draft, across each of its pages (H23). */
export function checkedLine({ translation }: Pick<Handout, 'translation'>): Html | '' {
  if (translation === null) return '';
  if (translation.checkedBy !== '') {
    return html`<p class="sheet__checked">Translation checked by ${translation.checkedBy}.</p>`;
  }
  return html`<p class="sheet__checked">Draft: nobody has checked this translation yet. It is not for handing out.</p><div class="draft" aria-hidden="true">DRAFT, not checked</div>`;
}
