import { parseArgs } from 'node:util';

/** What `npm run bundle` was asked. */
export type PackOptions = {
  readonly lesson: string | null;
  readonly out: string | null;
  /** The path of a school's own film. */
  readonly film: string | null;
  readonly windows: boolean;
  readonly zip: boolean;
  readonly help: boolean;
};

/** What `npm run bundle -- --help` says. */
export const HELP = `npm run bundle -- <lesson> [--film PATH] [--zip] [--out DIR]
npm run bundle -- --windows [lesson] [--film PATH] [--zip] [--out DIR]

Makes one folder of a lesson. It is opened by double-click on a machine with
Edge, Chrome or Chromium, without a network and with nothing to install: board,
presenter, film, hands and paper.

  --windows    the whole program instead, with Node for Windows: every lesson,
               or the one named, and pupils' tablets; start.cmd starts it
  --film PATH  the school's own film in place of the lesson's first, with the
               film.yaml and captions that lie beside it
  --zip        also a zip of it, with its SHA-256 beside it
  --out DIR    where it goes; packs/ without it
  --help       this`;

/** Reads the words of the command line; returns a sentence for one that cannot be read. */
export function readPackOptions(args: readonly string[]): PackOptions | { readonly wrong: string } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = {
      out: text,
      film: text,
      windows: flag,
      zip: flag,
      help: { ...flag, short: 'h' },
    };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.length > 1) {
      return { wrong: `Cannot pack ${positionals.length} lessons at once: name one.` };
    }
    const { out = null, film = null, windows, zip, help } = values;
    return { lesson: positionals[0] ?? null, out, film, windows, zip, help };
  } catch (error) {
    return {
      wrong: `Cannot read this: ${error instanceof Error ? (error.message.split('.')[0] ?? '') : ''}. See npm run bundle -- --help`,
    };
  }
}
