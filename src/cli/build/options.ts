import { parseArgs } from 'node:util';

/** What to build: the whole site or what anyone may read, with PDFs or without; or only how to say it. */
export type BuildOptions = {
  readonly forEveryone: boolean;
  readonly withPdfs: boolean;
  readonly help: boolean;
};

/** What `npm run build -- --help` says. */
export const BUILD_USAGE = `npm run build -- [--no-pdfs] [--public]

Writes the static site to dist/, for any web host, and lists how large it is.
Then every sheet as a PDF, where Chromium, Chrome or Edge is on this machine:
some minutes the first time, seconds after that. Without a browser there are no
PDFs, and the posts' pictures are SVG files: pages print and make PNGs
themselves.

  --no-pdfs   leaves the PDFs out
  --public    what parents, young people and supporters may see, with no PDFs
  --help      this`;

/** Reads the words of the command line; returns a sentence for one that cannot be read. */
export function readBuildOptions(
  args: readonly string[],
): BuildOptions | { readonly wrong: string } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'no-pdfs': flag, public: flag, help: { ...flag, short: 'h' } },
    });
    return {
      forEveryone: values.public,
      withPdfs: !values['no-pdfs'] && !values.public,
      help: values.help,
    };
  } catch (error) {
    return {
      wrong: `Cannot read this: ${error instanceof Error ? error.message.split(/\.\s/, 1)[0] : ''}. See npm run build -- --help`,
    };
  }
}
