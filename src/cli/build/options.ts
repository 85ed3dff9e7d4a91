import { parseArgs } from 'node:util';
import { roles, type Role } from '../../school/school.ts';
import * as v from 'valibot';
import { readAs } from '../../text/schema.ts';

/** What to build: the whole site or what anyone may read, with PDFs or without; or only how to say it. */
export type BuildOptions = {
  readonly forEveryone: boolean;
  readonly withPdfs: boolean;
  /** Where a site for everyone will lie, `https://help.example.org/`; null where no one has said. */
  readonly address: string | null;
  /** Who looked up the helplines that no one had checked for six months; null where no one has said. */
  readonly confirmedBy: Role | null;
  /** The page of another site that young people’s pages are left to; null for one of ours. */
  readonly leaveTo: string | null;
  readonly help: boolean;
};

/** How the one who looked the helplines up says so. */
export const SAY_WHO = `--confirmed-by ${roles.map((role) => `"${role}"`).join(' or ')}`;

/** What `npm run build -- --help` says. */
export const BUILD_USAGE = `npm run build -- [--no-pdfs] [--public [--address URL] [--confirmed-by ROLE]]
                         [--leave-to URL]

Writes the static site to dist/, for any web host, and lists how large it is.
Then every sheet as a PDF, where Chromium, Chrome or Edge is on this machine:
some minutes the first time, seconds after that. Without a browser there are no
PDFs, and the posts' pictures are SVG files: pages print and make PNGs
themselves.

  --no-pdfs   leaves the PDFs out
  --public    what parents, young people and supporters may see, with no PDFs
  --address   where that will be, such as https://help.example.org/: searches are
              told of its pages, and a link in a chat shows a picture
  --confirmed-by  who has just looked up the helplines that no one had checked
              for six months: ${roles.map((role) => `"${role}"`).join(', ')}
  --leave-to  the page of another site that “Leave this page” leads to, one that
              anyone may have open, such as https://www.example.org/; without a
              network it is one of ours, with the time
  --help      this`;

function isRole(name: string): name is Role {
  return roles.some((role) => role === name);
}

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
        'confirmed-by': { type: 'string' },
        'leave-to': { type: 'string' },
        help: { ...flag, short: 'h' },
      },
    });
    const address = values.address === undefined ? null : readAddress(values.address);
    if (typeof address === 'object' && address !== null) return address;
    if (address !== null && !values.public) {
      return { wrong: 'An address is for a site that everyone may read: it needs --public' };
    }
    const confirmedBy = values['confirmed-by'] ?? null;
    if (confirmedBy !== null && !isRole(confirmedBy)) {
      return {
        wrong: `Cannot take “${confirmedBy.slice(0, 80)}” for who checked: it needs to be a role, ${SAY_WHO}`,
      };
    }
    if (confirmedBy !== null && !values.public) {
      return { wrong: 'Who checked is said of a site that everyone may read: it needs --public' };
    }
    const leaveTo =
      values['leave-to'] === undefined ? null : readLeaveTo(values['leave-to'], address);
    if (typeof leaveTo === 'object' && leaveTo !== null) return leaveTo;
    return {
      leaveTo,
      forEveryone: values.public,
      address,
      confirmedBy,
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

/** A page that says nothing about the reader, over https: no name, no password, no question in its address. */
const otherPage = v.pipe(
  v.string(),
  v.url(),
  v.maxLength(200),
  v.transform((written) => new URL(written)),
  v.check(
    ({ protocol, username, password, search, hash }) =>
      protocol === 'https:' && `${username}${password}${search}${hash}` === '',
  ),
  v.transform(({ href }) => href),
);

function readLeaveTo(written: string, address: string | null): string | { readonly wrong: string } {
  const url = readAs(otherPage, written);
  if (url === null) {
    return {
      wrong: `Cannot leave to “${written.slice(0, 80)}”: it needs to be like https://www.example.org/`,
    };
  }
  return address !== null && new URL(url).host === new URL(address).host
    ? { wrong: `Cannot leave to ${url}: it needs to be a page of another site` }
    : url;
}
