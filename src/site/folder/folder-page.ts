import { basename, dirname, join, relative } from 'node:path/posix';
import { folderPolicy, withPolicy } from '../policy.ts';

/** What a page of a folder is made with: its place, the script that all its pages share, and which paths the folder holds. */
export type FolderPage = {
  readonly path: string;
  readonly script: string;
  readonly holds: (path: string) => boolean;
};

/** A page of the site as one that works by double-click: plain scripts, the policy of the server in the page, and each address written out to its file. An address that leads to no file of the folder is taken away. */
export function folderPage(page: string, { path, script, holds }: FolderPage): string {
  const here = dirname(path);
  // All but the page that is opened first lie one folder deeper than in a site.
  const inSite = path.slice(path.indexOf('/') + 1);
  // The page that is opened first is the one whose own script this is: loaded twice, it would do all things twice.
  const isOwn = page.includes(`/${basename(script)}"`);
  const shared = `  <script defer src="${relative(here, script)}"></script>\n  </head>`;
  return withPolicy(page, folderPolicy(inSite))
    .replaceAll(
      /<script (?:async )?type="module" crossorigin src="([^"]*)"><\/script>/g,
      '<script defer src="$1"></script>',
    )
    .replaceAll(/(<link rel="stylesheet") crossorigin /g, '$1 ')
    .replace('</head>', () => (isOwn ? '</head>' : shared))
    .replaceAll(/ href="(\.[^"?#]*)([^"]*)"/g, (_, address: string, rest: string) => {
      const file = address.endsWith('/') ? `${address}index.html` : address;
      return holds(join(here, file)) ? ` href="${file}${rest}"` : '';
    });
}
