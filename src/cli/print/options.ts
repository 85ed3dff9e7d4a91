import { parseArgs } from 'node:util';
import {
  paperFonts,
  paperStyles,
  type PaperFont,
  type PaperStyle,
} from '../../outputs/handouts/paper-look.ts';
import { MAX_PEOPLE } from '../../outputs/handouts/pile.ts';

/** What `npm run print` was asked; `pupils` is for how many a pile is made, null for none. */
export type PrintOptions = {
  readonly lesson: string | null;
  readonly style: PaperStyle;
  readonly font: PaperFont;
  readonly out: string | null;
  readonly pupils: number | null;
  /** How many of them have large print. */
  readonly large: number;
  /** Only what a class cannot do without. */
  readonly essentials: boolean;
  readonly bothSides: boolean;
  readonly help: boolean;
};

/** What `npm run print -- --help` says. */
export const HELP = `npm run print -- [lesson] [--style ${paperStyles.join('|')}] [--font ${paperFonts.join('|')}]
                 [--for PUPILS [--large PUPILS] [--one-side]] [--essentials] [--out DIR]

Makes PDFs of everything on paper, by the Chromium, Chrome or Edge on this
machine: each sheet of the lesson, or of every lesson, and the safeguarding
lead's pack. They are tagged, so that a screen reader can read them.

  --style NAME   large: 18 pt, reflowed; spaced: more space, for cream paper
  --font NAME    the typeface
  --for PUPILS   also one pile for a class of so many: everything.pdf, in the
                 order it is handed out, with as many copies as are needed
                 It is for both sides of the paper: each copy starts a new
                 piece, and what is cut apart has a blank back
  --large PUPILS so many of them have large print, the others the style
  --essentials   only what a class cannot do without: essentials.pdf
  --one-side     the pile is for a printer that prints one side
  --out DIR      where they go; prints/ without it
  --help         this`;

/** Reads the words of the command line; returns a sentence for one that cannot be read. */
export function readPrintOptions(
  args: readonly string[],
): PrintOptions | { readonly wrong: string } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = {
      style: text,
      font: text,
      out: text,
      for: text,
      large: text,
      essentials: flag,
      'both-sides': flag,
      'one-side': flag,
      help: { ...flag, short: 'h' },
    };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const style = paperStyles.find((name) => name === (values.style ?? 'standard'));
    const font = paperFonts.find((name) => name === (values.font ?? 'atkinson'));
    const pupils = values.for === undefined ? null : Number(values.for);
    if (positionals.length > 1) {
      return {
        wrong: `Cannot print ${positionals.length} lessons at once: name one, or none for all of them.`,
      };
    }
    if (style === undefined) {
      return {
        wrong: `Cannot read the style “${values.style}”: it needs to be ${paperStyles.join(', ')}.`,
      };
    }
    if (font === undefined) {
      return {
        wrong: `Cannot read the font “${values.font}”: it needs to be ${paperFonts.join(', ')}.`,
      };
    }
    if (pupils !== null && !(Number.isInteger(pupils) && pupils >= 1 && pupils <= MAX_PEOPLE)) {
      return {
        wrong: `Cannot print for “${values.for}” pupils: it needs a number from 1 to ${MAX_PEOPLE}.`,
      };
    }
    const large = Number(values.large ?? 0);
    if (!(Number.isInteger(large) && large >= 0 && large <= (pupils ?? 0))) {
      return {
        wrong: `Cannot print in large print for “${values.large}” pupils: it needs a number up to that of --for.`,
      };
    }
    const sides = wrongSides({
      both: values['both-sides'],
      one: values['one-side'],
      isPile: pupils !== null,
    });
    if (sides !== null) return { wrong: sides };
    const { out = null, help } = values;
    return {
      lesson: positionals[0] ?? null,
      style,
      font,
      out,
      pupils,
      large,
      essentials: values.essentials,
      bothSides: !values['one-side'],
      help,
    };
  } catch (error) {
    return {
      wrong: `Cannot read this: ${error instanceof Error ? (error.message.split('.')[0] ?? '') : ''}. See npm run print -- --help`,
    };
  }
}

function wrongSides({
  both,
  one,
  isPile,
}: {
  readonly both: boolean;
  readonly one: boolean;
  readonly isPile: boolean;
}): string | null {
  if (both && one) {
    return 'Cannot print a pile for both sides and for one side: leave out --both-sides or --one-side.';
  }
  if ((both || one) && !isPile) {
    return `Cannot use ${one ? '--one-side' : '--both-sides'} without a pile: add --for with the number of pupils.`;
  }
  return null;
}
