import { firstColumn } from '../document/lines.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Field } from '../film/yaml-map.ts';

/** The files whose slides a lesson shows beside its own, by their paths from its folder, `pages/intro.md`. */
export type SlideFiles = ReadonlyMap<string, string>;

/** A text that may be another tool's: the fields of its head by name, and the lines below it. */
export type Foreign = {
  readonly fields: ReadonlyMap<string, Field>;
  readonly lines: readonly SourceLine[];
  /** The lines above them, where another tool's head stands there. */
  readonly above: readonly SourceLine[];
  /** True for the word of a fence that our own grammar has. */
  readonly isFence: (word: string) => boolean;
  /** The files beside it whose slides it shows; undefined where they were not looked for. */
  readonly files?: SlideFiles | undefined;
};

/** The text in our own grammar, each line with the number of the line it came from, and what was left out of it. */
export type Imported = {
  readonly lines: readonly SourceLine[];
  readonly problems: readonly Problem[];
};

/** What one tool writes: how it is recognised, and how it is written in our own grammar. */
export type Importer = {
  /** The tool, or what several of them write alike. */
  readonly name: string;
  readonly recognises: (text: Foreign) => boolean;
  readonly rewrite: (text: Foreign) => Imported;
};

/** A warning about a line: that something on it is left out, or may be misread. */
export function warningOf(
  { text, line }: SourceLine,
  { code, message }: Pick<Problem, 'code' | 'message'>,
): Problem {
  const column = Math.min(firstColumn(text), text.length + 1);
  return { code, severity: 'warning', line, column, message };
}

/** The warning that words of another tool are left out, and what to do instead. */
export function leftOut(line: number, words: string, instead: string): Problem {
  const message = `“${words.slice(0, 60)}” is left out: ${instead}`;
  return { code: 'left-out', severity: 'warning', line, column: 1, message };
}

/** What to do instead of what other tools have, as the end of a sentence for the author. */
export const INSTEAD = {
  look: 'every slide has the same look; nothing needs doing',
  every: 'nothing is repeated on every slide; write it on the slide that needs it',
  picture:
    'slides have one plain background; put a picture the class needs on the slide, “![what it shows](my-film/phone.svg)”',
  steps: 'all of the slide shows at once; put what comes later between “::: reveal” and “:::”',
  step: 'all of the slide shows at once; put what comes later into “::: reveal”',
  parts: 'parts of other tools are not read; write what the class needs in words, or as a picture',
} as const;
