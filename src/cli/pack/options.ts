import { parseArgs } from 'node:util';

/** What `npm run pack` was asked. */
export type PackOptions = { readonly lesson: string | null; readonly out: string | null; readonly help: boolean };

/** What `npm run pack -- --help` says. */
export const HELP = `npm run pack -- <lesson> [--out DIR]

Makes one folder of a lesson. It is opened by double-click on a machine with
Edge, Chrome or Chromium, without a network and with nothing to install: board,
presenter, film, hands and paper.

  --out DIR  where the folder goes; packs/ without it
  --help     this`;

/** Reads the words of the command line; what cannot be read is told in a sentence. */
export function readPackOptions(args: readonly string[]): PackOptions | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (positionals.length > 1) return { wrong: `Cannot pack ${positionals.length} lessons at once: name one.` };
    return { lesson: positionals[0] ?? null, out: values.out ?? null, help: values.help === true };
  } catch (error) {
    return { wrong: `Cannot read this: ${error instanceof Error ? (error.message.split('.')[0] ?? '') : ''}. See npm run pack -- --help` };
  }
}
