import type { Piece } from './piece.ts';
import type { PartName } from './part-names.ts';

/** A heading of a handout. */
export type Heading = Extract<Piece, { kind: 'heading' }>;

/** What stands under one of a handout’s headings of the second level. */
export type PagePart = { readonly heading: Heading; readonly inner: readonly Piece[] };

/** What stands before the first such heading. The title is the page’s own. */
export function beforeParts(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex(isTop);
  return pieces
    .slice(0, first < 0 ? pieces.length : first)
    .filter((piece) => piece.kind !== 'heading');
}

/** A handout as the parts of a page, one for each heading of the second level. */
export function partsOf(pieces: readonly Piece[]): readonly PagePart[] {
  return pieces.flatMap((piece, at) => {
    if (!isTop(piece)) return [];
    const next = pieces.findIndex((other, place) => place > at && isTop(other));
    return [{ heading: piece, inner: pieces.slice(at + 1, next < 0 ? pieces.length : next) }];
  });
}

/** True where a part of this name is among the pieces, or inside one of them. */
export function hasPart(pieces: readonly Piece[], name: PartName): boolean {
  return pieces.some(
    (piece) => piece.kind === 'part' && (piece.name === name || hasPart(piece.inner, name)),
  );
}

/** A heading’s name in an address: small words joined by hyphens. */
export function idOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/['’{}]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function isTop(piece: Piece): piece is Heading {
  return piece.kind === 'heading' && piece.level === 2;
}
