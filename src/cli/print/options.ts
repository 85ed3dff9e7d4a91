import { parseArgs } from 'node:util';
import { paperFonts, paperStyles, type PaperFont, type PaperStyle } from '../../handout/paper-look.ts';
import { MOST_PEOPLE } from '../../handout/pile.ts';

/** What `npm run print` was asked; `pupils` is for how many a pile is made, null for none. */
export type PrintOptions = {
  readonly lesson: string | null;
  readonly style: PaperStyle;
  readonly font: PaperFont;
  readonly out: string | null;
  readonly pupils: number | null;
  readonly bothSides: boolean;
  readonly help: boolean;
};

/** What `npm run print -- --help` says. */
export const HELP = `npm run print -- [lesson] [--style ${paperStyles.join('|')}] [--font ${paperFonts.join('|')}]
                 [--for PUPILS [--both-sides]] [--out DIR]

Makes PDFs of everything on paper, by the Chromium, Chrome or Edge on this
machine: each sheet of the lesson, or of every lesson, and the safeguarding
lead's pack. They are tagged, so that a screen reader can read them.

  --style NAME   large: 18 pt, reflowed; spaced: more space, on cream
  --font NAME    the typeface
  --for PUPILS   also one pile for a class of so many: everything.pdf, in the
                 order it is handed out, with as many copies as are needed
  --both-sides   in the pile, each sheet starts a new piece of paper
  --out DIR      where they go; prints/ without it
  --help         this`;

/** Reads the words of the command line; what cannot be read is told in a sentence. */
export function readPrintOptions(args: readonly string[]): PrintOptions | { readonly wrong: string } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { style: text, font: text, out: text, for: text, 'both-sides': flag, help: { ...flag, short: 'h' } };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const style = paperStyles.find((name) => name === (values.style ?? 'standard'));
    const font = paperFonts.find((name) => name === (values.font ?? 'atkinson'));
    const pupils = values.for === undefined ? null : Number(values.for);
    if (positionals.length > 1) return { wrong: `Cannot print ${positionals.length} lessons at once: name one, or none for all of them.` };
    if (style === undefined) return { wrong: `Cannot read the style “${values.style}”: it needs to be ${paperStyles.join(', ')}.` };
    if (font === undefined) return { wrong: `Cannot read the font “${values.font}”: it needs to be ${paperFonts.join(', ')}.` };
    if (pupils !== null && !(Number.isInteger(pupils) && pupils >= 1 && pupils <= MOST_PEOPLE)) {
      return { wrong: `Cannot print for “${values.for}” pupils: it needs a number from 1 to ${MOST_PEOPLE}.` };
    }
    const { out = null, 'both-sides': bothSides, help } = values;
    return { lesson: positionals[0] ?? null, style, font, out, pupils, bothSides, help };
  } catch (error) {
    return { wrong: `Cannot read this: ${error instanceof Error ? (error.message.split('.')[0] ?? '') : ''}. See npm run print -- --help` };
  }
}
