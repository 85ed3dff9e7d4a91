import type { Handout } from '../outputs/handouts/handout.ts';
import type { Piece } from '../outputs/handouts/piece.ts';
import type { TextBlock } from './text-block.ts';
import { fieldTextBlocks, textBlocksIn } from './text-blocks-in.ts';
import { visitFields, type Fields } from './visit-fields.ts';

/**
 * All words of a handout in order, each text block with its audience and its place, found by visiting
 * the trees that the printed sheet is made of.
 */
export function handoutTextBlocks(handout: Handout): readonly TextBlock[] {
  return visitFields(handout, handoutFields);
}

const handoutFields: Fields<Handout, 'in fields'> = {
  slug: 'no words',
  title: 'in fields',
  about: 'in fields',
  reviewed: 'in fields',
  fields: (fields) => fields.flatMap(fieldTextBlocks),
  audience: 'no words',
  of: 'no words',
  stages: 'no words',
  lessons: 'no words',
  copies: 'no words',
  paper: 'no words',
  pile: 'no words',
  essential: 'no words',
  item: 'no words',
  styles: 'no words',
  version: 'no words',
  translation: 'no words',
  pictures: 'no words',
  pieces: (pieces, { audience }) =>
    pieces.flatMap((piece) => pieceTextBlocks(piece, readBy(audience))),
};

// Letters to parents are read as strictly as what pupils read.
function readBy(audience: Handout['audience']): TextBlock['to'] {
  return audience === 'pupils' || audience === 'parents' ? 'pupils' : 'teacher';
}

function pieceTextBlocks(piece: Piece, to: TextBlock['to']): readonly TextBlock[] {
  return visitFields<Piece>(piece, pieceFields(to)[piece.kind] as Fields<Piece, string>);
}

type PieceFields = {
  readonly [Kind in Piece['kind']]: Fields<Extract<Piece, { readonly kind: Kind }>>;
};

function pieceFields(to: TextBlock['to']): PieceFields {
  const kind = { to, within: null };
  return {
    text: {
      kind: 'no words',
      document: ({ children }) =>
        textBlocksIn(children, { ...kind, role: 'text' }, { isPaper: true }),
    },
    heading: {
      kind: 'no words',
      level: 'no words',
      words: 'in nodes',
      wordsNodes: (nodes) => textBlocksIn(nodes, { ...kind, role: 'heading' }, { isPaper: true }),
    },
    part: {
      kind: 'no words',
      name: 'no words',
      words: 'no words',
      line: 'no words',
      inner: (pieces) => pieces.flatMap((piece) => pieceTextBlocks(piece, to)),
    },
    next: { kind: 'no words' },
    page: { kind: 'no words' },
  };
}
