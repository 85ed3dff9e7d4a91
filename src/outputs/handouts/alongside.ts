import { html, trusted, type Html } from '../../text/html.ts';
import type { Handout, Piece } from './handout.ts';

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
type Block = { readonly kind: Piece['kind']; readonly name: string; readonly made: Html | '' };

/** The blocks of some pieces, each made by `make`: what a translation stands beside, one by one. */
export function blocksOf(
  pieces: readonly Piece[],
  make: (piece: Piece) => Html | '',
): readonly Block[] {
  return pieces.flatMap((piece): readonly Block[] => {
    const name = piece.kind === 'part' ? piece.name : '';
    if (piece.kind !== 'text') return [{ kind: piece.kind, name, made: make(piece) }];
    return topLevel(String(make(piece))).map((made) => ({
      kind: 'text',
      name,
      made: trusted(made),
    }));
  });
}

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
    return html`<div class="both"><div lang="${language}" dir="${directionOf(language)}">${directionOf(language) === 'rtl' ? numbersForward(one.made) : one.made}</div><div>${other?.made ?? ''}</div></div>`;
  });
  return html`${rows}`;
}

/** Which way a language is written. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

/** Who checked a translation, on top of its sheet; or, while nobody has, that it is a draft, across each of its pages (H23). */
export function checkedLine({ translation }: Pick<Handout, 'translation'>): Html | '' {
  if (translation === null) return '';
  if (translation.checkedBy !== '') {
    return html`<p class="sheet__checked">Translation checked by ${translation.checkedBy}.</p>`;
  }
  return html`<p class="sheet__checked">Draft: nobody has checked this translation yet. It is not for handing out.</p><div class="draft" aria-hidden="true">DRAFT, not checked</div>`;
}

// The elements that stand beside one another in some HTML of ours, each with what is in it.
function topLevel(made: string): readonly string[] {
  const blocks: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: tag, 1: closes, 2: empty, index } of made.matchAll(
    /<(\/?)[a-z][a-z0-9]*[^>]*?(\/?)>/g,
  )) {
    if (empty === '/') continue;
    depth += closes === '/' ? -1 : 1;
    if (depth > 0 || closes !== '/') continue;
    blocks.push(made.slice(from, index + tag.length).trim());
    from = index + tag.length;
  }
  const rest = made.slice(from).trim();
  return rest === '' ? blocks : [...blocks, rest];
}

// A telephone number between words that run from right to left would have its parts the wrong way round.
function numbersForward(made: Html | ''): Html {
  const parts = String(made).split(/(<[^>]*>)/);
  return trusted(
    parts
      .map((part) =>
        part.startsWith('<') ? part : part.replaceAll(/\d[\d ]*\d/g, '<bdi dir="ltr">$&</bdi>'),
      )
      .join(''),
  );
}
