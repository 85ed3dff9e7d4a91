import { parseArgs } from 'node:util';

/** What to build: the whole site or what anyone may read, with PDFs or without; or only how to say it. */
export type BuildOptions = {
  readonly forEveryone: boolean;
  readonly withPdfs: boolean;
  /** Where a site for everyone will lie, `https://help.example.org/`; null where no one has said. */
  readonly address: string | null;
  readonly help: boolean;
};

/** What `npm run build -- --help` says. */
export const BUILD_USAGE = `npm run build -- [--no-pdfs] [--public [--address URL]]

Writes the static site to dist/, for any web host, and lists how large it is.
Then every sheet as a PDF, where Chromium, Chrome or Edge is on this machine:
some minutes the first time, seconds after that. Without a browser there are no
PDFs, and the posts' pictures are SVG files: pages print and make PNGs
themselves.

  --no-pdfs   leaves the PDFs out
  --public    what parents, young people and supporters may see, with no PDFs
  --address   where that will be, such as https://help.example.org/: searches are
              told of its pages, and a link in a chat shows a picture
  --help      this`;

/** Reads the words of the command line; returns a sentence for one that cannot be read. */
export function readBuildOptions(
  args: readonly string[],
): BuildOptions | { readonly wrong: string } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-pdfs': flag,
        public: flag,
        address: { type: 'string' },
        help: { ...flag, short: 'h' },
      },
    });
    const address = values.address === undefined ? null : readAddress(values.address);
    if (typeof address === 'object' && address !== null) return address;
    if (address !== null && !values.public) {
      return { wrong: 'An address is for a site that everyone may read: it needs --public' };
    }
    return {
      forEveryone: values.public,
      address,
      withPdfs: !values['no-pdfs'] && !values.public,
      help: values.help,
    };
  } catch (error) {
    return {
      wrong: `Cannot read this: ${error instanceof Error ? error.message.split(/\.\s/, 1)[0] : ''}. See npm run build -- --help`,
    };
  }
}

/** An address as all of a site’s begin. */
function readAddress(written: string): string | { readonly wrong: string } {
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    return {
      wrong: `Cannot read the address “${written.slice(0, 80)}”: it needs to be like https://help.example.org/`,
    };
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
