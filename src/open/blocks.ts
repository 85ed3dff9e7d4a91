/** Words on a line, with what is done to them. */
export type Inline =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly raised: 'sup' | 'sub' | null;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly address: string; readonly words: readonly Inline[] }
  /** `alt` is what it shows, in words: empty where no one has said, null where it only decorates. */
  | { readonly kind: 'picture'; readonly path: string; readonly alt: string | null }
  /** A formula, in TeX. */
  | { readonly kind: 'formula'; readonly tex: string }
  /** Words in the type of a program. */
  | { readonly kind: 'code'; readonly text: string }
  /** A mark for a footnote of this name. */
  | { readonly kind: 'footnote'; readonly name: string };

/** A cell of a table holds blocks, as a document does. */
export type Cell = readonly Block[];

/** A part of a document, whatever it was written with. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly words: readonly Inline[] }
  /** `forTeacher` where only the teacher may see it. */
  | {
      readonly kind: 'paragraph';
      readonly words: readonly Inline[];
      readonly forTeacher?: true;
    }
  /** An item of a list, its level from 0; `number` where it is counted. */
  | {
      readonly kind: 'item';
      readonly level: number;
      readonly number: number | null;
      readonly words: readonly Inline[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'footnote'; readonly name: string; readonly words: readonly Inline[] };

/** Words without anything done to them. */
export function plainInline(text: string): Inline {
  return { kind: 'words', text, bold: false, italic: false, raised: null };
}

/** The words of a line alone. */
export function inlineWords(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => {
      switch (one.kind) {
        case 'words':
        case 'code':
          return one.text;
        case 'break':
          return ' ';
        case 'link':
          return inlineWords(one.words);
        case 'picture':
          return one.alt ?? '';
        case 'formula':
          return one.tex;
        case 'footnote':
          return '';
      }
    })
    .join('');
}

/** True where nothing would be seen of a line. */
export function isBlankInline(inlines: readonly Inline[]): boolean {
  return !inlines.some(
    (one) =>
      one.kind === 'picture' ||
      one.kind === 'formula' ||
      one.kind === 'footnote' ||
      inlineWords([one]).trim() !== '',
  );
}
