import { iconFiles, type App, type IconFile } from '../outputs/comebacks/apps.ts';
import { html } from '../text/html.ts';
import { palette } from '../ui/palette.ts';
import { drawIcon } from './app-files.ts';

/** The nine dots of the mark, light on teal: no look of “Comebacks” is like it. */
const MARK: Pick<App, 'ground' | 'dots'> = {
  ground: 'teal',
  dots: [29, 50, 71].flatMap((y) => [29, 50, 71].map((x) => ({ x, y, r: 7.5, fill: 'paper' }))),
};

const MANIFEST = 'wholeclass.webmanifest';
const iconName = ({ side, purpose }: IconFile) =>
  `wholeclass-${side}${purpose === 'maskable' ? '-whole' : ''}.png`;

/** What a browser reads of the staff’s site where someone adds it as an app: it begins with the library, wherever the site lies, and is known by that address. */
const manifest = {
  name: 'Wholeclass',
  short_name: 'Wholeclass',
  description:
    'Lessons to teach on the big screen. Those that are kept open without a network, too.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: palette.paper,
  theme_color: palette.paper,
  icons: iconFiles
    .filter(({ side }) => side >= 192)
    .map((file) => ({
      src: `./${iconName(file)}`,
      sizes: `${file.side}x${file.side}`,
      type: 'image/png',
      purpose: file.purpose,
    })),
};

/** The files of that app, from the site’s root. */
export const staffAppFiles: readonly { readonly path: string; readonly body: Buffer }[] = [
  { path: MANIFEST, body: Buffer.from(JSON.stringify(manifest)) },
  ...iconFiles.map((file) => ({
    path: iconName(file),
    body: Buffer.from(drawIcon(MARK, file)),
  })),
];

/** The pages that say in their head what they can be added as: the library and each lesson’s own. */
const PAGES = /^(?:lesson\/[^/]+\/)?index\.html$/;

/** Such a page with its app in its head; any other file as it is. */
export function withStaffApp(path: string, body: Buffer | null): Buffer | null {
  if (body === null || !PAGES.test(path)) return body;
  const root = '../'.repeat(path.split('/').length - 1) || './';
  const apple = iconFiles.find(({ side }) => side === 180);
  const head = html`<link rel="manifest" href="${root}${MANIFEST}" />${apple === undefined ? '' : html`<link rel="apple-touch-icon" href="${root}${iconName(apple)}" />`}<meta name="apple-mobile-web-app-title" content="Wholeclass" />`;
  return Buffer.from(String(body).replace('</head>', () => `  ${head}\n  </head>`));
}
