import type { SourceLine } from '../document/source-line.ts';
import type { SlideWord } from './fences.ts';

/** A lesson's lines, each known for what it is; fences are well nested, and every text line knows whether the class may see it. */
export type Part =
  | {
      readonly type: 'text';
      readonly to: 'body' | 'notes' | 'land';
      readonly text: string;
      readonly line: number;
      /** True where a comment says who sees it. */
      readonly sure?: true;
    }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3;
      readonly splits: boolean;
      readonly text: string;
      readonly line: number;
      readonly raw: readonly SourceLine[];
      /** Who sees the section below it, as a comment right above it says. */
      readonly audience?: 'class' | 'teacher' | undefined;
      /** True where its slide stands whether or not anything is below it. */
      readonly mayBeEmpty?: true;
    }
  | {
      readonly type: 'break';
      readonly line: number;
      /** True where a plan's section has been taken out. */ readonly soft?: true;
    }
  | { readonly type: 'hide'; readonly line: number }
  /** Who sees what stands below, as a comment says. */
  | { readonly type: 'audience'; readonly audience: 'class' | 'teacher'; readonly line: number }
  | {
      readonly type: 'open';
      readonly word: SlideWord;
      readonly words: readonly string[];
      readonly line: number;
      readonly column: number;
      /** True for a question whose word is misspelt: it cannot be asked. */
      readonly misspelt?: true;
    }
  | { readonly type: 'close'; readonly word: string; readonly line: number };
