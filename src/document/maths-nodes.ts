/** An element of MathML, or words in one. */
export type MathsNode =
  | {
      readonly tag: string;
      readonly attributes: Attributes;
      readonly children: readonly MathsNode[];
    }
  | { readonly text: string };

/** How an element is drawn, attribute by attribute. */
export type Attributes = Readonly<Record<string, string>>;

/** A formula that can be drawn, and the same in words on one line, `(a + b)/2`; or what is wrong with it, and at which of its characters, from 0. */
export type ReadMaths =
  | { readonly mathml: readonly MathsNode[]; readonly words: string }
  | { readonly wrong: string; readonly at: number };
